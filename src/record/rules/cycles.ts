import type { Catalogues } from '../catalogue.ts';
import { type Draft, type Drafts, reportsOf } from '../draft.ts';
import { type Fault, faultAt, type Wording } from '../fault.ts';

/** An entity is no part of itself, not even by way of others. */
export function* organsAreNoPartOfThemselves(
  { entities }: Drafts,
  _: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  const linksOf = ({ record: { partOf } }: (typeof entities)[number]) =>
    typeof partOf === 'string' ? [partOf] : [];
  yield* faultsOfCycles(entities, linksOf, 'partOf', 'is a part of', wording);
}

/** A source is not based on itself, not even by way of others or in one report. */
export function* sourcesAreNotBasedOnThemselves(
  { sources, events }: Drafts,
  _: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  yield* faultsOfCycles(sources, ({ record }) => record.basedOn ?? [], 'basedOn', 'is based on', wording);
  for (const { record, path } of events.flatMap(reportsOf)) {
    const index = record.basedOn?.findIndex((id) => id === record.source) ?? -1;
    if (index === -1) continue;
    const id = `\`${wording.id(record.source ?? '')}\``;
    yield faultAt([...path, 'basedOn', index], `${id} is based on ${id}`, 'Take the link out.');
  }
}

/** An event is no part of itself and does not follow itself, not even by way of others. */
export function* acyclicEvents({ events }: Drafts, _: Catalogues, wording: Wording): Iterable<Fault> {
  yield* faultsOfCycles(events, ({ record }) => record.partOf ?? [], 'partOf', 'is a part of', wording);
  yield* faultsOfCycles(events, ({ record }) => record.follows ?? [], 'follows', 'follows', wording);
}

function* faultsOfCycles<D extends Draft<{ readonly id: string }>>(
  drafts: readonly D[],
  linksOf: (draft: D) => readonly string[],
  field: string,
  phrase: string,
  wording: Wording,
): Iterable<Fault> {
  const byId = new Map<string, D>();
  for (const draft of drafts) {
    const { id } = draft.record;
    if (id !== undefined && !byId.has(id) && linksOf(draft).length > 0) byId.set(id, draft);
  }
  const links = new Map([...byId].map(([id, draft]) => [id, linksOf(draft)]));
  for (const cycle of cyclesOf(links)) {
    const [first = ''] = cycle;
    const message = [...cycle, first].map((id) => `\`${wording.id(id)}\``).join(` ${phrase} `);
    const { path } = byId.get(first) ?? { path: [] };
    yield faultAt([...path, field], message, 'Take one of the links out.');
  }
}

/** Circles among links between ids, each as the ids along it, and each link back reported once. */
export function cyclesOf(links: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const stack: string[] = [];
  const walk = (id: string): void => {
    if (done.has(id)) return;
    const start = stack.indexOf(id);
    if (start >= 0) {
      cycles.push(stack.slice(start));
      return;
    }
    stack.push(id);
    for (const next of links.get(id) ?? []) walk(next);
    stack.pop();
    done.add(id);
  };
  for (const id of links.keys()) walk(id);
  return cycles;
}
