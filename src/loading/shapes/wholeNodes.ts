import type { RowOf, Shape } from '../../cypher/shape.ts';
import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { Publication } from '../../reasoning/publication.ts';
import { fingerprint } from '../fingerprint.ts';
import { ENTITY, entityRow } from './entityShape.ts';
import { EVENT, eventRow } from './eventShape.ts';
import { PUBLICATION, publicationRow, SOURCE, sourceRow } from './sourceShape.ts';
import { type Version, VIEW, viewRow } from './viewShape.ts';

/** Which datasets declare a node, in the order of their ids, and the fingerprint of each one's declaration. */
const CLAIM = { datasets: 'TEXTS', fingerprints: 'TEXTS' } as const satisfies Shape;

/** Of a node that one dataset alone declares. */
function claimRow(dataset: string, fingerprint: string): RowOf<typeof CLAIM> {
  return { datasets: [dataset], fingerprints: [fingerprint] };
}

// Nodes that are new, which one dataset alone declares: all that is on them, at once.

export const WHOLE_ENTITY = { ...ENTITY, ...CLAIM } as const satisfies Shape;

export function wholeEntityRow(dataset: string, entity: EntityRecord): RowOf<typeof WHOLE_ENTITY> {
  return { ...entityRow(entity), ...claimRow(dataset, fingerprint(entity)) };
}

export const WHOLE_SOURCE = { ...SOURCE, ...CLAIM, ...PUBLICATION } as const satisfies Shape;

/** @param publication `null` where it follows from reports that are not there yet */
export function wholeSourceRow(
  dataset: string,
  source: SourceRecord,
  publication: Publication | null,
): RowOf<typeof WHOLE_SOURCE> {
  const published = publication === null ? NOT_YET : publicationRow(publication);
  return { ...sourceRow(source), ...claimRow(dataset, fingerprint(source)), ...published };
}

const NOT_YET = { publishedEarliest: null, publishedLatest: null };

export const WHOLE_EVENT = { ...EVENT, ...CLAIM, ...VIEW } as const satisfies Shape;

export function wholeEventRow(
  dataset: string,
  event: EventRecord,
  current: Version,
): RowOf<typeof WHOLE_EVENT> {
  return { ...eventRow(event), ...claimRow(dataset, fingerprint(event)), ...viewRow(current) };
}
