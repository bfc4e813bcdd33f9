import { type Participation, participationKey } from '../record/participation.ts';
import type { ProjectedRecord } from './projectedRecord.ts';

/** The canonical id of each entity that has been joined with another; others are known by their own. */
export type CanonicalIds = ReadonlyMap<string, string>;

/** The record with its participants under their canonical ids; itself if none of them is joined. */
export function canonicalRecord(event: ProjectedRecord, ids: CanonicalIds): ProjectedRecord {
  const participants = canonicalParticipants(event.participants, ids);
  const reports = event.reports.map((report) => {
    if (report.participants === null) return report;
    const own = canonicalParticipants(report.participants, ids);
    return own === report.participants ? report : { ...report, participants: own };
  });
  const isSame =
    participants === event.participants && reports.every((report, i) => report === event.reports[i]);
  return isSame ? event : { ...event, participants, reports };
}

/**
 * As many as are left, in their order, once those that are one count as one; the list itself where none is joined.
 * Nobody acts for himself: where it turns out that an entity acted on behalf of itself, it just acted.
 */
export function canonicalParticipants(
  participants: readonly Participation[],
  ids: CanonicalIds,
): readonly Participation[] {
  const isJoined = (id: string | null): boolean => id !== null && ids.has(id);
  if (!participants.some(({ entity, onBehalfOf }) => isJoined(entity) || isJoined(onBehalfOf)))
    return participants;
  const known = participants.map(({ role, ...stated }): Participation => {
    const entity = ids.get(stated.entity) ?? stated.entity;
    const onBehalfOf = stated.onBehalfOf === null ? null : (ids.get(stated.onBehalfOf) ?? stated.onBehalfOf);
    const isItself = onBehalfOf === entity && stated.onBehalfOf !== stated.entity;
    return { role, entity, onBehalfOf: isItself ? null : onBehalfOf };
  });
  return [...new Map(known.map((one) => [participationKey(one), one])).values()];
}
