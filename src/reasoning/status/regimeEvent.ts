import { authorityKinds, type EventType, statusRulesOf } from '../../ontology/lookups.ts';
import { type Participation, participationOf, sideOf } from '../../record/participation.ts';
import type { Regime, Effect } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import { type CountingReport, decisive } from '../eventDate.ts';
import { reportedDate } from '../publication.ts';
import { type CombinedDate, combineDates } from '../../time/combineDates.ts';
import type { BoundedDate } from '../../time/parseEdtf.ts';
import type { Kind } from '../../ontology/kinds.ts';
import { compareTexts, distinct } from '../../ontology/compareTexts.ts';
import type { Day, DayRange } from '../../time/day.ts';

/**
 * An event of one authority, subject and regime: of a type that acts on the regime or observes it, or the announcement
 * of such an act.
 */
export interface RegimeEvent {
  readonly id: string;
  readonly type: EventType;
  /** What it does to the regime; `null` for an announcement. */
  readonly effect: Effect | null;
  /** The lists that it names, or its post. */
  readonly names: readonly string[];
  /** It names none though several are known: it may concern any of them. */
  readonly isOptional: boolean;
  /** The subject itself takes part: others do not just act for it. */
  readonly isOfSubject: boolean;
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
  readonly post: string | null;
  /** Those that count: published by then, of sources that are not retracted. */
  readonly reports: readonly ParticipantReport[];
}

export interface ParticipantReport extends RegimeReport {
  /** Its participants, each as the key of a participation. */
  readonly participants: readonly string[];
}

/** Which status: whose, of which authority, in which regime. */
export interface StatusSubject {
  /** The days (inclusive) on which the authority, and the subject, can have existed, where that is known. */
  readonly existed?: readonly DayRange[];
  readonly subject: string;
  readonly authority: string;
  /** The kind of the authority. */
  readonly kind: Kind;
  readonly regime: Regime;
  /** Only what concerns this list, or the lists that are part of it; `null` for any list. */
  readonly list: string | null;
  /** The list that each list is part of, for those that are. */
  readonly wholes?: ReadonlyMap<string, string>;
}

type AnyAuthority = Omit<StatusSubject, 'authority' | 'kind'>;

/**
 * The events that bear on one status, by the participants of their reports. An event without an authority concerns
 * whoever could be the authority: not a person if only states can, nor the subject itself.
 *
 * With a list, only what concerns it or a part of it: what names it, and what names none, if it is the only list known. If
 * several are known, what names none may concern it.
 */
export function statusEvents(status: StatusSubject, events: readonly ReportedEvent[]): RegimeEvent[] {
  const { list, wholes = new Map<string, string>() } = status;
  const all = withFinestNames(
    events.flatMap((event) => regimeEventOf(status, event) ?? []),
    wholes,
  );
  if (list === null) return all;
  const parts = separated(all).filter(
    ({ name }) => name !== null && (name === list || wholes.get(name) === list),
  );
  const [only] = parts;
  if (only !== undefined && parts.length === 1)
    return only.events.map((event) => ({ ...event, names: only.name === null ? [] : [only.name] }));
  const ids = new Set(parts.flatMap((part) => part.events.map(({ id }) => id)));
  return all.filter(({ id }) => ids.has(id));
}

/** Whoever names the whole of a list that is known by itself names no list more finely. */
function withFinestNames(events: readonly RegimeEvent[], wholes: ReadonlyMap<string, string>): RegimeEvent[] {
  const known = events.filter(isEvidence).flatMap(({ names }) => names);
  const coarse = new Set(known.flatMap((name) => wholes.get(name) ?? []));
  return events.map((event) => ({ ...event, names: event.names.filter((name) => !coarse.has(name)) }));
}

function regimeEventOf(status: StatusSubject, event: ReportedEvent): RegimeEvent | null {
  const parts = partsFor({ ...status, list: null }, event);
  const own = parts.filter(({ authorities }) => authorities.has(status.authority));
  const [first] = own.length > 0 ? own : couldBeAuthority(status) ? parts.filter(isGeneral) : [];
  if (first === undefined) return null;
  const lists = distinct((own.length > 0 ? own : parts).flatMap((part) => [...part.lists]));
  const post = status.regime === 'POST' && event.post !== null ? [event.post] : [];
  return {
    ...event,
    effect: first.effect,
    names: status.regime === 'POST' ? post : lists,
    isOptional: false,
    isOfSubject: (own.length > 0 ? own : parts).some(({ namedSubjects }) =>
      namedSubjects.has(status.subject),
    ),
    isGeneral: own.length === 0,
  };
}

/** What concerns one list or one post. */
export interface SeparateEvents {
  /** As some event names it; `null` if none names any. */
  readonly name: string | null;
  readonly events: readonly RegimeEvent[];
}

/**
 * The events of each list, or of each post, in the order of their names. What names none concerns the only one that is
 * known; if several are, it may concern any, but for an absence: that is of all.
 */
export function separated(events: readonly RegimeEvent[]): SeparateEvents[] {
  const names = new Map<string, string>();
  for (const event of events.filter(isEvidence))
    for (const name of event.names) names.set(keyOfName(name), names.get(keyOfName(name)) ?? name);
  const [only = null] = names.values();
  if (names.size <= 1) return [{ name: only, events }];
  return [...names]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, name]) => ({
      name,
      events: events.flatMap((event) => {
        if (event.names.length > 0) return event.names.some((one) => keyOfName(one) === key) ? [event] : [];
        return [{ ...event, isOptional: event.effect !== 'OBSERVES_NOT_IN_FORCE' }];
      }),
    }));
}

/** Whether it names the list or the post, or none. */
export function mayConcern({ names }: Pick<RegimeEvent, 'names'>, name: string | null): boolean {
  if (name === null || names.length === 0) return true;
  return names.some((one) => keyOfName(one) === keyOfName(name));
}

/** Posts are texts: case does not tell them apart. */
function keyOfName(name: string): string {
  return name.toLowerCase();
}

/**
 * The authorities with which the subject can have a status: those who act, or for whom others act, by some source that
 * does not merely expect it.
 */
export function authoritiesOf(status: AnyAuthority, events: readonly ReportedEvent[]): string[] {
  return distinct(
    events
      .filter(({ reports }) => reports.some(({ stance }) => stance !== 'EXPECTS'))
      .flatMap((event) => partsFor(status, event).flatMap(({ principals }) => [...principals])),
  );
}

/** The subject's events that name no authority. */
export function generalEvents(status: AnyAuthority, events: readonly ReportedEvent[]): ReportedEvent[] {
  return events.filter((event) => partsFor(status, event).some(isGeneral));
}

/** Whether what the event says may have begun by the day, and is not known to have ended. */
export function mayHoldOn(day: Day, event: ReportedEvent): boolean {
  const { qualified, earliest, latest, extent } = dateBy(event.reports);
  return qualified || (earliest <= day && (extent === 'DAY' || latest >= day));
}

/** The regimes in which the subject can have a status. */
export function regimesOf(subject: string, events: readonly ReportedEvent[]): Regime[] {
  const parts = events.flatMap(regimeParts).filter(({ subjects }) => subjects.has(subject));
  return [...new Set(parts.map(({ regime }) => regime))].sort();
}

/** Who holds which part in a regime by one report: those who take part, and those for whom they act. */
export interface RegimePart {
  readonly regime: Regime;
  /** `null` for the announcement of an act. */
  readonly effect: Effect | null;
  readonly subjects: ReadonlySet<string>;
  /** Those who take part, without those for whom they act. */
  readonly namedSubjects: ReadonlySet<string>;
  /** Empty for what is said of nobody in particular. */
  readonly authorities: ReadonlySet<string>;
  /** The authorities without those who only act for them. */
  readonly principals: ReadonlySet<string>;
  /** The subjects without those who only act for them. */
  readonly principalSubjects: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * The parts in the regimes of the event, or of the act that it announces: for each decisive report. Two reports that
 * each name one side do not name both.
 */
export function regimeParts({ type, intends, reports }: ReportedEvent): RegimePart[] {
  const own = statusRulesOf(type);
  const isAnnounced = own.length === 0;
  const rules = isAnnounced && intends !== null ? statusRulesOf(intends).slice(0, 1) : own;
  return rules.flatMap((rule) =>
    decisive(reports).map(({ participants }) => {
      const stated = participants.map(participationOf);
      const inRole = (role: Role) => stated.filter((one) => one.role === role);
      const [authorities, subjects] = [inRole(rule.authority), inRole(rule.subject)];
      return {
        regime: rule.regime,
        effect: isAnnounced ? null : rule.effect,
        subjects: everyone(subjects),
        namedSubjects: new Set(subjects.map(({ entity }) => entity)),
        authorities: everyone(authorities),
        principals: new Set(authorities.map(sideOf)),
        principalSubjects: new Set(subjects.map(sideOf)),
        lists: everyone(inRole('LIST')),
      };
    }),
  );
}

/** The reports that say that it happened or is so. */
export function affirming({ reports }: Pick<RegimeEvent, 'reports'>): readonly RegimeReport[] {
  return reports.filter(({ stance }) => stance === 'AFFIRMS');
}

/** Whether it acts on the regime or observes it, and some source affirms it. */
export function isEvidence(event: RegimeEvent): event is RegimeEvent & { readonly effect: Effect } {
  return event.effect !== null && affirming(event).length > 0;
}

/** The reports that decide its date among those that affirm it: see `decisive`. */
export function dating(event: Pick<RegimeEvent, 'reports'>): readonly RegimeReport[] {
  return decisive(affirming(event));
}

/** Its date by the reports that affirm it, which there must be. */
export function dateOf(event: Pick<RegimeEvent, 'reports'>): CombinedDate {
  return dateBy(affirming(event));
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

/** As `eventDate`, with the dates that are worked out already. There is at least one report. */
function dateBy(reports: readonly RegimeReport[]): CombinedDate {
  return combineDates(decisive(reports).map(dateOfReport));
}

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
