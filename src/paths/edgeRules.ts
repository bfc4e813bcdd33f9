import { type Day, LAST_DAY } from '../time/day.ts';
import type { Certainty, Period } from '../time/period.ts';
import type { Level } from '../ontology/levels.ts';
import {
  epochDay,
  FIRST_EPOCH_DAY,
  LAST_EPOCH_DAY,
  PRINCIPAL,
  QUALIFIED,
  SUPERSEDED,
  SYMMETRIC,
  type TemporalEdges,
} from './temporalEdges.ts';

/** Along relationships, against them, or either; symmetric ones are crossed both ways in any case. */
export type Direction = 'FORWARD' | 'BACKWARD' | 'EITHER';

/** Which relationships a path may use, and between which entities it runs. All that is given must hold. */
export interface ChainQuestion {
  readonly from: string;
  readonly to: string;
  readonly types?: readonly string[];
  readonly levels?: readonly Level[];
  readonly during?: Period;
  /** How imprecise dates, and imprecise days of publication, count; POSSIBLE if left out. */
  readonly certainty?: Certainty;
  /** Only what was known by the end of that day. */
  readonly knownBy?: Day;
  /** That one of these sources affirms. */
  readonly sources?: readonly string[];
  /** That at least so many sources affirm. */
  readonly minSources?: number;
  /** EITHER if left out. */
  readonly direction?: Direction;
  /** Entities that no path may touch; neither of its ends. */
  readonly avoid?: readonly string[];
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/** Of the event, only relationships that touch the entity (`touching`), or only those that do not. */
export interface EventRule {
  readonly event: number;
  readonly entity: number;
  readonly touching: boolean;
}

/**
 * Which relationships may be crossed, and when. Whoever is at an entity by day `t` may cross a relationship if
 * `t + gap ≤ closes`, and is then across by the day `max(t + gap, opens)`.
 *
 * POSSIBLE: `opens` is `earliest` and `closes` is `latest`: it may be crossed on any day on which it may go on.
 * CERTAIN: `opens` is `beginLatest` and `closes` is `endEarliest`. Each may begin as late and end as early as
 * that by itself, so that a chain holds in every completion exactly if each of its relationships has begun,
 * at the latest, before any later one can have ended. Where the day is not known, `opens` is after `closes`.
 */
export interface EdgeRules {
  readonly edges: TemporalEdges;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** Days from one hop to the next, at least: 1 if later is asked for, else 0. */
  readonly gap: 0 | 1;
  /** All is crossed from `first` to `last`, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Days do not order the hops; each needs only to overlap the period. Then `gap` is 0. */
  readonly timeless: boolean;
  readonly along: boolean;
  readonly against: boolean;
  /** Entities that may not be touched. */
  readonly avoided: ReadonlySet<number>;
  readonly rules: readonly EventRule[];
  /** Hops that may not be made: from one entity to any of these. */
  readonly barred: { readonly tail: number; readonly heads: ReadonlySet<number> } | null;
  readonly accepts: (edge: number) => boolean;
}

export function edgeRules(
  edges: TemporalEdges,
  question: ChainQuestion,
  { strict, timeless }: { strict: boolean; timeless: boolean },
): EdgeRules {
  const { direction = 'EITHER', during, avoid = [] } = question;
  // Where neither a period nor an order is asked for, dates are not, and certainty speaks of publication alone.
  const certainty = timeless && during === undefined ? 'POSSIBLE' : question.certainty;
  const avoided = avoid.flatMap((id) => edges.entityIndex.get(id) ?? []);
  return {
    edges,
    opens: certainty === 'CERTAIN' ? edges.beginLatest : edges.earliest,
    closes: certainty === 'CERTAIN' ? edges.endEarliest : edges.latest,
    gap: strict ? 1 : 0,
    first: during === undefined ? FIRST_EPOCH_DAY : epochDay(during.from),
    // A period without an end goes on: also what begins on some unknown day after a known one lies before its end.
    last: during === undefined || during.to === LAST_DAY ? LAST_EPOCH_DAY : epochDay(during.to) - 1,
    timeless,
    along: direction !== 'BACKWARD',
    against: direction !== 'FORWARD',
    avoided: new Set(avoided),
    rules: [],
    barred: null,
    accepts: acceptsFor(edges, question, certainty),
  };
}

type Changes = Partial<
  Pick<EdgeRules, 'gap' | 'first' | 'last' | 'timeless' | 'avoided' | 'rules' | 'barred'>
>;

/**
 * The same but for the changes. Names every field, so that all crossings have one shape and the searches are compiled
 * for it: a copy by spreading makes them a third slower.
 */
export function withChanges(crossings: EdgeRules, changes: Changes): EdgeRules {
  return {
    edges: crossings.edges,
    opens: crossings.opens,
    closes: crossings.closes,
    gap: changes.gap ?? crossings.gap,
    first: changes.first ?? crossings.first,
    last: changes.last ?? crossings.last,
    timeless: changes.timeless ?? crossings.timeless,
    along: crossings.along,
    against: crossings.against,
    avoided: changes.avoided ?? crossings.avoided,
    rules: changes.rules ?? crossings.rules,
    barred: changes.barred ?? crossings.barred,
    accepts: crossings.accepts,
  };
}

/** What a relationship must fulfil by itself, its date aside; looked at where a search comes by, so that none pays for all. */
function acceptsFor(
  edges: TemporalEdges,
  question: ChainQuestion,
  certainty: Certainty | undefined,
): (edge: number) => boolean {
  const { type, flags, sources } = edges;
  const types = Uint8Array.from(edges.types, (name) => (question.types?.includes(name) === false ? 0 : 1));
  const isAffirmed = affirmedFor(edges, question);
  const wasKnown = knownFor(edges, question);
  const named = question.levels?.includes('NAMED') !== false;
  const principal = question.levels?.includes('PRINCIPAL') !== false;
  return (edge) => {
    const flag = flags[edge]!;
    if (types[type[edge]!] === 0 || !isAffirmed(sources[edge]!) || !wasKnown(edge, flag)) return false;
    if (certainty === 'CERTAIN' && (flag & QUALIFIED) !== 0) return false;
    return (flag & PRINCIPAL) !== 0 ? principal : named;
  };
}

/** Whether just this was known by the day: of one relationship either what is known now, or one that it was before. */
function knownFor(
  edges: TemporalEdges,
  { knownBy, certainty = 'POSSIBLE' }: ChainQuestion,
): (edge: number, flag: number) => boolean {
  if (knownBy === undefined) return (_, flag) => (flag & SUPERSEDED) === 0;
  const day = epochDay(knownBy);
  const [asOf, side] =
    certainty === 'CERTAIN'
      ? ([edges.asOfCertainly, 'certainly'] as const)
      : ([edges.asOfPossibly, 'possibly'] as const);
  return (edge, flag) =>
    asOf[edge]! <= day && ((flag & SUPERSEDED) === 0 || edges.until.get(edge)![side] > day);
}

/** Whether a list of sources suffices. */
function affirmedFor(
  { sourceLists }: TemporalEdges,
  { sources, minSources = 0 }: ChainQuestion,
): (list: number) => boolean {
  if (sources === undefined && minSources === 0) return () => true;
  const asked = sources === undefined ? null : new Set(sources);
  return (index) => {
    const list = sourceLists[index]!;
    return list.length >= minSources && (asked === null || list.some((id) => asked.has(id)));
  };
}

/** Whether one may cross the relationship from the one entity to the other, on whatever day. */
export function mayCross(crossings: EdgeRules, edge: number, tail: number, head: number): boolean {
  const { edges, along, against, avoided, barred, rules } = crossings;
  if (avoided.size > 0 && (avoided.has(head) || avoided.has(tail))) return false;
  if (barred !== null && barred.tail === tail && barred.heads.has(head)) return false;
  const allowed = edges.from[edge] === tail ? along : against;
  if (!allowed && (edges.flags[edge]! & SYMMETRIC) === 0) return false;
  if (!crossings.accepts(edge)) return false;
  return rules.length === 0 || rules.every((rule) => keeps(rule, edges, edge));
}

function keeps({ event, entity, touching }: EventRule, edges: TemporalEdges, edge: number): boolean {
  if (edges.event[edge] !== event) return true;
  return (edges.from[edge] === entity || edges.to[edge] === entity) === touching;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/**
 * Which way one looks. Backward, relationships are crossed from head to tail and time runs from late to early:
 * day `d` counts as `-d`. A relationship that opens on `o` and closes on `c` then opens on `-c` and closes on
 * `-o`, so that everything said of forward holds.
 */
export type TimeDirection = 1 | -1;

/** The first and the last day as they count in that sense. */
export function horizon({ first, last }: EdgeRules, sense: TimeDirection): { begin: number; end: number } {
  return sense === 1 ? { begin: first, end: last } : { begin: -last, end: -first };
}

/** The same period, but ending on that day (as it counts). */
export function within(crossings: EdgeRules, sense: TimeDirection, end: number): EdgeRules {
  return sense === 1 ? withChanges(crossings, { last: end }) : withChanges(crossings, { first: 0 - end });
}

/** Days (as they count) after which crossings are of no use: of exact relationships, and of any. */
interface Until {
  readonly exact: number;
  readonly any: number;
}

/** Visits every hop that one can make who is at the entity by the day, with the day by which one is across. */
export function visitNextHops(
  crossings: EdgeRules,
  sense: TimeDirection,
  entity: number,
  day: number,
  until: Until,
  visit: (edge: number, next: number, day: number) => void,
): void {
  const { edges, gap, timeless } = crossings;
  const { incident, starts, wideStarts, earliest, from, to } = edges;
  const wideStart = wideStarts[entity]!;
  const soonest = Math.max(timeless ? -Infinity : day + gap, horizon(crossings, sense).begin);
  const [low, high] = sense === 1 ? [soonest, until.exact] : [-until.exact, -soonest];
  for (let i = firstOn(crossings, starts[entity]!, wideStart, low); i < wideStart; i++) {
    const edge = incident[i]!;
    const on = earliest[edge]!;
    if (on > high) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (allows(crossings, sense, edge, entity, next)) visit(edge, next, timeless ? day : sense * on);
  }
  const end = starts[entity + 1]!;
  const latestBegin = sense === 1 ? until.any : crossings.last;
  for (let i = wideStart; i < end; i++) {
    const edge = incident[i]!;
    if (earliest[edge]! > latestBegin) break;
    const across = acrossOn(crossings, sense, edge, day);
    if (across > until.any) continue;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (allows(crossings, sense, edge, entity, next)) visit(edge, next, across);
  }
}

/** The day by which one is across who sets out for it by that day; Infinity if it is too late, or out of the period. */
export function acrossOn(crossings: EdgeRules, sense: TimeDirection, edge: number, day: number): number {
  const { gap, timeless, first, last } = crossings;
  const opens = crossings.opens[edge]!;
  const closes = crossings.closes[edge]!;
  if (opens > last || closes < first) return Infinity;
  if (timeless) return day;
  if (sense === 1) return day + gap <= closes ? Math.max(day + gap, opens) : Infinity;
  return day + gap <= -opens ? Math.max(day + gap, -closes) : Infinity;
}

/** Where the exact relationships of an entity reach the day, by halving. */
export function firstOn({ edges }: EdgeRules, start: number, end: number, day: number): number {
  const { incident, earliest } = edges;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (earliest[incident[middle]!]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allows(
  crossings: EdgeRules,
  sense: TimeDirection,
  edge: number,
  here: number,
  next: number,
): boolean {
  return sense === 1 ? mayCross(crossings, edge, here, next) : mayCross(crossings, edge, next, here);
}
