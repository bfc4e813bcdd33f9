import type { Kind } from '../../ontology/kinds.ts';
import type { Regime } from '../../ontology/regimes.ts';
import { distinct } from '../../ontology/compareTexts.ts';
import {
  type RegimeEvent,
  type RegimePart,
  regimeParts,
  statusEvents,
  type StatusSubject,
  type ParticipantReport,
  type ReportedEvent,
} from '../status/regimeEvent.ts';
import { existenceOf } from '../status/course.ts';
import { type EventView, eventView } from '../eventView.ts';
import { sideOf } from '../../record/participation.ts';
import { isKnown, isOfCoding, type Knowledge, type SourceValidity } from '../countsBy.ts';
import { projectedRecord } from '../projectedRecord.ts';
import { publicationBy } from '../publication.ts';

/** A status, and every event from which it can follow by some of its reports. */
export interface StatusHistory {
  readonly status: StatusSubject;
  readonly events: readonly FullEvent[];
}

/** What is known of an entity. */
export interface KnownEntity {
  readonly kind: Kind;
  /** A collective has no statuses to give. */
  readonly isGroup: boolean;
  /** When it existed (EDTF); `null` if that is not recorded. */
  readonly existed: string | null;
}

/** Whom changes concern; `null` for anyone. */
export interface Concern {
  /** At least one of these takes part. */
  readonly entities: ReadonlySet<string> | null;
  /** It is between two of these. */
  readonly between: ReadonlySet<string> | null;
}

/**
 * The statuses that concern those asked about, between an authority and a subject that some report names together, in
 * the order of authority, subject and regime. Those who only act for others have none, unless they are asked about.
 */
export function statusHistories(
  events: readonly FullEvent[],
  concern: Concern,
  regimes: readonly Regime[] | null,
  entityOf: (entity: string) => KnownEntity,
): StatusHistory[] {
  const parts = events
    .flatMap(partsOf)
    .filter(({ part }) => regimes === null || regimes.includes(part.regime));
  const bearing = new Map<string, Set<FullEvent>>();
  for (const { event, part } of parts) {
    for (const key of keysOf(part, part.authorities.size === 0 ? [NOBODY] : part.authorities)) {
      bearing.set(key, (bearing.get(key) ?? new Set()).add(event));
    }
  }
  const keys = distinct(
    parts.flatMap(({ part }) =>
      keysOf(
        part,
        eligible(part.authorities, part.principals, concern),
        eligible(part.subjects, part.principalSubjects, concern),
      ),
    ),
  );
  return keys
    .map((key) => subjectOf(key, entityOf))
    .filter((status) => isConcerned(concern, status) && !entityOf(status.authority).isGroup)
    .map((status) => {
      const own = bearing.get(keyOf(status)) ?? [];
      const general = bearing.get(keyOf({ ...status, authority: NOBODY })) ?? [];
      return { status, events: [...new Set([...own, ...general])] };
    });
}

/** An event with all its reports, whether they count or not. */
export interface FullEvent extends ReportedEvent {
  readonly reports: readonly FullReport[];
}

export interface FullReport extends ParticipantReport {
  readonly locator: string;
  readonly validity: SourceValidity;
}

/** The events from which the status followed by what was known. */
export function eventsKnown(
  { status, events }: StatusHistory,
  knowledge: Knowledge,
  day = knowledge.knownBy,
): RegimeEvent[] {
  return statusEvents(
    status,
    events.map((event) => asReported(event, knowledge, day)),
  );
}

/**
 * The event with the reports that counted then.
 * @param day which their sources can know, if it is another than the one by which they count
 */
export function asReported(event: FullEvent, known: Knowledge, day = known.knownBy): FullEvent {
  return {
    ...event,
    reports: event.reports
      .filter((report) => isKnown(report.validity, known) && isOfCoding(report, known))
      .map((report) => ({ ...report, published: publicationBy(report.validity.published, day ?? null) })),
  };
}

/** The event as it was known then; `null` if nothing was. */
export function asKnown(event: FullEvent, knowledge: Knowledge, day = knowledge.knownBy): EventView | null {
  const { reports } = asReported(event, knowledge, day);
  if (reports.length === 0) return null;
  const record = projectedRecord(event, reports);
  return eventView(record, new Map(reports.map(({ source, published }) => [source, published])));
}

/** Whether any names the authority and the subject together. "No country has" alone makes no history of a pair. */
export function namesThem(events: readonly RegimeEvent[]): boolean {
  return events.some(({ isGeneral }) => !isGeneral);
}

/** Whether the event, as it was known, concerns them. Those for whom others act take part too. */
export function concerns({ entities, between }: Concern, { participations }: EventView): boolean {
  const parts = participations.filter(({ named, principal }) => named || principal);
  if (entities !== null && !parts.some(({ entity }) => entities.has(entity))) return false;
  if (between === null) return true;
  const among = parts.filter(({ entity }) => between.has(entity));
  return among.some((one) => among.some((other) => faceEachOther(one, other)));
}

interface Part {
  readonly event: FullEvent;
  readonly part: RegimePart;
}

/** The parts by each report alone: together they cover whichever reports count. */
function partsOf(event: FullEvent): Part[] {
  return event.reports
    .flatMap((report) => regimeParts({ ...event, reports: [report] }))
    .map((part) => ({ event, part }));
}

/** Those who act for themselves, and those asked about. */
function eligible(
  all: ReadonlySet<string>,
  principals: ReadonlySet<string>,
  { entities, between }: Concern,
): string[] {
  return [...all].filter(
    (one) => principals.has(one) || entities?.has(one) === true || between?.has(one) === true,
  );
}

function keysOf(part: RegimePart, authorities: Iterable<string>, subjects: Iterable<string> = part.subjects) {
  const { regime } = part;
  return [...authorities].flatMap((authority) =>
    [...subjects].map((subject) => keyOf({ authority, subject, regime })),
  );
}

function keyOf({ authority, subject, regime }: Omit<StatusSubject, 'list' | 'kind'>): string {
  return `${authority} ${subject} ${regime}`;
}

/** Stands for the authority of what is said of nobody in particular. */
const NOBODY = '-';

function subjectOf(key: string, entityOf: (entity: string) => KnownEntity): StatusSubject {
  const [authority = '', subject = '', regime] = key.split(' ');
  const existed = existenceOf([authority, subject].map((id) => entityOf(id).existed));
  const { kind } = entityOf(authority);
  return { authority, kind, subject, regime: regime as Regime, list: null, existed };
}

function isConcerned({ entities, between }: Concern, { authority, subject }: StatusSubject): boolean {
  return (
    authority !== subject &&
    (entities === null || entities.has(authority) || entities.has(subject)) &&
    (between === null || (between.has(authority) && between.has(subject)))
  );
}

type SeenParticipation = EventView['participations'][number];

/** Two on one side, such as two delegates or an envoy and his state, did not meet each other. */
function faceEachOther(one: SeenParticipation, other: SeenParticipation): boolean {
  return (
    one.entity !== other.entity &&
    one.faces === other.role &&
    (one.role !== other.role || sideOf(one) !== sideOf(other))
  );
}
