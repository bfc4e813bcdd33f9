import { type CombinedDate, combineDates } from '../../time/combineDates.ts';
import { type Day, type DayRange, earliestOf } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { ageOn, endsLater } from './age.ts';
import { type Course, type CoursePart, coursesOf, firstState, jointCourse } from './course.ts';
import type { ExpectedEnd } from './expectedEnds.ts';
import { conclusionOn, worldsOf, datesOf } from './world.ts';
import { type RegimeEvent, affirming, dateOf, isDenied, isEvidence, sourcesOf } from './regimeEvent.ts';
import { allows, beginningOf, isUncertain, timelineBackFrom } from './timeline.ts';
import type { StatusState } from './statusState.ts';
import type { Effect } from '../../ontology/regimes.ts';
import { orderKey } from '../../time/bounds.ts';
import { BEARINGS, observes } from './effects.ts';
import { declarationOf, type EventType } from '../../ontology/lookups.ts';

/** The status of an authority, a subject and a regime on a day, and what it follows from. */
interface StatusOnDay extends PartOnDay {
  /** One for each list, or for each post; in the order of their names. */
  readonly parts: readonly NamedPart[];
  /** In order of time. */
  readonly evidence: readonly Evidence[];
  /** Announced by then and not known to be done, in order of time. */
  readonly announced: readonly Announcement[];
  readonly disputed: readonly Dispute[];
}

/** What follows for one list, for one post, or for all of them together. */
export interface PartOnDay {
  readonly state: StatusState;
  /**
   * When the state began; if several lists have it, when the first of those began that have had it since without a
   * break. `null` if that is not known at all: for NO_RECORD, POSSIBLE and DISPUTED, and for a state that may always
   * have been so.
   */
  readonly since: CombinedDate | null;
  /** The date of the last evidence by the day asked about; `null` if there is none. */
  readonly lastEvidence: CombinedDate | null;
  /** The day lies beyond the last evidence, and no later evidence shows that the state was the same. */
  readonly carriedForward: boolean;
}

/** The list or the post; `null` if no event names one. */
export interface NamedPart extends PartOnDay {
  readonly name: string | null;
}

/** An event that speaks for the regime being in force, or against it. */
export interface Evidence {
  readonly event: string;
  readonly effect: Effect;
  /** FOR: opens, resumes or observes it in force. AGAINST: suspends, closes or observes it as absent. */
  readonly bearing: 'FOR' | 'AGAINST';
  /** It names no authority and so is said of every one. */
  readonly isGeneral: boolean;
  readonly date: CombinedDate;
  /** The sources that affirm it, or of an end that is only expected, that expect it; in order of their ids. */
  readonly sources: readonly string[];
}

/** An act that was announced, decided or legislated, and is not known to have been done. */
export interface Announcement {
  readonly event: string;
  /** The type of the act that is still to come. */
  readonly intends: EventType;
  readonly date: CombinedDate;
  /** Whether it had certainly been announced by then; else it may have been. */
  readonly isCertain: boolean;
  readonly sources: readonly string[];
}

/** What the sources do not agree on. */
export type Dispute =
  /** No date fits all that affirm the event. `dates`: what it comes to by each reading. */
  | {
      readonly about: 'DATE';
      readonly events: readonly [string];
      readonly dates: readonly CombinedDate[];
      readonly sources: readonly string[];
    }
  /** Some affirm the event and others deny it. `sources`: those that deny it. */
  | { readonly about: 'HAPPENING'; readonly events: readonly [string]; readonly sources: readonly string[] }
  /** Two events cannot both be true. */
  | {
      readonly about: 'CONTRADICTION';
      readonly events: readonly [string, string];
      readonly sources: readonly string[];
    };

export interface StatusOptions {
  /** CERTAIN: a state that is carried forward, or only inferred, is no more than possible. */
  readonly certainty?: Certainty;
  /** The days (inclusive) on which the authority, and the subject, can have existed. */
  readonly existed?: readonly DayRange[];
}

/**
 * The status at the end of the day (UTC). An act counts from its own day on.
 *
 * @param events those of one authority, subject and regime, with what is said of nobody in particular, and the
 *   announcements of acts of the regime; each with only the reports that count
 */
export function statusOn(
  day: Day,
  events: readonly RegimeEvent[],
  { certainty = 'POSSIBLE', existed = [] }: StatusOptions = {},
): StatusOnDay {
  const courses = coursesOf(events, existed);
  const parts = courses.map((course) => partOn(day, course, certainty));
  const evidence = merged(parts.map((part) => part.evidence));
  return {
    ...jointPart(day, courses, parts),
    parts: parts.map(({ name, state, since, lastEvidence, carriedForward }) => {
      return { name, state, since, lastEvidence, carriedForward };
    }),
    evidence,
    announced: announcementsOn(day, events),
    disputed: merged(courses.map((course) => disputesAmong(course.events.filter(isAmong(evidence))))),
  };
}

/** The state alone. */
export function stateOn(
  day: Day,
  events: readonly RegimeEvent[],
  { certainty = 'POSSIBLE', existed = [] }: StatusOptions = {},
): StatusState {
  const courses = coursesOf(events, existed);
  if (certainty === 'POSSIBLE') return jointCourse(courses.map(({ course }) => course)).on(day).state;
  return firstState(courses.map((course) => partOn(day, course, certainty).state));
}

interface PartWithEvidence extends NamedPart {
  readonly evidence: readonly Evidence[];
}

function partOn(
  day: Day,
  { name, events, course, timeless }: CoursePart,
  certainty: Certainty,
): PartWithEvidence {
  const { state } = course.on(day);
  const reported = state === 'NO_RECORD' ? [] : evidenceOn(day, events);
  const { lastEvidence, carriedForward, isInferred } = ageOn(
    day,
    state,
    reported,
    allEvidence(events),
    certainty,
  );
  const evidence = [...reported, ...course.overdueOn(day).map(expectation)].sort(inOrderOfTime);
  const isOpen = certainty === 'CERTAIN' && (carriedForward || isInferred) && state !== 'DISPUTED';
  const shown = isOpen ? 'POSSIBLE' : state;
  const since = sinceOn(day, shown, timeless);
  return { name, state: shown, since, lastEvidence, carriedForward, evidence };
}

function jointPart(day: Day, courses: readonly CoursePart[], parts: readonly NamedPart[]): PartOnDay {
  const state = firstState(parts.map((part) => part.state));
  const deciding = parts.filter((part) => part.state === state);
  const last = deciding.flatMap(({ lastEvidence }) => lastEvidence ?? []);
  const together =
    parts.length === 1 ? null : sinceOn(day, state, jointCourse(courses.map(({ timeless }) => timeless)));
  // If the part with which it began may have begun before, so may all.
  const first =
    parts.length === 1 ? parts[0] : deciding.find(({ since }) => since?.latest === together?.latest);
  return {
    state,
    since: first?.since ?? together,
    lastEvidence: last.length === 0 ? null : last.reduce((a, b) => (endsLater(b, a) ? b : a)),
    carriedForward: deciding.every(({ carriedForward }) => carriedForward),
  };
}

function sinceOn(day: Day, state: StatusState, course: Course): CombinedDate | null {
  if (state === 'NO_RECORD' || isUncertain(state)) return null;
  const timeline = timelineBackFrom(day, course, (conclusion) => allows(conclusion, state));
  return beginningOf(timeline, timeline.length - 1, course.instants).date;
}

/** Each once, in the order in which they come. */
function merged<T>(lists: readonly (readonly T[])[]): T[] {
  const [only = [], ...others] = lists;
  if (others.length === 0) return [...only];
  return [...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values()];
}

function isAmong(evidence: readonly Evidence[]): (event: RegimeEvent) => boolean {
  const ids = new Set(evidence.map(({ event }) => event));
  return ({ id }) => ids.has(id);
}

/**
 * The evidence from which the answer for the day follows, in order of time: all that may have taken place by then,
 * and where the answer rests on what came later ("before the first opening"), what may have come first of that.
 */
function evidenceOn(day: Day, events: readonly RegimeEvent[]): Evidence[] {
  const affirmed = events.filter(isEvidence);
  const all = allEvidence(affirmed);
  const byThen = all.filter(({ date }) => date.qualified || date.earliest <= day);
  const later = all.filter((each) => !byThen.includes(each));
  if (!restsOnLater(day, affirmed, byThen)) return byThen;
  const openings = later.filter(({ effect }) => effect === 'OPENS');
  return [...byThen, ...firstOf(openings.length > 0 ? openings : later)];
}

/** In order of time. */
function allEvidence(events: readonly RegimeEvent[]): Evidence[] {
  return events.flatMap((event) => evidenceOf(event) ?? []).sort(inOrderOfTime);
}

/** `null` for an announcement, and for what nobody affirms. */
function evidenceOf(event: RegimeEvent): Evidence | null {
  if (!isEvidence(event)) return null;
  const { effect } = event;
  return {
    event: event.id,
    effect,
    bearing: BEARINGS[effect],
    isGeneral: event.isGeneral,
    date: dateOf(event),
    sources: sourcesOf(affirming(event)),
  };
}

/** An end that was expected by a day that has passed leaves open whether it came. */
function expectation({ event, effect, date, reports }: ExpectedEnd): Evidence {
  const { id, isGeneral } = event;
  return { event: id, effect, bearing: BEARINGS[effect], isGeneral, date, sources: sourcesOf(reports) };
}

function restsOnLater(day: Day, events: readonly RegimeEvent[], byThen: readonly Evidence[]): boolean {
  const earlier = events.filter(({ id }) => byThen.some(({ event }) => event === id));
  const [without, all] = [earlier, events].map((some) => conclusionOn(day, worldsOf(some)).state);
  return without !== all;
}

/** Those that none of the others certainly precedes. */
function firstOf(evidence: readonly Evidence[]): Evidence[] {
  const earliestEnd = earliestOf(...evidence.map(({ date }) => date.beginLatest));
  return evidence.filter(({ date }) => date.earliest <= earliestEnd);
}

/** What may have been announced by the end of the day and had not certainly been done, in order of time. */
function announcementsOn(day: Day, events: readonly RegimeEvent[]): Announcement[] {
  return events
    .flatMap((event) => announcementOf(day, event) ?? [])
    .filter((announcement) => !events.some((event) => fulfils(event, announcement, day)))
    .sort(inOrderOfTime);
}

function announcementOf(day: Day, event: RegimeEvent): Announcement | null {
  const { id, type, intends } = event;
  if (declarationOf(type).announces !== true || intends === null || affirming(event).length === 0)
    return null;
  const date = dateOf(event);
  if (!date.qualified && date.earliest > day) return null;
  const isCertain = !date.qualified && date.beginLatest <= day;
  return { event: id, intends, date, isCertain, sources: sourcesOf(affirming(event)) };
}

/** Done by then for certain, and not for certain before it was announced. */
function fulfils(event: RegimeEvent, { intends, date }: Announcement, day: Day): boolean {
  if (event.type !== intends || affirming(event).length === 0) return false;
  const done = dateOf(event);
  return !done.qualified && done.beginLatest <= day && done.beginLatest >= date.earliest;
}

/** The disputes about these events and between any two of them. */
function disputesAmong(events: readonly RegimeEvent[]): Dispute[] {
  const affirmed = events.filter(isEvidence);
  return [...affirmed.flatMap(disputesAbout), ...contradictions(affirmed)];
}

function disputesAbout(event: RegimeEvent): Dispute[] {
  const dates = datesOf(event).map((date) => combineDates([date]));
  const denying = event.reports.filter(({ stance }) => stance === 'DENIES');
  return [
    ...(dates.length > 1
      ? [{ about: 'DATE' as const, events: [event.id] as const, dates, sources: sourcesOf(affirming(event)) }]
      : []),
    ...(isDenied(event)
      ? [{ about: 'HAPPENING' as const, events: [event.id] as const, sources: sourcesOf(denying) }]
      : []),
  ];
}

function contradictions(events: readonly RegimeEvent[]): Dispute[] {
  if (!worldsOf(events).some((world) => world.isContradictory())) return [];
  return events.flatMap((one, index) =>
    events
      .slice(index + 1)
      .filter((other) => worldsOf([one, other]).some((world) => world.isContradictory()))
      .map((other) => ({
        about: 'CONTRADICTION' as const,
        events: [one.id, other.id] as const,
        sources: sourcesOf([...affirming(one), ...affirming(other)]),
      })),
  );
}

/** As `orderKey`; of one day acts come before observations, then by id. */
function inOrderOfTime(a: Dated, b: Dated): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

interface Dated {
  readonly event: string;
  readonly date: CombinedDate;
  readonly effect?: Effect;
}

function sortKey({ date, effect, event }: Dated): string {
  return [orderKey(date), effect !== undefined && observes(effect) ? 1 : 0, event].join(' ');
}
