/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { type Day, LAST_DAY } from '../time/day.ts';
import type { Certainty, Period } from '../time/period.ts';
import type { Coding } from '../ontology/codings.ts';
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

/** Which way relationships may be crossed; symmetric ones are crossed both ways in any case. */
export const DIRECTIONS = {
  FORWARD: { description: 'From the agent to the target.', along: true, against: false },
  BACKWARD: { description: 'From the target to the agent.', along: false, against: true },
  EITHER: { description: 'Both directions.', along: true, against: true },
} as const satisfies Record<string, { description: string; along: boolean; against: boolean }>;

export type Direction = keyof typeof DIRECTIONS;

/** Between which entities a path runs, which relationships it may use, and how many paths are sought. */
export interface PathSearch {
  readonly from: string;
  readonly to: string;
  readonly types?: readonly string[];
  readonly levels?: readonly Level[];
  /** Each relationship overlaps it; in time, it is crossed within it. */
  readonly during?: Period;
  /** How imprecise dates count; POSSIBLE by default. */
  readonly certainty?: Certainty;
  /** How imprecise days of publication count; as `certainty` by default. */
  readonly publicationCertainty?: Certainty;
  /** Only what was known by the end of that day. */
  readonly knownBy?: Day;
  /** At least one of these sources affirms each relationship. */
  readonly sources?: readonly string[];
  /** At least this many sources affirm each relationship. */
  readonly minSources?: number;
  /** At least one report of these datasets affirms each relationship. */
  readonly datasets?: readonly string[];
  /** At least one report that was read so affirms each relationship. */
  readonly coding?: readonly Coding[];
  /** EITHER by default. */
  readonly direction?: Direction;
  /** Entities that no path may touch; neither of its ends. */
  readonly avoid?: readonly string[];
  /** In time, each hop is on a later day than the one before; by default the same day will do. */
  readonly strict?: boolean;
  /** The maximum number of hops; unbounded by default. */
  readonly maxHops?: number;
  /** The maximum number of paths; 1 by default. */
  readonly limit?: number;
}

/**
 * Which relationships may be crossed, and when. Whoever is at an entity by day `t` may cross a relationship if
 * `t + gap ≤ closes`, and is then across by the day `max(t + gap, opens)`.
 *
 * POSSIBLE: `opens` is `earliest` and `closes` is `latest`: it may be crossed on any day on which it may go on.
 * CERTAIN: `opens` is `beginLatest` and `closes` is `endEarliest`. Each may begin as late and end as early as
 * that by itself, so that a path holds in every completion exactly if each of its relationships has begun,
 * at the latest, before any later one can have ended. If the day is not known, `opens` is after `closes`.
 */
export interface EdgeRules {
  readonly edges: TemporalEdges;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** The minimum number of days from one hop to the next: 1 in a strict search, else 0. */
  readonly gap: 0 | 1;
  /** Everything is crossed from `first` to `last`, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Days do not order the hops; each needs only to overlap the period. Then `gap` is 0. */
  readonly timeless: boolean;
  readonly along: boolean;
  readonly against: boolean;
  /** Entities that may not be touched. */
  readonly avoided: ReadonlySet<number>;
  readonly eventRules: readonly EventRule[];
  /** Hops that may not be made: from one entity to any of these. */
  readonly barred: { readonly tail: number; readonly heads: ReadonlySet<number> } | null;
  readonly accepts: (edge: number) => boolean;
}

/** Of the event, only relationships that touch the entity (`touching`), or only those that do not. */
export interface EventRule {
  readonly event: number;
  readonly entity: number;
  readonly touching: boolean;
}

type Criteria = Omit<PathSearch, 'from' | 'to'>;

/** The rules of a search in time, or of one in which days do not order the hops. */
export function edgeRules(
  edges: TemporalEdges,
  search: Criteria,
  { timeless }: { timeless: boolean },
): EdgeRules {
  const { direction = 'EITHER', during, avoid = [], strict = false } = search;
  // Without a period or an order nothing asks for dates, and certainty is about publication alone.
  const certainty = timeless && during === undefined ? 'POSSIBLE' : search.certainty;
  return {
    edges,
    opens: certainty === 'CERTAIN' ? knownBy(edges.beginLatest, search) : edges.earliest,
    closes: certainty === 'CERTAIN' ? edges.endEarliest : knownBy(edges.latest, search),
    gap: strict && !timeless ? 1 : 0,
    first: during === undefined ? FIRST_EPOCH_DAY : epochDay(during.from),
    // A period without an end goes on: also what begins on some unknown day after a known one lies before its end.
    last: during === undefined || during.to === LAST_DAY ? LAST_EPOCH_DAY : epochDay(during.to) - 1,
    timeless,
    along: DIRECTIONS[direction].along,
    against: DIRECTIONS[direction].against,
    avoided: new Set(avoid.flatMap((id) => edges.entityIndex.get(id) ?? [])),
    eventRules: [],
    barred: null,
    accepts: acceptsFor(edges, search, certainty),
  };
}

/** The days as they were known: none follows that day, but for what goes on. */
function knownBy(days: Int32Array, { knownBy: day }: Criteria): Int32Array {
  if (day === undefined) return days;
  const last = epochDay(day);
  return days.map((one) => (one > last && one !== LAST_EPOCH_DAY ? last : one));
}

type Change = 'gap' | 'first' | 'last' | 'timeless' | 'avoided' | 'eventRules' | 'barred';

/**
 * The same rules but for the changes. Names every field, so that all rules have one shape and the searches are compiled
 * for it: spreading makes them a third slower.
 */
export function withChanges(rules: EdgeRules, changes: Partial<Pick<EdgeRules, Change>>): EdgeRules {
  return {
    edges: rules.edges,
    opens: rules.opens,
    closes: rules.closes,
    gap: changes.gap ?? rules.gap,
    first: changes.first ?? rules.first,
    last: changes.last ?? rules.last,
    timeless: changes.timeless ?? rules.timeless,
    along: rules.along,
    against: rules.against,
    avoided: changes.avoided ?? rules.avoided,
    eventRules: changes.eventRules ?? rules.eventRules,
    barred: changes.barred ?? rules.barred,
    accepts: rules.accepts,
  };
}

/**
 * Which way a search looks. Backward, relationships are crossed from head to tail and time runs from late to early:
 * day `d` counts as `-d`. A relationship that opens on `o` and closes on `c` then opens on `-c` and closes on
 * `-o`, so that everything said of forward holds.
 */
export type TimeDirection = 1 | -1;

/** The first and the last day as they count in that direction. */
export function horizon(
  { first, last }: EdgeRules,
  direction: TimeDirection,
): { begin: number; end: number } {
  return direction === 1 ? { begin: first, end: last } : { begin: -last, end: -first };
}

/** The same rules, but for a period that ends on that day (as it counts). */
export function endingOn(rules: EdgeRules, direction: TimeDirection, end: number): EdgeRules {
  return direction === 1 ? withChanges(rules, { last: end }) : withChanges(rules, { first: 0 - end });
}

/** Whether one may cross the relationship from the one entity to the other, on whatever day. */
export function mayCross(rules: EdgeRules, edge: number, tail: number, head: number): boolean {
  const { edges, along, against, avoided, barred, eventRules } = rules;
  if (avoided.size > 0 && (avoided.has(head) || avoided.has(tail))) return false;
  if (barred !== null && barred.tail === tail && barred.heads.has(head)) return false;
  const allowed = edges.from[edge] === tail ? along : against;
  if (!allowed && (edges.flags[edge]! & SYMMETRIC) === 0) return false;
  if (!rules.accepts(edge)) return false;
  return eventRules.length === 0 || eventRules.every((rule) => keeps(rule, edges, edge));
}

/** The same for a search that comes from `here`: backward, `here` is the head. */
export function mayCrossFrom(
  rules: EdgeRules,
  direction: TimeDirection,
  edge: number,
  here: number,
  next: number,
): boolean {
  return direction === 1 ? mayCross(rules, edge, here, next) : mayCross(rules, edge, next, here);
}

/** The day by which one is across who sets out for it by that day; Infinity if it is too late, or out of the period. */
export function acrossOn(rules: EdgeRules, direction: TimeDirection, edge: number, day: number): number {
  const { gap, timeless, first, last } = rules;
  const opens = rules.opens[edge]!;
  const closes = rules.closes[edge]!;
  if (opens > last || closes < first) return Infinity;
  if (timeless) return day;
  if (direction === 1) return day + gap <= closes ? Math.max(day + gap, opens) : Infinity;
  return day + gap <= -opens ? Math.max(day + gap, -closes) : Infinity;
}

/** Days (as they count) after which it is of no use to cross: exact relationships, and any. */
interface Until {
  readonly exact: number;
  readonly any: number;
}

/** Visits every hop that one can make who is at the entity by the day, with the day by which one is across. */
export function visitNextHops(
  rules: EdgeRules,
  direction: TimeDirection,
  entity: number,
  day: number,
  until: Until,
  visit: (edge: number, next: number, day: number) => void,
): void {
  const { edges, gap, timeless } = rules;
  const { incident, starts, wideStarts, earliest, from, to } = edges;
  const wideStart = wideStarts[entity]!;
  const soonest = Math.max(timeless ? -Infinity : day + gap, horizon(rules, direction).begin);
  const [low, high] = direction === 1 ? [soonest, until.exact] : [-until.exact, -soonest];
  for (let i = firstOn(rules, starts[entity]!, wideStart, low); i < wideStart; i++) {
    const edge = incident[i]!;
    const on = earliest[edge]!;
    if (on > high) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (mayCrossFrom(rules, direction, edge, entity, next))
      visit(edge, next, timeless ? day : direction * on);
  }
  const latestBegin = direction === 1 ? until.any : rules.last;
  for (let i = wideStart; i < starts[entity + 1]!; i++) {
    const edge = incident[i]!;
    if (earliest[edge]! > latestBegin) break;
    const across = acrossOn(rules, direction, edge, day);
    if (across > until.any) continue;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (mayCrossFrom(rules, direction, edge, entity, next)) visit(edge, next, across);
  }
}

/** The day of what is not reached: after all others, and small enough to add a gap to. */
export const NEVER = 0x7fff_ffff >> 1;

/** The place from which on an entity's exact relationships are on the day or later, by halving. */
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

/**
 * What a relationship must fulfil by itself, its date aside. A search asks it of the relationships that it meets, so
 * that none pays for all.
 */
function acceptsFor(
  edges: TemporalEdges,
  search: Criteria,
  certainty: Certainty | undefined,
): (edge: number) => boolean {
  const { type, flags, sources, origin } = edges;
  const types = Uint8Array.from(edges.types, (name) => (search.types?.includes(name) === false ? 0 : 1));
  const isAffirmed = affirmedFor(edges, search);
  const isOfOrigin = originFor(edges, search);
  const wasKnown = knownFor(edges, search);
  const named = search.levels?.includes('NAMED') !== false;
  const principal = search.levels?.includes('PRINCIPAL') !== false;
  return (edge) => {
    const flag = flags[edge]!;
    if (types[type[edge]!] === 0 || !isAffirmed(sources[edge]!) || !wasKnown(edge, flag)) return false;
    if (isOfOrigin[origin[edge]!] === 0) return false;
    if (certainty === 'CERTAIN' && (flag & QUALIFIED) !== 0) return false;
    return (flag & PRINCIPAL) !== 0 ? principal : named;
  };
}

/** Whether just this was known by the day: one relationship has one version that is known now, and earlier ones. */
function knownFor(
  edges: TemporalEdges,
  { knownBy, certainty = 'POSSIBLE', publicationCertainty = certainty }: Criteria,
): (edge: number, flag: number) => boolean {
  if (knownBy === undefined) return (_, flag) => (flag & SUPERSEDED) === 0;
  const day = epochDay(knownBy);
  const side = publicationCertainty === 'CERTAIN' ? 'certainly' : 'possibly';
  const asOf = publicationCertainty === 'CERTAIN' ? edges.asOfCertainly : edges.asOfPossibly;
  return (edge, flag) =>
    asOf[edge]! <= day && ((flag & SUPERSEDED) === 0 || edges.until.get(edge)![side] > day);
}

/** Whether a list of sources suffices. */
function affirmedFor(
  { sourceLists }: TemporalEdges,
  { sources, minSources = 0 }: Criteria,
): (list: number) => boolean {
  if (sources === undefined && minSources === 0) return () => true;
  const wanted = sources === undefined ? null : new Set(sources);
  return (index) => {
    const list = sourceLists[index]!;
    return list.length >= minSources && (wanted === null || list.some((id) => wanted.has(id)));
  };
}

/** For each origin, whether it is one of those asked for. */
function originFor({ origins }: TemporalEdges, { datasets, coding }: Criteria): Uint8Array {
  const includesAny = (asked: readonly string[] | undefined, found: readonly string[]) =>
    asked === undefined || found.some((one) => asked.includes(one));
  return Uint8Array.from(origins, (one) =>
    includesAny(datasets, one.datasets) && includesAny(coding, one.codings) ? 1 : 0,
  );
}

function keeps({ event, entity, touching }: EventRule, edges: TemporalEdges, edge: number): boolean {
  if (edges.event[edge] !== event) return true;
  return (edges.from[edge] === entity || edges.to[edge] === entity) === touching;
}
