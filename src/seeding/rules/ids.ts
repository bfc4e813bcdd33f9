import type { Catalogue } from '../catalogue.ts';
import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import type { Item } from '../item.ts';

/** An id is given once among the entities, once among the sources and once among the events. */
export function* uniqueIds({ entities, sources, events }: Corpus): Iterable<SeedFault> {
  yield* repeatedIds(entities);
  yield* repeatedIds(sources);
  yield* repeatedIds(events);
}

function* repeatedIds<T extends { readonly id: string }>(catalogue: Catalogue<T>): Iterable<SeedFault> {
  for (const item of catalogue.having('id')) {
    const { id } = item.value;
    const first = catalogue.first(id);
    if (first === undefined || first.value === item.value) continue;
    const message = `the id \`${id}\` is also that of the ${catalogue.noun} at ${first.place}`;
    yield item.faultAt(['id'], message, 'Give one of the two another id, or make them one.');
  }
}

/** No two entities have the same key of the same scheme. */
export function* uniqueIdentifiers({ entities }: Corpus): Iterable<SeedFault> {
  const owners = new Map<string, Item<{ readonly id: string }>>();
  for (const entity of entities.having('id', 'identifiers')) {
    for (const [scheme, value] of Object.entries(entity.value.identifiers ?? {})) {
      const key = JSON.stringify([scheme, value]);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, entity);
      else {
        const message = `\`${owner.value.id}\` at ${owner.place} has the same ${scheme} identifier, ${value}`;
        yield entity.faultAt(['identifiers', scheme], message, 'Correct one of the two.');
      }
    }
  }
}
