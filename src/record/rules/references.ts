import type { Catalogues } from '../catalogue.ts';
import { type Drafts, reportsOf } from '../draft.ts';
import type { Fault, Path, Wording } from '../fault.ts';
import { participantSets } from './participants.ts';

/** Participants, those for whom they act, those who are quoted and the owners of organs exist. */
export function* knownEntities(
  { entities, events }: Drafts,
  catalogues: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  const faultsOf = (id: string | null | undefined, path: Path): Fault[] =>
    typeof id === 'string' ? catalogues.entities.faultsOfMissing(id, path, wording) : [];
  for (const { record, path } of entities) {
    // If it is a part of itself, `organsAreNoPartOfThemselves` says so.
    if (record.partOf !== record.id) yield* faultsOf(record.partOf, [...path, 'partOf']);
  }
  for (const { participants, path } of participantSets(events)) {
    for (const [index, { entity, onBehalfOf }] of participants.entries()) {
      yield* faultsOf(entity, [...path, index, 'entity']);
      yield* faultsOf(onBehalfOf, [...path, index, 'onBehalfOf']);
    }
  }
  for (const { record, path } of events.flatMap(reportsOf)) {
    yield* faultsOf(record.attributedTo, [...path, 'attributedTo']);
  }
}

/** Reports name sources that exist. */
export function* knownSources(
  { events }: Drafts,
  { sources }: Catalogues,
  wording: Wording,
): Iterable<Fault> {
  for (const { record, path } of events.flatMap(reportsOf)) {
    if (record.source !== undefined)
      yield* sources.faultsOfMissing(record.source, [...path, 'source'], wording);
  }
}

/** An event is a part of, and follows, events that exist. */
export function* knownEvents(drafts: Drafts, { events }: Catalogues, wording: Wording): Iterable<Fault> {
  for (const field of ['partOf', 'follows'] as const) {
    for (const { record, path } of drafts.events) {
      for (const [index, id] of (record[field] ?? []).entries())
        yield* events.faultsOfMissing(id, [...path, field, index], wording);
    }
  }
}
