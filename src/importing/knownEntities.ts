import type { EntityRecord } from '../record/entity.ts';
import type { ImportInput } from './importer.ts';

/** By the given id: the entities, each under the id of the graph if the graph knows one of its identifiers. */
export async function knownEntities(
  entities: readonly EntityRecord[],
  { knownIds }: Pick<ImportInput, 'knownIds'>,
): Promise<Map<string, EntityRecord>> {
  const keys = [...new Set(entities.flatMap(keysOf))];
  const known = keys.length === 0 ? undefined : await knownIds?.(keys);
  return new Map(
    entities.map((entity) => {
      const key = keysOf(entity).find((each) => known?.has(each));
      const id = key === undefined ? undefined : known?.get(key);
      return [entity.id, id === undefined ? entity : { ...entity, id }];
    }),
  );
}

function keysOf({ identifiers }: EntityRecord): string[] {
  return identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
}
