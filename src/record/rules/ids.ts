import type { Catalogue, Catalogues } from '../catalogue.ts';
import type { Draft, Drafts } from '../draft.ts';
import type { EntityRecord } from '../entity.ts';
import { type Fault, faultAt, type Wording } from '../fault.ts';

interface Identified {
  readonly id: string;
}

/** An id is given once among the entities, once among the sources and once among the events. */
export function* uniqueIds(drafts: Drafts, catalogues: Catalogues, wording: Wording): Iterable<Fault> {
  yield* repeatedIds(drafts.entities, catalogues.entities, wording);
  yield* repeatedIds(drafts.sources, catalogues.sources, wording);
  yield* repeatedIds(drafts.events, catalogues.events, wording);
}

function* repeatedIds<D extends Draft<Identified>>(
  drafts: readonly D[],
  catalogue: Catalogue<D>,
  wording: Wording,
): Iterable<Fault> {
  for (const draft of drafts) {
    const { id } = draft.record;
    const first = id === undefined ? undefined : catalogue.first(id);
    if (id === undefined || first === undefined || first === draft) continue;
    const message = `the id \`${wording.id(id)}\` is also that of the ${catalogue.noun} at ${wording.place(first.path)}`;
    yield faultAt([...draft.path, 'id'], message, 'Give one of the two another id, or make them one.');
  }
}

/** No two entities have the same key of the same scheme. */
export function* uniqueIdentifiers({ entities }: Drafts, _: Catalogues, wording: Wording): Iterable<Fault> {
  const owners = new Map<string, Draft<EntityRecord>>();
  for (const entity of entities) {
    const { id, identifiers = [] } = entity.record;
    if (id === undefined) continue;
    for (const [index, { scheme, value }] of identifiers.entries()) {
      const key = JSON.stringify([scheme, value]);
      const owner = owners.get(key) ?? entity;
      owners.set(key, owner);
      if (owner === entity) continue;
      const whose = `\`${wording.id(owner.record.id ?? '')}\` at ${wording.place(owner.path)}`;
      const message = `${whose} has the same ${scheme} identifier, ${value}`;
      yield faultAt([...entity.path, 'identifiers', index, 'value'], message, 'Correct one of the two.');
    }
  }
}
