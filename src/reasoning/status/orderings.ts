import { FIRST_DAY, type Day, latestOf, nextDay } from '../../time/day.ts';
import type { WorldState } from './statusState.ts';
import { type Cluster, observes, type Instant, bit } from './instants.ts';
import type { Effect } from '../../ontology/regimes.ts';

/** A history as far as it has been told. */
export interface Ordering {
  /** Bit i: mark i of the chapter that is being told has been placed. */
  readonly placed: bigint;
  readonly standing: WorldState;
  /** Whatever comes next comes on this day or later. */
  readonly day: Day;
  /** The day of the last mark that tells what stands; `null` before the first. */
  readonly seen: Day | null;
  /** The day up to which that mark could come as well, if nothing else is told before; at least `seen`. */
  readonly until: Day | null;
  /** What may stand at the end of the day asked for; `null` while it has not come, WAITING while what comes next decides. */
  readonly answer: readonly WorldState[] | 'WAITING' | null;
  readonly cost: number;
}

export const EMPTY_ORDERING: Ordering = {
  placed: 0n,
  standing: 'NO_RECORD',
  day: FIRST_DAY,
  seen: null,
  until: null,
  answer: null,
  cost: 0,
};

/** What a history takes to believe. Each outweighs all that there can be of the one before. */
const COSTS = {
  /** What is said of nobody in particular is passed over in favour of what is said of this authority. */
  PASSED_OVER: 1,
  /** Something changed that nobody reported. */
  UNREPORTED: 1_000,
  /** Two marks cannot both be true. */
  CONTRADICTION: 1_000_000,
} as const;

/** Histories of one key go on alike, so that the least strained stands for all. */
function stateKey({ placed, standing, day, seen, until, answer }: Ordering): string {
  return [placed.toString(36), standing, day, seen, until, answer].join('|');
}

/** How a chapter is told. */
export interface ClusterSearch extends Cluster {
  /** What stands at the end of this day is asked; `null` where it has been answered, or is asked of a later chapter. */
  readonly day: Day | null;
  /** Whether some chapter has an opening. */
  readonly hasOpening: boolean;
  /** Whether histories may hold contradictions. */
  readonly mayContradict: boolean;
}

/** The histories that go on with the day asked for or with one more mark, leaving none too late for its range. */
function extendOrdering(search: ClusterSearch, ordering: Ordering): Ordering[] {
  const extended = search.instants.flatMap((_, index) =>
    canCome(search, ordering, index) ? place(search, ordering, index) : [],
  );
  return [...reachDay(search, ordering), ...extended].filter((next) => inTime(search, next));
}

/** The end of the day asked for. Evidence of that very day, or a span that lasts, leaves nothing to what comes next. */
function reachDay(search: ClusterSearch, ordering: Ordering): Ordering[] {
  const asked = search.day;
  if (asked === null || ordering.answer !== null || ordering.day > asked) return [];
  const confirmed = placeConfirming(search, ordering, asked);
  const decided =
    confirmed.seen === asked || confirmed.standing === 'DISPUTED' || lasting(search, confirmed).length > 0;
  return [
    {
      ...confirmed,
      day: nextDay(asked),
      until: confirmed.seen,
      answer: decided ? [confirmed.standing] : 'WAITING',
    },
  ];
}

function place(search: ClusterSearch, ordering: Ordering, index: number): Ordering[] {
  const instant = instantAt(search, index);
  const day = latestOf(ordering.day, instant.first);
  const confirmed = { ...placeConfirming(search, ordering, day), day };
  if (confirmed.placed & bit(index)) return [confirmed];
  const next = { ...confirmed, placed: confirmed.placed | bit(index) };
  if (instant.isGeneral && !concernsGeneral(confirmed)) {
    return [{ ...next, cost: next.cost + COSTS.PASSED_OVER }];
  }
  return instant.part === 'END'
    ? [answered(next, instant, day, [confirmed.standing])]
    : meet(search, next, instant);
}

/** What is said of nobody in particular tells only of an authority that is not known to have had it in force. */
function concernsGeneral({ standing }: Ordering): boolean {
  return standing !== 'IN_FORCE' && standing !== 'DISPUTED';
}

function meet(search: ClusterSearch, ordering: Ordering, instant: Instant): Ordering[] {
  const { standing, seen, until, day } = ordering;
  const { to, kind, before } = transition(instant.effect, standing);
  // An unreported change takes place between two days, and no observation settles a contradiction of its own day.
  const needsLaterDay = kind === 'IMPLIES' || (standing === 'DISPUTED' && observes(instant.effect));
  const unreported = kind === 'IMPLIES' && (standing !== 'NO_RECORD' || search.hasOpening);
  const settle = (on: Day): Ordering[] => {
    const settled = answered(ordering, instant, on, before);
    if (breaks(to, lasting(search, ordering))) return contradicted(search, settled);
    return [{ ...settled, standing: to, cost: settled.cost + (unreported ? COSTS.UNREPORTED : 0) }];
  };
  if (!needsLaterDay || seen === null) return settle(day);
  const later = latestOf(day, nextDay(seen));
  const clash =
    day <= (until ?? seen) ? contradicted(search, answered(ordering, instant, day, [standing])) : [];
  return later <= instant.last ? [...clash, ...settle(later)] : clash;
}

/** A mark told on a day, which decides what may have stood on the day asked for if that waits. */
function answered(ordering: Ordering, { last }: Instant, day: Day, before: readonly WorldState[]): Ordering {
  const answer = ordering.answer === 'WAITING' ? before : ordering.answer;
  return { ...ordering, day, seen: day, until: last, answer };
}

/** What lasts without a break allows nothing else. */
function breaks(standing: WorldState, spans: readonly Instant[]): boolean {
  const inForce = standing === 'IN_FORCE';
  return spans.some(({ effect }) => (effect === 'OBSERVES_IN_FORCE') !== inForce);
}

function contradicted(search: ClusterSearch, ordering: Ordering): Ordering[] {
  if (!search.mayContradict) return [];
  return [{ ...ordering, standing: 'DISPUTED', cost: ordering.cost + COSTS.CONTRADICTION }];
}

/**
 * Places the observations before the day that confirm what stands. Later they could but imply more changes. While
 * an answer waits they stay, as they could decide it.
 */
function placeConfirming(search: ClusterSearch, ordering: Ordering, before: Day): Ordering {
  if (ordering.answer === 'WAITING') return ordering;
  let confirmed = ordering;
  for (const index of search.instants.keys()) {
    if (!canCome(search, confirmed, index) || !confirms(instantAt(search, index), confirmed)) continue;
    const { first, last } = instantAt(search, index);
    const day = latestOf(ordering.day, first);
    if (day >= before && day !== ordering.seen) continue;
    confirmed = {
      ...confirmed,
      placed: confirmed.placed | bit(index),
      day: latestOf(confirmed.day, day),
      seen: latestOf(confirmed.seen ?? day, day),
      until: latestOf(confirmed.until ?? last, last),
    };
  }
  return confirmed;
}

function confirms({ effect, part }: Instant, { standing }: Ordering): boolean {
  if (part === 'END') return true;
  return part === 'WHOLE' && observes(effect) && transition(effect, standing).kind === 'CONFIRMS';
}

/** The spans that have begun and not ended. */
function lasting({ instants: instants, endOf }: ClusterSearch, { placed }: Ordering): Instant[] {
  return instants.filter((_, index) => {
    const end = endOf[index] ?? null;
    return end !== null && (placed & bit(index)) !== 0n && (placed & bit(end)) === 0n;
  });
}

function canCome({ after }: ClusterSearch, { placed }: Ordering, index: number): boolean {
  const needed = after[index] ?? 0n;
  return (placed & bit(index)) === 0n && (placed & needed) === needed;
}

function inTime({ instants: instants }: ClusterSearch, { placed, day }: Ordering): boolean {
  return instants.every(({ last }, index) => last >= day || (placed & bit(index)) !== 0n);
}

function instantAt({ instants: instants }: ClusterSearch, index: number): Instant {
  const instant = instants[index];
  if (instant === undefined) throw new RangeError(`There is no mark ${index} among ${instants.length}.`);
  return instant;
}

/** More than any evidence of practice needs. Vague acts that may come in any order double it with each. */
const MAX_ORDERINGS = 20_000;

export class TooManyOrderings extends Error {}

/**
 * Every way in which the histories go on through the chapter, and past the day asked for where one is; of those that
 * have come to the same the least strained.
 *
 * @throws TooManyHistories
 */
export function extendThrough(search: ClusterSearch, orderings: readonly Ordering[]): Ordering[] {
  const steps = search.instants.length + (search.day === null ? 0 : 1);
  const levels = Array.from({ length: steps + 1 }, () => new Map<string, Ordering>());
  let count = 0;
  const keep = (ordering: Ordering): void => {
    const level = levels[stepsOf(search, ordering)];
    const key = stateKey(ordering);
    const cached = level?.get(key);
    if (cached === undefined) count += 1;
    if (count > MAX_ORDERINGS) throw new TooManyOrderings();
    if (cached === undefined || ordering.cost < cached.cost) level?.set(key, ordering);
  };
  for (const ordering of orderings) keep({ ...ordering, placed: 0n });
  // By how much has been told, so that the least strained is known before it is continued.
  for (const level of levels) {
    for (const ordering of level.values()) for (const next of extendOrdering(search, ordering)) keep(next);
  }
  return [...(levels.at(-1)?.values() ?? [])];
}

function stepsOf({ day }: ClusterSearch, { placed, answer }: Ordering): number {
  const instants = placed.toString(2).replaceAll('0', '').length;
  return day !== null && answer !== null ? instants + 1 : instants;
}

/** What an effect makes of the standing that it finds. */
interface Transition {
  readonly to: WorldState;
  /**
   * CONFIRMS: it finds what it says. CHANGES: it changes that, or is the first to say anything.
   * IMPLIES: something must have changed before it that nobody reported.
   */
  readonly kind: 'CONFIRMS' | 'CHANGES' | 'IMPLIES';
  /** What may have stood on a day between the evidence before it and its own. */
  readonly before: readonly WorldState[];
}

/** How each effect meets each standing. What is neither confirmed nor followed implies an unreported change. */
interface Rule {
  readonly to: WorldState;
  readonly confirms: readonly WorldState[];
  readonly follows: readonly WorldState[];
  /** What an unreported change must have passed through. */
  readonly through: readonly WorldState[];
}

/** Repeating an act changes nothing. After a contradiction any act, or a later observation, settles it. */
const RULES: Readonly<Record<Effect, Rule>> = {
  OPENS: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['NO_RECORD', 'NOT_IN_FORCE', 'SUSPENDED', 'LIFTED', 'DISPUTED'],
    through: [],
  },
  SUSPENDS: {
    to: 'SUSPENDED',
    confirms: ['SUSPENDED'],
    follows: ['IN_FORCE', 'DISPUTED'],
    through: ['IN_FORCE'],
  },
  RESUMES: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['SUSPENDED', 'DISPUTED'],
    through: ['IN_FORCE', 'SUSPENDED'],
  },
  CLOSES: {
    to: 'LIFTED',
    confirms: ['LIFTED'],
    follows: ['IN_FORCE', 'SUSPENDED', 'DISPUTED'],
    through: ['IN_FORCE'],
  },
  OBSERVES_IN_FORCE: {
    to: 'IN_FORCE',
    confirms: ['IN_FORCE'],
    follows: ['DISPUTED'],
    through: ['IN_FORCE'],
  },
  OBSERVES_NOT_IN_FORCE: {
    to: 'NOT_IN_FORCE',
    confirms: ['NOT_IN_FORCE', 'SUSPENDED', 'LIFTED'],
    follows: ['NO_RECORD', 'DISPUTED'],
    through: ['NOT_IN_FORCE'],
  },
};

function transition(effect: Effect, from: WorldState): Transition {
  const { to, confirms, follows, through } = RULES[effect];
  if (confirms.includes(from)) return { to: from, kind: 'CONFIRMS', before: [from] };
  if (follows.includes(from)) {
    // What is opened now, or absent still, was not in force before.
    return { to, kind: 'CHANGES', before: [from === 'NO_RECORD' ? 'NOT_IN_FORCE' : from] };
  }
  // An observation says nothing of the days before its own.
  const saysNothing = from === 'NO_RECORD' && effect === 'OBSERVES_IN_FORCE';
  return { to, kind: 'IMPLIES', before: saysNothing ? [from] : [from, ...through] };
}
