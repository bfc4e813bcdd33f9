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
  const lacks = (id: string | null | undefined): id is string =>
    typeof id === 'string' && catalogues.entities.lacks(id);
  const missing = (id: string, path: Path): Fault => catalogues.entities.faultOfMissing(id, path, wording);
  for (const { record, path } of entities) {
    const { id, partOf } = record;
    // If it is a part of itself, `organsAreNoPartOfThemselves` says so.
    if (partOf !== id && lacks(partOf)) yield missing(partOf, [...path, 'partOf']);
  }
  for (const { participants, path } of participantSets(events)) {
    for (const [index, { entity, onBehalfOf }] of participants.entries()) {
      if (lacks(entity)) yield missing(entity, [...path, index, 'entity']);
      if (lacks(onBehalfOf)) yield missing(onBehalfOf, [...path, index, 'onBehalfOf']);
    }
  }
  for (const { record, path } of events.flatMap(reportsOf)) {
    const { attributedTo } = record;
    if (lacks(attributedTo)) yield missing(attributedTo, [...path, 'attributedTo']);
  }
}

/** Reports name sources that exist, and so do sources and reports that are based on others. */
export function* knownSources(drafts: Drafts, { sources }: Catalogues, wording: Wording): Iterable<Fault> {
  const reports = drafts.events.flatMap(reportsOf);
  for (const { record, path } of reports) {
    const { source } = record;
    if (source !== undefined && sources.lacks(source))
      yield sources.faultOfMissing(source, [...path, 'source'], wording);
  }
  for (const { record, path } of [...drafts.sources, ...reports]) {
    // If it is based on itself, `sourcesAreNotBasedOnThemselves` says so.
    const own = 'id' in record ? record.id : undefined;
    for (const [index, id] of (record.basedOn ?? []).entries())
      if (id !== own && sources.lacks(id))
        yield sources.faultOfMissing(id, [...path, 'basedOn', index], wording);
  }
}

/** An event is a part of, and follows, events that exist. */
export function* knownEvents(drafts: Drafts, { events }: Catalogues, wording: Wording): Iterable<Fault> {
  for (const field of ['partOf', 'follows'] as const) {
    for (const { record, path } of drafts.events) {
      for (const [index, id] of (record[field] ?? []).entries())
        if (events.lacks(id)) yield events.faultOfMissing(id, [...path, field, index], wording);
    }
  }
}
