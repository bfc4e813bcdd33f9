import type { Reader } from '../answers/reader.ts';
import { checkEntity } from './entity/entity.loader.ts';
import { badInput } from './errors.ts';
import { sourcesOf } from './source/source.loader.ts';

/** The ids that a filter names, each with its argument; and the sources that it names. */
export interface NamedIds {
  readonly entities: Readonly<Record<string, readonly string[] | undefined>>;
  readonly sources: readonly string[] | undefined;
}

/**
 * For an empty answer: it means "nothing such" only if everything named exists.
 * @throws BAD_USER_INPUT for an id that names nothing, or something that is known by another id
 */
export async function checkIds(context: Reader, { entities, sources = [] }: NamedIds): Promise<void> {
  const named = Object.entries(entities).flatMap(([argument, ids = []]) =>
    ids.map((id) => ({ argument, id })),
  );
  await Promise.all(named.map(({ argument, id }) => checkEntity(context, argument, id)));
  if (sources.length === 0) return;
  const known = new Set((await sourcesOf(context, sources)).map(({ id }) => id));
  const unknown = sources.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw badInput('where.sources', `no source has the id "${unknown}"; "sources" lists them.`);
}
