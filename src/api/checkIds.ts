import { entitiesByIds } from '../queries/entities.ts';
import { sourcesByIds } from '../queries/sources.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';

/** The ids that a filter names, each with its argument; and the sources that it names. */
export interface NamedIds {
  readonly entities: Readonly<Record<string, readonly string[] | undefined>>;
  readonly sources: readonly string[] | undefined;
}

/**
 * For an empty answer: it means "nothing such" only if everything named exists.
 * @throws BAD_USER_INPUT for an id that names nothing
 */
export async function checkIds(context: Context, { entities, sources = [] }: NamedIds): Promise<void> {
  const named = Object.entries(entities).flatMap(([argument, ids = []]) =>
    ids.map((id) => ({ argument, id })),
  );
  if (named.length > 0) {
    const rows = await context.read(entitiesByIds([...new Set(named.map(({ id }) => id))]));
    const known = new Set(rows.map(({ entity }) => entity[0]));
    const unknown = named.find(({ id }) => !known.has(id));
    if (unknown !== undefined) throw noEntity(unknown.argument, unknown.id);
  }
  if (sources.length === 0) return;
  const known = new Set((await context.read(sourcesByIds(sources))).map(({ source }) => source[0]));
  const unknown = sources.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw badInput('where.sources', `no source has the id "${unknown}"; "sources" lists them.`);
}

/** Says that an argument names no entity, and how to find the one that was meant. */
export function noEntity(argument: string, id: string) {
  return badInput(argument, `no entity has the id "${id}"; find it by its name with "entities(search: …)".`);
}
