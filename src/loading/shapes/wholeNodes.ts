import type { Publication } from '../../reasoning/publication.ts';
import { type RowOf, rowOf, type Shape } from '../../record/attribute.ts';
import { STORED_ENTITY, type EntityRecord, entityRow } from '../../record/entity.ts';
import { STORED_EVENT, type EventRecord, eventRow } from '../../record/event.ts';
import { SOURCE, type SourceRecord, STORED_SOURCE } from '../../record/source.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Version, VIEW, viewRow } from './viewShape.ts';

/** Which datasets declare a node, in the order of their ids, and the fingerprint of each one's declaration. */
const CLAIM = { datasets: 'TEXTS', fingerprints: 'TEXTS' } as const satisfies Shape;

/** Of a node that one dataset alone declares. */
function claimRow(dataset: string, fingerprint: string): RowOf<typeof CLAIM> {
  return { datasets: [dataset], fingerprints: [fingerprint] };
}

// Nodes that are new, which one dataset alone declares: all that is on them, at once.

export const WHOLE_ENTITY = { ...STORED_ENTITY.columns, ...CLAIM } as const satisfies Shape;

export function wholeEntityRow(dataset: string, entity: EntityRecord): RowOf<typeof WHOLE_ENTITY> {
  return { ...entityRow(entity), ...claimRow(dataset, fingerprint(entity)) };
}

export const WHOLE_SOURCE = {
  ...STORED_SOURCE.columns,
  ...CLAIM,
} as const satisfies Shape;

/** @param publication `null` where it follows from reports that are not there yet */
export function wholeSourceRow(
  dataset: string,
  source: SourceRecord,
  publication: Publication | null,
): RowOf<typeof WHOLE_SOURCE> {
  return {
    ...rowOf(SOURCE, source),
    ...claimRow(dataset, fingerprint(source)),
    publishedEarliest: publication?.earliest ?? null,
    publishedLatest: publication?.latest ?? null,
  };
}

export const WHOLE_EVENT = { ...STORED_EVENT.columns, ...CLAIM, ...VIEW } as const satisfies Shape;

export function wholeEventRow(
  dataset: string,
  event: EventRecord,
  current: Version,
): RowOf<typeof WHOLE_EVENT> {
  return { ...eventRow(event), ...claimRow(dataset, fingerprint(event)), ...viewRow(current) };
}
