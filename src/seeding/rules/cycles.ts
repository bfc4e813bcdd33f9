import type { Catalogue } from '../catalogue.ts';
import type { Corpus } from '../corpus.ts';
import { cyclesOf } from '../cyclesOf.ts';
import type { SeedFault } from '../fault.ts';

/** An entity is no part of itself, not even by way of others. */
export function* organsAreNoPartOfThemselves({ entities }: Corpus): Iterable<SeedFault> {
  const links = entities
    .having('id', 'partOf')
    .map(({ value: { id, partOf } }) => [id, partOf === undefined ? [] : [partOf]] as const);
  yield* faultsOfCycles(entities, new Map(links), 'partOf', 'is a part of');
}

/** An event is no part of itself and does not follow itself, not even by way of others. */
export function* acyclicEvents({ events }: Corpus): Iterable<SeedFault> {
  for (const [field, phrase] of [
    ['partOf', 'is a part of'],
    ['follows', 'follows'],
  ] as const) {
    const links = events.having('id', field).map(({ value }) => [value.id, value[field] ?? []] as const);
    yield* faultsOfCycles(events, new Map(links), field, phrase);
  }
}

function* faultsOfCycles<T extends { readonly id: string }>(
  catalogue: Catalogue<T>,
  links: ReadonlyMap<string, readonly string[]>,
  field: string,
  phrase: string,
): Iterable<SeedFault> {
  for (const cycle of cyclesOf(links)) {
    const [first = ''] = cycle;
    const message = [...cycle, first].map((id) => `\`${id}\``).join(` ${phrase} `);
    const item = catalogue.first(first);
    if (item !== undefined) yield item.faultAt([field], message, 'Take one of the links out.');
  }
}
