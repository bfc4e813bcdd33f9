import { type Day, type DayRange, nextDay } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { type ExpectedEnd, expectedEnds, hasNews, stateAfter } from './expectedEnds.ts';
import type { Instant } from './instants.ts';
import { type RegimeEvent, separated } from './regimeEvent.ts';
import type { StatusState, WorldState } from './statusState.ts';
import { type Conclusion, conclusionOn, worldsOf } from './world.ts';

/** What follows on each day. */
export interface Course {
  readonly on: (day: Day) => Conclusion;
  /** Nothing changes but on these days and those right after them. */
  readonly turns: readonly Day[];
  readonly instants: readonly Instant[];
  /** The ends whose day has passed without news, so that the state may have ended; none on other days. */
  readonly overdueOn: (day: Day) => readonly ExpectedEnd[];
}

/** The course of one list, of one post, or of a status that has neither. */
export interface CoursePart {
  /** The list, or the post; `null` if no event names one. */
  readonly name: string | null;
  readonly events: readonly RegimeEvent[];
  readonly course: Course;
  /** As if both had existed at all times: whatever began with their existence has no begin of its own. */
  readonly timeless: Course;
}

/** The separate courses of the events: closing one closes no other. There is at least one. */
export function coursesOf(events: readonly RegimeEvent[], existed: readonly DayRange[] = []): CoursePart[] {
  return separated(events).map(({ name, events: own }) => {
    const timeless = courseOf(name, own);
    return { name, events: own, timeless, course: whileExisting(timeless, existed) };
  });
}

/** Of several courses together: what the first of `PRECEDENCE` among them is. */
export function jointCourse(courses: readonly Course[]): Course {
  const [only, ...others] = courses;
  if (only !== undefined && others.length === 0) return only;
  return {
    on: cached((day) => joint(courses.map(({ on }) => on(day)))),
    turns: courses.flatMap(({ turns }) => turns),
    instants: courses.flatMap(({ instants }) => instants),
    overdueOn: (day) => courses.flatMap(({ overdueOn }) => overdueOn(day)),
  };
}

/** The state of several courses together. */
export function firstState(states: readonly StatusState[]): StatusState {
  return PRECEDENCE.find((state) => states.includes(state)) ?? 'NO_RECORD';
}

/** The days (inclusive, UTC) on which each of them can have existed; of those left out nothing is known. */
export function existenceOf(existed: readonly (string | null)[]): DayRange[] {
  return existed.flatMap((edtf) => {
    if (edtf === null) return [];
    const { earliest, latest } = parseEdtf(edtf);
    return [{ first: earliest, last: latest }];
  });
}

/** What is in force on one list is in force, whatever became of others. */
const PRECEDENCE: readonly StatusState[] = [
  'IN_FORCE',
  'DISPUTED',
  'POSSIBLE',
  'SUSPENDED',
  'LIFTED',
  'NOT_IN_FORCE',
  'NO_RECORD',
];

function courseOf(name: string | null, events: readonly RegimeEvent[]): Course {
  const worlds = worldsOf(events);
  const instants = worlds.flatMap((world) => world.instants);
  const ends = expectedEnds(name, events);
  const reported = cached((day) => conclusionOn(day, worlds));
  const overdueOn = (day: Day) => {
    const { state } = reported(day);
    return ends.filter((end) => stateAfter(end, state, day) !== null && !hasNews(end, events, state, day));
  };
  return {
    on: cached((day) => unlessOver(day, reported(day), overdueOn(day))),
    turns: [
      ...instants.flatMap(({ first, last }) => [first, last, nextDay(last)]),
      ...ends.map(({ last }) => nextDay(last)),
    ],
    instants,
    overdueOn,
  };
}

function unlessOver(day: Day, conclusion: Conclusion, overdue: readonly ExpectedEnd[]): Conclusion {
  if (overdue.length === 0) return conclusion;
  const after = overdue.flatMap((end) => stateAfter(end, conclusion.state, day) ?? []);
  return { state: 'POSSIBLE', possible: new Set([...conclusion.possible, ...after]) };
}

function joint(conclusions: readonly Conclusion[]): Conclusion {
  const possible = conclusions.reduce<ReadonlySet<WorldState>>(
    (found, each) =>
      new Set(
        [...found].flatMap((one) =>
          [...each.possible].map((other) => firstState([one, other]) as WorldState),
        ),
      ),
    new Set(['NO_RECORD']),
  );
  return { state: firstState(conclusions.map(({ state }) => state)), possible };
}

/** Nothing is said of a day on which one of them did not exist. */
function whileExisting(course: Course, existed: readonly DayRange[]): Course {
  if (existed.length === 0) return course;
  const isOutside = (day: Day) => existed.some(({ first, last }) => day < first || day > last);
  return {
    ...course,
    on: (day) => (isOutside(day) ? NOTHING : course.on(day)),
    overdueOn: (day) => (isOutside(day) ? [] : course.overdueOn(day)),
    turns: [...course.turns, ...existed.flatMap(({ first, last }) => [first, last])],
  };
}

const NOTHING: Conclusion = { state: 'NO_RECORD', possible: new Set(['NO_RECORD']) };

function cached(on: Course['on']): Course['on'] {
  const found = new Map<Day, Conclusion>();
  return (day) => {
    const before = found.get(day);
    if (before !== undefined) return before;
    const conclusion = on(day);
    found.set(day, conclusion);
    return conclusion;
  };
}
