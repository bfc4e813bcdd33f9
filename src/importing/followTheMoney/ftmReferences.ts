import type { EntityRecord } from '../../record/entity.ts';
import { countryOf } from '../countries/countries.ts';
import { ftmEntityOf, isFtmEntity } from './ftmEntity.ts';
import { SharedLists } from './ftmLists.ts';
import { FtmRow } from './ftmRow.ts';
import type { ImportInput } from '../importer.ts';
import type { RowPlace } from '../rows/fault.ts';
import { knownEntities } from '../knownEntities.ts';
import { portions, RowError } from '../rows/rowResult.ts';
import { textLines } from '../rows/textLines.ts';

/** The objects that the statements of some files refer to, in any place of the files. */
export interface FtmReferences {
  /** By the id in the file. An entity that the graph knows has the id of the graph. */
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly posts: ReadonlyMap<string, FtmPost>;
  /** What several sanctions have in common: see `SharedLists`. */
  readonly shared: ReadonlySet<string>;
}

/** A post that somebody may hold: a Position in FollowTheMoney. */
interface FtmPost {
  readonly name: string;
  /** The id of its organization, if the row names one. */
  readonly organization: string | null;
  /** Its country, if the row names one. */
  readonly country: EntityRecord | null;
}

/** The properties of statements that refer to participants. */
const REFERRING: Readonly<Record<string, readonly string[]>> = {
  Sanction: ['entity'],
  Directorship: ['director', 'organization'],
  Employment: ['employee', 'employer'],
  Membership: ['member', 'organization'],
  Occupancy: ['holder', 'post'],
  Position: ['organization'],
};

/**
 * Reads the files twice: first for the ids that statements refer to and for what sanctions have in common, then for the
 * objects with these ids. Only those are kept in memory.
 */
export async function ftmReferences(input: ImportInput): Promise<FtmReferences> {
  const ids = new Set<string>();
  const sharedLists = new SharedLists();
  for await (const { row } of readableRows(input)) {
    if (row.schema === 'Sanction') sharedLists.add(row);
    for (const property of REFERRING[row.schema] ?? []) for (const id of row.all(property)) ids.add(id);
  }
  const entities = new Map<string, EntityRecord>();
  const posts = new Map<string, FtmPost>();
  for await (const rows of portions(referredRows(input, ids), input.partRows)) {
    const named = rows.flatMap(({ row }) => {
      if (row.schema === 'Position') posts.set(row.id, postOf(row));
      const entity = isFtmEntity(row) ? unlessFaulty(() => ftmEntityOf(row)) : null;
      return entity === null ? [] : [{ id: row.id, entity }];
    });
    const known = await knownEntities(
      named.map(({ entity }) => entity),
      input,
    );
    for (const { id, entity } of named) entities.set(id, known.get(entity.id) ?? entity);
  }
  return { entities, shared: sharedLists.keys, posts: await withKnownCountries(posts, input) };
}

interface ReadableRow extends RowPlace {
  readonly row: FtmRow;
}

async function* referredRows(input: ImportInput, ids: ReadonlySet<string>): AsyncGenerator<ReadableRow> {
  for await (const each of readableRows(input)) if (ids.has(each.row.id)) yield each;
}

/** The readable rows of whole files. The faults of other rows are reported when their parts are made. */
async function* readableRows({ files }: ImportInput): AsyncGenerator<ReadableRow> {
  for await (const { file, line, text, unsound } of textLines(files, null)) {
    const row = text === '' || unsound !== undefined ? null : unlessFaulty(() => new FtmRow(text));
    if (row !== null) yield { file, line, row };
  }
}

function unlessFaulty<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowError) return null;
    throw error;
  }
}

function postOf(row: FtmRow): FtmPost {
  const countries = row.all('country').flatMap((code) => countryOf('ftm', code.toLowerCase()) ?? []);
  return {
    name: row.caption || (row.first('name') ?? row.id),
    organization: row.first('organization'),
    country: countries[0] ?? null,
  };
}

async function withKnownCountries(
  posts: ReadonlyMap<string, FtmPost>,
  input: ImportInput,
): Promise<Map<string, FtmPost>> {
  const countries = [...posts.values()].flatMap(({ country }) => country ?? []);
  const known = await knownEntities(countries, input);
  return new Map(
    [...posts].map(([id, post]) => {
      const country = post.country === null ? null : (known.get(post.country.id) ?? post.country);
      return [id, { ...post, country }];
    }),
  );
}
