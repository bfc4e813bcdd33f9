import type { Bounds } from '../../time/bounds.ts';
import { declarationOf } from '../../ontology/lookups.ts';
import type { Effect } from '../../ontology/regimes.ts';
import { participationKey } from '../../record/participation.ts';
import { addDays, type Day, type DayRange, LAST_DAY, latestOf } from '../../time/day.ts';
import type { Extent } from '../../time/parseEdtf.ts';
import { type Certainty, type Period, overlaps } from '../../time/period.ts';
import { forStatuses, type Knowledge } from '../countsBy.ts';
import type { EventView } from '../eventView.ts';
import {
  type Concern,
  concerns,
  asKnown,
  asReported,
  type FullEvent,
  eventsKnown,
  namesThem,
  type StatusHistory,
} from './histories.ts';
import { type Course, type CoursePart, coursesOf, jointCourse } from '../status/course.ts';
import { finds, observes, RULES } from '../status/effects.ts';
import {
  affirming,
  dateOf,
  isEvidence,
  type RegimeEvent,
  type RegimeReport,
  sourcesOf,
  type StatusSubject,
} from '../status/regimeEvent.ts';
import { type StateChange, statusChanges } from '../status/statusChanges.ts';

export interface HappenedEvent {
  readonly id: string;
  readonly view: EventView;
  /** Whether it must begin or end in the period, whatever its date turns out to be. */
  readonly isCertain: boolean;
  /** Those that affirm it, in order of their ids. */
  readonly sources: readonly string[];
}

/**
 * The events that, as known then, some source affirms and that begin or end in the period. POSSIBLE: they may;
 * CERTAIN: they must, and an observation of a day never does. An event that lasts throughout changes nothing and is
 * left out. So is an observation that repeats what is known without it.
 *
 * @param events with those observed before the period
 * @param histories of the statuses that the events concern
 */
export function eventsHappened(
  events: readonly FullEvent[],
  histories: readonly StatusHistory[],
  concern: Concern,
  period: Period,
  knowledge: Knowledge,
): HappenedEvent[] {
  const seen = events.flatMap((event): SeenEvent[] => {
    const view = asKnown(event, knowledge);
    return view?.stances.includes('AFFIRMS') === true ? [{ event, view }] : [];
  });
  const isRepeated = repetitions(seen, histories, period, knowledge);
  return seen
    .filter(
      (one) =>
        isChangeIn(one, period, knowledge.certainty) && concerns(concern, one.view) && !isRepeated(one),
    )
    .map((one) => ({
      id: one.event.id,
      view: one.view,
      isCertain: isChangeIn(one, period, 'CERTAIN'),
      sources: sourcesOf(affirming(asReported(one.event, knowledge))),
    }));
}

/** An event that some source affirms, as it was known. */
interface SeenEvent {
  readonly event: FullEvent;
  readonly view: EventView;
}

/**
 * Whether an observation repeats what is known without it: the status before it, what an act of its days brings about,
 * or the same as an earlier observation. One that ends in the period does not.
 */
function repetitions(
  seen: readonly SeenEvent[],
  histories: readonly StatusHistory[],
  period: Period,
  knowledge: Knowledge,
): (one: SeenEvent) => boolean {
  const alike = new Map<string, SeenEvent[]>();
  for (const one of seen.filter(isState))
    alike.set(sameThing(one), [...(alike.get(sameThing(one)) ?? []), one]);
  const parts = histories.map((history) =>
    coursesOf(eventsKnown(history, forStatuses(knowledge)), history.status.existed ?? []),
  );
  return (one) => {
    const { date } = one.view;
    if (!isState(one) || endsIn(date, period)) return false;
    // What began before the period, if at all, is no change in it.
    const days = { first: latestOf(date.earliest, period.from), last: date.beginLatest };
    const observed = parts.flatMap((ofPair) => observedBy(one, ofPair));
    if (observed.length > 0) return observed.every((each) => isKnownWithout(each, days));
    const before = alike.get(sameThing(one)) ?? [];
    return before.some((other) => other !== one && goesOnBefore(other.view.date, days.first));
  };
}

/** What an observation finds of a list or a post; of all together, if it names none. */
interface Observed {
  readonly effect: Effect;
  readonly course: Course;
  readonly events: readonly RegimeEvent[];
}

function observedBy({ event }: SeenEvent, parts: readonly CoursePart[]): Observed[] {
  const concerned = parts.flatMap(({ events, course }) => {
    const { effect = null, names = [] } = events.find(({ id }) => id === event.id) ?? {};
    return effect === null ? [] : [{ effect, isNamed: names.length > 0, events, course }];
  });
  const [first] = concerned;
  if (first === undefined || first.isNamed) return concerned;
  const course = jointCourse(concerned.map((part) => part.course));
  return [{ effect: first.effect, course, events: concerned.flatMap(({ events }) => events) }];
}

/** Whether it was found so before these days, or an act in them brings it about. */
function isKnownWithout({ effect, course, events }: Observed, days: DayRange): boolean {
  return (
    finds(effect, course.on(addDays(days.first, -1)).state) ||
    events.some((event) => bringsAbout(event, effect, days))
  );
}

/** Whether it is an act that in these days brings about what an observation of them finds. */
function bringsAbout(event: RegimeEvent, observed: Effect, { first, last }: DayRange): boolean {
  if (!isEvidence(event) || observes(event.effect) || !finds(observed, RULES[event.effect].to)) return false;
  const { beginLatest } = dateOf(event);
  return beginLatest >= first && beginLatest <= last;
}

function isState({ event }: SeenEvent): boolean {
  return declarationOf(event.type).nature === 'STATE';
}

/** Equal for observations of one thing. */
function sameThing({ event, view }: SeenEvent): string {
  const named = view.participations.filter((one) => one.named).map(participationKey);
  return [event.type, event.post ?? '', ...named.sort()].join('\n');
}

/** Whether it began before the day, and is not known to have ended by then. */
function goesOnBefore(date: Bounds & { extent: Extent }, day: Day): boolean {
  const isOver = date.extent === 'SPAN' && date.latest < day;
  return date.beginLatest < day && !isOver;
}

/** Whether it lasted until an end in the period. */
function endsIn({ extent, endEarliest, latest }: Bounds & { extent: Extent }, { from, to }: Period): boolean {
  return extent === 'SPAN' && latest !== LAST_DAY && endEarliest < to && latest >= from;
}

export interface HappenedStatus extends StateChange {
  readonly status: StatusSubject;
  readonly isCertain: boolean;
  /** Those that affirm its causes, in order of their ids. */
  readonly sources: readonly string[];
}

/** The changes of status that, as known then, may or must fall in the period. */
export function statusesHappened(
  histories: readonly StatusHistory[],
  period: Period,
  knowledge: Knowledge,
): HappenedStatus[] {
  return histories.flatMap((history) => {
    const known = eventsKnown(history, knowledge);
    if (!namesThem(known)) return [];
    return statusChanges(known, period, history.status.existed)
      .filter(({ date }) => overlaps(date, period, knowledge.certainty))
      .map((change) => {
        const causes = known.filter(({ id }) => change.causes.includes(id));
        const isCertain = overlaps(change.date, period, 'CERTAIN');
        return {
          ...change,
          isCertain,
          status: history.status,
          sources: sourcesOf(causes.flatMap(reportsFor)),
        };
      });
  });
}

/** The reports that affirm it, or if none does, expect it. */
function reportsFor(event: RegimeEvent): readonly RegimeReport[] {
  const affirmed = affirming(event);
  return affirmed.length > 0 ? affirmed : event.reports.filter(({ stance }) => stance === 'EXPECTS');
}

/**
 * Whether something may, or must, begin or end with the event in the period. What is observed on a day need not have
 * begun on it.
 */
function isChangeIn(one: SeenEvent, period: Period, certainty: Certainty): boolean {
  if (certainty === 'CERTAIN' && isState(one) && one.view.date.extent === 'DAY') return false;
  return turnsIn(one.view.date, period, certainty);
}

/** Whether the event may, or must, begin or end in the period. What goes on does not end; a qualified date is never certain. */
function turnsIn(date: Bounds & { qualified: boolean }, { from, to }: Period, certainty: Certainty): boolean {
  const { earliest, beginLatest, endEarliest, latest, qualified } = date;
  if (certainty === 'CERTAIN') {
    return !qualified && ((earliest >= from && beginLatest < to) || (endEarliest >= from && latest < to));
  }
  const begins = earliest < to && beginLatest >= from;
  return begins || (latest !== LAST_DAY && endEarliest < to && latest >= from);
}
