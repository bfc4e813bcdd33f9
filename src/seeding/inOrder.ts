import type {
  DatasetRecord,
  EntityRecord,
  EventRecord,
  Participation,
  ReportRecord,
} from '../ontology/records.ts';
import { participationKey } from '../reasoning/participations.ts';
import { compareTexts } from './fault.ts';

/** The dataset with all that has no order of its own in one order, so that equal datasets are written equally. */
export function inOrder({ id, entities, sources, events }: DatasetRecord): DatasetRecord {
  return {
    id,
    entities: by(idOf, entities).map(entityInOrder),
    sources: by(idOf, sources),
    events: by(idOf, events).map(eventInOrder),
  };
}

function entityInOrder(entity: EntityRecord): EntityRecord {
  return { ...entity, identifiers: by(({ scheme, value }) => `${scheme}:${value}`, entity.identifiers) };
}

function eventInOrder(event: EventRecord): EventRecord {
  return {
    ...event,
    partOf: [...event.partOf].sort(compareTexts),
    follows: [...event.follows].sort(compareTexts),
    participants: participantsInOrder(event.participants),
    reports: by(({ source, locator }) => `${source}#${locator}`, event.reports).map(reportInOrder),
  };
}

function reportInOrder(report: ReportRecord): ReportRecord {
  return { ...report, participants: report.participants && participantsInOrder(report.participants) };
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
