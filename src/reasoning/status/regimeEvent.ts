import { declarationOf, type EventType, authorityKinds } from '../../ontology/lookups.ts';
import { type Participation, participationOf, sideOf } from '../../record/participation.ts';
import type { Regime, Effect } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import { type CountingReport, decisive } from '../eventDate.ts';
import { reportedDate } from '../publication.ts';
import type { BoundedDate } from '../../time/parseEdtf.ts';
import type { Kind } from '../../ontology/kinds.ts';
import { distinct } from '../../ontology/compareTexts.ts';

/**
 * An event of one authority, subject and regime (and list, where one is asked for): of a type that acts on the
 * regime or observes it, or the announcement of such an act.
 */
export interface RegimeEvent {
  readonly id: string;
  readonly type: EventType;
  /** The type of the act that an announcement announces. */
  readonly intends: EventType | null;
  /** It names no authority ("no country has"), and so is said of every one. */
  readonly isGeneral: boolean;
  /** Those that count: published by then, of sources that are not retracted. */
  readonly reports: readonly RegimeReport[];
}

export type RegimeReport = CountingReport;

/** An event of a type that belongs to a regime, or the announcement of such an act, with its reports. */
export interface ReportedEvent extends Pick<RegimeEvent, 'id' | 'type' | 'intends'> {
  /** Those that count: published by then, of sources that are not retracted. */
  readonly reports: readonly ParticipantReport[];
}

export interface ParticipantReport extends RegimeReport {
  /** Its participants, each as the key of a participation. */
  readonly participants: readonly string[];
}

/** Which status: whose, of which authority, in which regime. */
export interface StatusSubject {
  readonly subject: string;
  readonly authority: string;
  /** The kind of the authority. */
  readonly kind: Kind;
  readonly regime: Regime;
  /** Only what concerns this list; `null` for any list. */
  readonly list: string | null;
}

type AnyAuthority = Omit<StatusSubject, 'authority' | 'kind'>;

/**
 * The events that bear on one status, by the participants of their reports. An event without an authority concerns
 * whoever could be the authority: not a person if only states can, nor the subject itself.
 */
export function statusEvents(status: StatusSubject, events: readonly ReportedEvent[]): RegimeEvent[] {
  return events.flatMap((event) => {
    const parts = partsFor(status, event);
    const isOfAuthority = parts.some(({ authorities }) => authorities.has(status.authority));
    if (!isOfAuthority && !(couldBeAuthority(status) && parts.some(isGeneral))) return [];
    return [{ ...event, isGeneral: !isOfAuthority }];
  });
}

/** The authorities with which the subject can have a status: those who act, or for whom others act. */
export function authoritiesOf(status: AnyAuthority, events: readonly ReportedEvent[]): string[] {
  return distinct(
    events.flatMap((event) => partsFor(status, event).flatMap(({ principals }) => [...principals])),
  );
}

/** The subject's events that name no authority. */
export function generalEvents(status: AnyAuthority, events: readonly ReportedEvent[]): ReportedEvent[] {
  return events.filter((event) => partsFor(status, event).some(isGeneral));
}

/** The regimes in which the subject can have a status. */
export function regimesOf(subject: string, events: readonly ReportedEvent[]): Regime[] {
  const parts = events.flatMap(regimeParts).filter(({ subjects }) => subjects.has(subject));
  return [...new Set(parts.map(({ regime }) => regime))].sort();
}

/** Who holds which part in a regime by one report: those who take part, and those for whom they act. */
export interface RegimePart {
  readonly regime: Regime;
  readonly subjects: ReadonlySet<string>;
  /** Empty for what is said of nobody in particular. */
  readonly authorities: ReadonlySet<string>;
  /** The authorities without those who only act for them. */
  readonly principals: ReadonlySet<string>;
  /** The subjects without those who only act for them. */
  readonly principalSubjects: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * The parts in the regime of the event, or of the act that it announces: one for each decisive report. Two reports that
 * each name one side do not name both.
 */
export function regimeParts({ type, intends, reports }: ReportedEvent): RegimePart[] {
  const own = declarationOf(type).status;
  const status = own ?? (intends === null ? undefined : declarationOf(intends).status);
  if (status === undefined) return [];
  return decisive(reports).map(({ participants }) => {
    const stated = participants.map(participationOf);
    const inRole = (role: Role) => stated.filter((one) => one.role === role);
    const [authorities, subjects] = [inRole(status.authority), inRole(status.subject)];
    return {
      regime: status.regime,
      subjects: everyone(subjects),
      authorities: everyone(authorities),
      principals: new Set(authorities.map(sideOf)),
      principalSubjects: new Set(subjects.map(sideOf)),
      lists: everyone(inRole('LIST')),
    };
  });
}

/** What the event does to its regime; `null` for an announcement. */
export function effectOf(event: Pick<RegimeEvent, 'id' | 'type'>): Effect | null {
  const { status, announces } = declarationOf(event.type);
  if (status === undefined && announces === undefined) {
    throw new RangeError(
      `The event ${event.id} is ${event.type}, which neither belongs to a regime nor announces an act: leave it out.`,
    );
  }
  return status?.effect ?? null;
}

/** The reports that say that it happened or is so. */
export function affirming({ reports }: Pick<RegimeEvent, 'reports'>): readonly RegimeReport[] {
  return reports.filter(({ stance }) => stance === 'AFFIRMS');
}

export function isDenied({ reports }: Pick<RegimeEvent, 'reports'>): boolean {
  return reports.some(({ stance }) => stance === 'DENIES');
}

/** The sources of the reports, each once, in order of their ids. */
export function sourcesOf(reports: readonly RegimeReport[]): string[] {
  return [...new Set(reports.map(({ source }) => source))].sort();
}

/** The date that the report gives. Working it out takes longer than reasoning with it, so it is done once. */
export function dateOfReport(report: RegimeReport): BoundedDate {
  const cached = DATES.get(report);
  if (cached !== undefined) return cached;
  const date = reportedDate(report, report.published);
  DATES.set(report, date);
  return date;
}

const DATES = new WeakMap<RegimeReport, BoundedDate>();

function partsFor({ subject, regime, list }: AnyAuthority, event: ReportedEvent): RegimePart[] {
  return regimeParts(event).filter(
    (part) => part.regime === regime && part.subjects.has(subject) && (list === null || part.lists.has(list)),
  );
}

function couldBeAuthority({ authority, subject, kind, regime }: StatusSubject): boolean {
  return authority !== subject && authorityKinds(regime).has(kind);
}

function isGeneral({ authorities }: RegimePart): boolean {
  return authorities.size === 0;
}

function everyone(participations: readonly Participation[]): Set<string> {
  return new Set(
    participations.flatMap(({ entity, onBehalfOf }) =>
      onBehalfOf === null ? [entity] : [entity, onBehalfOf],
    ),
  );
}
