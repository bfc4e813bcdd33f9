/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { LAST_DAY } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { epochDay, FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from './epochDay.ts';
import type { ChainQuestion } from './question.ts';
import { PRINCIPAL, QUALIFIED, SUPERSEDED, SYMMETRIC, type TemporalEdges } from './temporalEdges.ts';

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
export interface Crossings {
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

export function crossingsOf(
  edges: TemporalEdges,
  question: ChainQuestion,
  { strict, timeless }: { strict: boolean; timeless: boolean },
): Crossings {
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
  Pick<Crossings, 'gap' | 'first' | 'last' | 'timeless' | 'avoided' | 'rules' | 'barred'>
>;

/**
 * The same but for the changes. Names every field, so that all crossings have one shape and the searches are compiled
 * for it: a copy by spreading makes them a third slower.
 */
export function changed(crossings: Crossings, changes: Changes): Crossings {
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
export function mayCross(crossings: Crossings, edge: number, tail: number, head: number): boolean {
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
