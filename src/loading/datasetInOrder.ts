import type { DatasetRecord } from '../record/dataset.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import { type Participation, participantsIn, participationKey } from '../record/participation.ts';
import { compareTexts } from '../ontology/compareTexts.ts';

/** Sorts all that has no order of its own, so that equal datasets are written equally. */
export function datasetInOrder({ entities, sources, events, ...identity }: DatasetRecord): DatasetRecord {
  return {
    ...identity,
    entities: by(idOf, entities).map(entityInOrder),
    sources: by(idOf, sources),
    events: by(idOf, events).map(eventInOrder),
  };
}

function entityInOrder(entity: EntityRecord): EntityRecord {
  return { ...entity, identifiers: by(({ scheme, value }) => `${scheme}:${value}`, entity.identifiers) };
}

/**
 * The graph keeps the participants of each report, not those of the event. In this form the event has the participants
 * of its first report, and only the reports that name others have their own.
 */
function eventInOrder(event: EventRecord): EventRecord {
  const reports = by(({ source, locator }) => `${source}#${locator}`, event.reports).map((report) => {
    return { ...report, participants: participantsInOrder(participantsIn(report, event)) };
  });
  const participants = reports[0]?.participants ?? participantsInOrder(event.participants);
  const isShared = (own: readonly Participation[]): boolean => keysOf(own) === keysOf(participants);
  return {
    ...event,
    partOf: [...event.partOf].sort(compareTexts),
    follows: [...event.follows].sort(compareTexts),
    participants,
    reports: reports.map((report) =>
      isShared(report.participants) ? { ...report, participants: null } : report,
    ),
  };
}

function keysOf(participants: readonly Participation[]): string {
  return participants.map(participationKey).join('\n');
}

function participantsInOrder(participants: readonly Participation[]): Participation[] {
  return by(participationKey, participants);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function by<T>(key: (item: T) => string, items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareTexts(key(a), key(b)));
}
