import { entitiesByIds, knownIds } from '../queries/entities.ts';
import { type EntityCells, type ReportRow, type SourceCells } from '../queries/parts/columns.ts';
import { sourcesByIds } from '../queries/sources.ts';
import { ENTITY } from '../record/entity.ts';
import { REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';
import type { Reader } from './reader.ts';

/** An argument has a value that it cannot have. The message is for the reader: which argument, and why. */
export class InvalidArgument extends Error {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(`Argument "${argument}": ${message}`);
    this.argument = argument;
  }
}

/** The entity that an argument names. @throws InvalidArgument if none is known by this id */
export async function entityOf(reader: Reader, argument: string, id: string): Promise<EntityCells> {
  const [row] = await reader.readFor(['entities'], id, entitiesByIds, ({ asked }) => asked);
  if (row === undefined) throw noEntity(argument, id);
  const known = row.entity[ENTITY.place.id];
  if (known !== id) throw joinedEntity(argument, id, known);
  return row.entity;
}

/** The ids that a filter names, each with its argument; and the sources that it names. */
export interface NamedIds {
  readonly entities: Readonly<Record<string, readonly string[] | undefined>>;
  readonly sources: readonly string[] | undefined;
}

/**
 * Checks the ids of a question with an empty answer, which means "none" only if everything named exists.
 * @throws InvalidArgument for an id that names nothing, or something that is known by another id
 */
export async function checkIds(reader: Reader, { entities, sources = [] }: NamedIds): Promise<void> {
  const named = Object.entries(entities).flatMap(([argument, ids = []]) =>
    ids.map((id) => ({ argument, id })),
  );
  await Promise.all(named.map(({ argument, id }) => checkEntity(reader, argument, id)));
  const found = await Promise.all(sources.map((id) => readSource(reader, id)));
  const unknown = sources.find((_, index) => found[index] === undefined);
  if (unknown !== undefined)
    throw new InvalidArgument(
      'where.sources',
      `no source has the id "${unknown}". List them with "sources".`,
    );
}

/** The sources with these ids, but for unknown ones: taken from the reports at hand, else read. */
export async function sourcesOf(
  reader: Reader,
  ids: readonly string[],
  reports: readonly ReportRow[] = [],
): Promise<SourceCells[]> {
  const atHand = sourcesIn(reports);
  const sources = await Promise.all(ids.map(async (id) => atHand.get(id) ?? (await readSource(reader, id))));
  return sources.filter((source) => source !== undefined);
}

/** The reports' sources with these ids, in that order. */
export function namedSources(reports: readonly ReportRow[], ids: readonly string[]): SourceCells[] {
  const sources = sourcesIn(reports);
  return ids.map((id) => sources.get(id)).filter((source) => source !== undefined);
}

/** The reports' sources, each once, by their ids. */
export function sourcesIn(reports: readonly ReportRow[]): ReadonlyMap<string, SourceCells> {
  return new Map(
    reports.map((row) => [row[REPORT.place.source][STORED_SOURCE.place.id], row[REPORT.place.source]]),
  );
}

async function readSource(reader: Reader, id: string): Promise<SourceCells | undefined> {
  const [row] = await reader.readFor(
    ['sources'],
    id,
    sourcesByIds,
    ({ source }) => source[STORED_SOURCE.place.id],
  );
  return row?.source;
}

async function checkEntity(reader: Reader, argument: string, id: string): Promise<void> {
  const [row] = await reader.readFor(['knownIds'], id, knownIds, ({ asked }) => asked);
  if (row === undefined) throw noEntity(argument, id);
  if (row.known !== id) throw joinedEntity(argument, id, row.known);
}

/** Only `entity` and `node` still accept the id of an entity that was joined with another. */
function joinedEntity(argument: string, id: string, knownAs: string): InvalidArgument {
  return new InvalidArgument(argument, `"${id}" has been joined with "${knownAs}". Use "${knownAs}".`);
}

function noEntity(argument: string, id: string): InvalidArgument {
  return new InvalidArgument(
    argument,
    `no entity has the id "${id}". Find it by name with "entities(search: …)".`,
  );
}
