import { FIRST_DAY, type Day, latestOf, nextDay } from '../../time/day.ts';
import type { WorldState } from './statusState.ts';
import { observes, RULES } from './effects.ts';
import { type Cluster, type Instant, bit } from './instants.ts';
import type { Effect } from '../../ontology/regimes.ts';

/** One order of the instants, as far as they have been placed: a history of the status up to a day. */
export interface Ordering {
  /** Bit i: instant i of the current cluster has been placed. */
  readonly placed: bigint;
  /** The state after the last instant placed. */
  readonly state: WorldState;
  /** Whatever comes next comes on this day or later. */
  readonly day: Day;
  /** The day of the last instant that shows the state; `null` before the first. */
  readonly seen: Day | null;
  /** The day up to which that instant could come as well, if no other is placed before; at least `seen`. */
  readonly until: Day | null;
  /** The states possible at the end of the day asked for; `null` before it comes, WAITING while the next instant decides. */
  readonly answer: readonly WorldState[] | 'WAITING' | null;
  readonly cost: number;
}

export const EMPTY_ORDERING: Ordering = {
  placed: 0n,
  state: 'NO_RECORD',
  day: FIRST_DAY,
  seen: null,
  until: null,
  answer: null,
  cost: 0,
};

/** What an ordering takes to believe. Each outweighs any number of the one before. */
const COSTS = {
  /** A statement about nobody in particular is passed over in favour of one about this authority. */
  PASSED_OVER: 1,
  /** Something changed that nobody reported. */
  UNREPORTED: 1_000,
  /** Two instants cannot both be true. */
  CONTRADICTION: 1_000_000,
} as const;

/** A cluster, and how its orderings are searched. */
export interface ClusterSearch extends Cluster {
  /** The state at the end of this day is asked for; `null` if it is answered, or asked of a later cluster. */
  readonly day: Day | null;
  /** Whether any cluster has an opening. */
  readonly hasOpening: boolean;
  /** Whether one of these shows that the regime was not in force before all of them. */
  readonly beganAbsent: boolean;
  /** Whether orderings may hold contradictions. */
  readonly mayContradict: boolean;
}

/** More than any evidence of practice needs. Vague acts that may come in any order double it with each. */
const MAX_ORDERINGS = 20_000;

export class TooManyOrderings extends Error {}

/**
 * Every way in which the orderings extend through the cluster, and past the day asked for if there is one; of those
 * that have come to the same, the one of least cost.
 *
 * @throws TooManyOrderings
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
  // By the number of steps, so that the cheapest of each key is known before it is extended.
  for (const level of levels) {
    for (const ordering of level.values()) for (const next of extendOrdering(search, ordering)) keep(next);
  }
  return [...(levels.at(-1)?.values() ?? [])];
}

function stepsOf({ day }: ClusterSearch, { placed, answer }: Ordering): number {
  const instants = placed.toString(2).replaceAll('0', '').length;
  return day !== null && answer !== null ? instants + 1 : instants;
}

/** Orderings of one key extend alike, so that the cheapest stands for all. */
function stateKey({ placed, state, day, seen, until, answer }: Ordering): string {
  return [placed.toString(36), state, day, seen, until, answer].join('|');
}

/** The ordering with the day asked for or with one more instant, if that leaves none too late for its range. */
function extendOrdering(search: ClusterSearch, ordering: Ordering): Ordering[] {
  const extended = search.instants.flatMap((_, index) =>
    canCome(search, ordering, index) ? place(search, ordering, index) : [],
  );
  return [...reachDay(search, ordering), ...extended].filter((next) => inTime(search, next));
}

/** Passes the end of the day asked for. Evidence of that very day, or a span that lasts, leaves nothing open. */
function reachDay(search: ClusterSearch, ordering: Ordering): Ordering[] {
  const asked = search.day;
  if (asked === null || ordering.answer !== null || ordering.day > asked) return [];
  const confirmed = placeConfirming(search, ordering, asked);
  const decided =
    confirmed.seen === asked || confirmed.state === 'DISPUTED' || lasting(search, confirmed).length > 0;
  return [
    {
      ...confirmed,
      day: nextDay(asked),
      until: confirmed.seen,
      answer: decided ? [confirmed.state] : 'WAITING',
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
  const closes = instant.effect === 'CLOSES' && !goesOn(search, next);
  return instant.part === 'END' && !closes
    ? [answered(next, instant, day, [confirmed.state])]
    : meet(search, next, instant);
}

/** Whether another span has it in force: one that ended then says nothing of the state. */
function goesOn(search: ClusterSearch, ordering: Ordering): boolean {
  return lasting(search, ordering).some(({ effect }) => effect === 'OBSERVES_IN_FORCE');
}

/** A statement about nobody in particular concerns only an authority that is not known to have had it in force. */
function concernsGeneral({ state }: Ordering): boolean {
  return state !== 'IN_FORCE' && state !== 'DISPUTED';
}

function meet(search: ClusterSearch, ordering: Ordering, instant: Instant): Ordering[] {
  const { state, seen, until, day } = ordering;
  const { to, kind, before } = transition(instant.effect, state, search.beganAbsent);
  // An unreported change takes place between two days, and no observation settles a contradiction of its own day.
  const needsLaterDay = kind === 'IMPLIES' || (state === 'DISPUTED' && observes(instant.effect));
  const unreported = kind === 'IMPLIES' && (state !== 'NO_RECORD' || search.hasOpening);
  const settle = (on: Day): Ordering[] => {
    const settled = answered(ordering, instant, on, before);
    if (breaks(to, lasting(search, ordering))) return contradicted(search, settled);
    return [{ ...settled, state: to, cost: settled.cost + (unreported ? COSTS.UNREPORTED : 0) }];
  };
  if (!needsLaterDay || seen === null) return settle(day);
  const later = latestOf(day, nextDay(seen));
  const clash = day <= (until ?? seen) ? contradicted(search, answered(ordering, instant, day, [state])) : [];
  return later <= instant.last ? [...clash, ...settle(later)] : clash;
}

/** An instant placed on a day decides the states possible on the day asked for, if the answer waits. */
function answered(ordering: Ordering, { last }: Instant, day: Day, before: readonly WorldState[]): Ordering {
  const answer = ordering.answer === 'WAITING' ? before : ordering.answer;
  return { ...ordering, day, seen: day, until: last, answer };
}

/** A span that lasts without a break allows no other state. */
function breaks(state: WorldState, spans: readonly Instant[]): boolean {
  const inForce = state === 'IN_FORCE';
  return spans.some(({ effect }) => (effect === 'OBSERVES_IN_FORCE') !== inForce);
}

function contradicted(search: ClusterSearch, ordering: Ordering): Ordering[] {
  if (!search.mayContradict) return [];
  return [{ ...ordering, state: 'DISPUTED', cost: ordering.cost + COSTS.CONTRADICTION }];
}

/**
 * Places the observations before the day that confirm the state. Later they could only imply more changes. While an
 * answer waits they stay, as they could decide it.
 */
function placeConfirming(search: ClusterSearch, ordering: Ordering, before: Day): Ordering {
  if (ordering.answer === 'WAITING') return ordering;
  let confirmed = ordering;
  for (const index of search.instants.keys()) {
    if (!canCome(search, confirmed, index) || !confirms(instantAt(search, index), confirmed)) continue;
    const { first, last, part } = instantAt(search, index);
    const day = latestOf(ordering.day, first);
    // A span that ends on the day already seen may outlast another that ends on it, so its end is tried in every order.
    if (day >= before && (day !== ordering.seen || part === 'END')) continue;
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

function confirms({ effect, part }: Instant, { state }: Ordering): boolean {
  if (part === 'END') return effect !== 'CLOSES';
  return part === 'WHOLE' && observes(effect) && transition(effect, state, false).kind === 'CONFIRMS';
}

/** The spans that have begun and not ended. */
function lasting({ instants, endOf }: ClusterSearch, { placed }: Ordering): Instant[] {
  return instants.filter((_, index) => {
    const end = endOf[index] ?? null;
    return end !== null && (placed & bit(index)) !== 0n && (placed & bit(end)) === 0n;
  });
}

function canCome({ after }: ClusterSearch, { placed }: Ordering, index: number): boolean {
  const needed = after[index] ?? 0n;
  return (placed & bit(index)) === 0n && (placed & needed) === needed;
}

function inTime({ instants }: ClusterSearch, { placed, day }: Ordering): boolean {
  return instants.every(({ last }, index) => last >= day || (placed & bit(index)) !== 0n);
}

function instantAt({ instants }: ClusterSearch, index: number): Instant {
  const instant = instants[index];
  if (instant === undefined) throw new RangeError(`There is no instant ${index} among ${instants.length}.`);
  return instant;
}

/** @param beganAbsent whether the regime was not in force before the first known opening */
function transition(effect: Effect, from: WorldState, beganAbsent: boolean): Transition {
  const { to, confirms, follows, through } = RULES[effect];
  if (confirms.includes(from)) return { to: from, kind: 'CONFIRMS', before: [from] };
  if (follows.includes(from)) {
    return { to, kind: 'CHANGES', before: [from === 'NO_RECORD' && beganAbsent ? 'NOT_IN_FORCE' : from] };
  }
  // An observation says nothing of the days before its own.
  const saysNothing = from === 'NO_RECORD' && effect === 'OBSERVES_IN_FORCE';
  return { to, kind: 'IMPLIES', before: saysNothing ? [from] : [from, ...through] };
}

/** What an effect makes of the state that it finds. */
interface Transition {
  readonly to: WorldState;
  /**
   * CONFIRMS: it finds what it says. CHANGES: it changes that, or is the first to say anything.
   * IMPLIES: something must have changed before it that nobody reported.
   */
  readonly kind: 'CONFIRMS' | 'CHANGES' | 'IMPLIES';
  /** The states possible on a day between the evidence before it and its own. */
  readonly before: readonly WorldState[];
}
