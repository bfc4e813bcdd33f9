import type { Effect } from '../../ontology/regimes.ts';
import { FIRST_DAY, LAST_DAY, type Day, latestOf } from '../../time/day.ts';
import type { BoundedDate } from '../../time/parseEdtf.ts';
import { observes } from './effects.ts';
import { compareTexts } from '../../ontology/compareTexts.ts';

/** An event of a regime, with the date that it has in one reading. */
export interface DatedEvent {
  readonly id: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  /** It may concern something else. */
  readonly isOptional: boolean;
  /** As an opening it shows that the regime was not in force before. */
  readonly isFirstHand: boolean;
  readonly date: BoundedDate;
}

/** One unknown day, from `first` to `last` inclusive, on which an event has its effect. */
export interface Instant {
  readonly event: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  readonly isFirstHand: boolean;
  /** BEGIN and END: the effect lasts from the one to the other without a break. An END that closes ends it. */
  readonly part: 'WHOLE' | 'BEGIN' | 'END';
  /** Something is observed to begin then; else it may have been so before. */
  readonly isBegin: boolean;
  readonly first: Day;
  readonly last: Day;
}

/**
 * The days on which events have their effects. An act has its effect on the day that it begins. An observation of
 * a span holds throughout; one that goes on, or whose end is open, as far as its source can know, and then until
 * something changes. Of a qualified date nothing is certain: it allows every day. What is said of nobody in particular never forbids a change.
 */
export function instantsOf(events: readonly DatedEvent[]): Instant[] {
  return events.flatMap((event) => instantsOfEvent(event));
}

/** Instants that may overlap. No instant of another cluster can come among them: clusters follow one another. */
export interface Cluster {
  /** In order of their first days. */
  readonly instants: readonly Instant[];
  /** For each instant those (bit i: instant i) that have to be placed before it. */
  readonly after: readonly bigint[];
  /** For each instant the END of its span, if it is a BEGIN. */
  readonly endOf: readonly (number | null)[];
  /** The last day that any of them may have. */
  readonly last: Day;
}

/** The clusters of the instants, in order. A span is never divided. */
export function clustersOf(instants: readonly Instant[]): Cluster[] {
  const groups: { instants: Instant[]; last: Day }[] = [];
  const sorted = withoutRepeats(instants);
  for (const instant of sorted) {
    const last =
      instant.part === 'BEGIN'
        ? (sorted[partOf(sorted, instant, 'END')]?.last ?? instant.last)
        : instant.last;
    const group = groups.at(-1);
    if (group === undefined || group.last < instant.first) groups.push({ instants: [instant], last });
    else groups.splice(-1, 1, { instants: [...group.instants, instant], last: latestOf(group.last, last) });
  }
  return groups.map((group) => clusterOf(group.instants, group.last));
}

export function bit(index: number): bigint {
  return 1n << BigInt(index);
}

function instantsOfEvent({ id, effect, isGeneral, isFirstHand, date }: DatedEvent): Instant[] {
  const base = { event: id, effect, isGeneral, isFirstHand, isBegin: false };
  if (date.qualified) return [{ ...base, part: 'WHOLE', first: FIRST_DAY, last: LAST_DAY }];
  const isBegin = observes(effect) && date.extent === 'SPAN';
  const begin = { first: date.earliest, last: date.beginLatest, isBegin };
  if (date.extent === 'DAY' || !observes(effect) || date.endEarliest === LAST_DAY) {
    return [{ ...base, part: 'WHOLE', ...begin }];
  }
  const last = date.latest === LAST_DAY ? latestOf(date.endEarliest, date.beginLatest) : date.latest;
  const end = { first: date.endEarliest, last };
  if (isGeneral) {
    return [
      { ...base, part: 'WHOLE', ...begin },
      { ...base, part: 'WHOLE', ...end },
    ];
  }
  return [
    { ...base, part: 'BEGIN', ...begin },
    // What goes on has not ended yet; a closed span says that it has.
    { ...base, part: 'END', ...end, effect: date.latest === LAST_DAY ? effect : endOf(effect) },
  ];
}

/** What was in force is over. An absence that ended does not tell what came after it. */
function endOf(effect: Effect): Effect {
  return effect === 'OBSERVES_IN_FORCE' ? 'CLOSES' : effect;
}

function clusterOf(instants: readonly Instant[], last: Day): Cluster {
  return {
    instants,
    after: instants.map((instant, index) =>
      bitsWhere(instants, (other, at) => precedes(other, at, instant, index)),
    ),
    endOf: instants.map((instant) => (instant.part === 'BEGIN' ? partOf(instants, instant, 'END') : null)),
    last,
  };
}

/** An observation repeated for the same days, or an act repeated on the same day, counts once. */
function withoutRepeats(instants: readonly Instant[]): Instant[] {
  const kept = new Map<string, Instant>();
  for (const instant of instants) {
    const { effect, isGeneral, part, isBegin, first, last, event } = instant;
    const counts = part !== 'WHOLE' || (!observes(effect) && first !== last);
    const key = [effect, isGeneral, isBegin, first, last, counts ? `${part} ${event}` : ''].join(' ');
    if (!kept.has(key)) kept.set(key, instant);
  }
  return [...kept.values()].sort((a, b) => compareTexts(`${a.first} ${a.last}`, `${b.first} ${b.last}`));
}

/** A span's begin comes before its end. Of two alike, the one with the earlier range comes first. */
function precedes(other: Instant, at: number, instant: Instant, index: number): boolean {
  if (other.event === instant.event && other.part === 'BEGIN' && instant.part === 'END') return true;
  if (at === index || !isLike(other, instant)) return false;
  if (other.first > instant.first || other.last > instant.last) return false;
  return at < index || other.first < instant.first || other.last < instant.last;
}

function isLike(a: Instant, b: Instant): boolean {
  return a.part === 'WHOLE' && b.part === 'WHOLE' && a.effect === b.effect && a.isGeneral === b.isGeneral;
}

function partOf(instants: readonly Instant[], { event }: Instant, part: Instant['part']): number {
  return instants.findIndex((instant) => instant.event === event && instant.part === part);
}

function bitsWhere(
  instants: readonly Instant[],
  holds: (instant: Instant, index: number) => boolean,
): bigint {
  return instants.reduce((bits, instant, index) => (holds(instant, index) ? bits | bit(index) : bits), 0n);
}
