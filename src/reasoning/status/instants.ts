import type { Effect } from '../../ontology/regimes.ts';
import { FIRST_DAY, LAST_DAY, type Day, latestOf } from '../../time/day.ts';
import type { EdtfDate } from '../../time/parseEdtf.ts';
import { compareTexts } from '../../ontology/compareTexts.ts';

/** An event of a regime, with the date that it has in one reading. */
export interface DatedEvent {
  readonly id: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  readonly date: EdtfDate;
}

/** One unknown day, from `first` to `last` inclusive, on which an event has its effect. */
export interface Mark {
  readonly event: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  /** BEGIN and END: the effect lasts from the one to the other without a break. */
  readonly part: 'WHOLE' | 'BEGIN' | 'END';
  readonly first: Day;
  readonly last: Day;
}

/**
 * The days on which events have their effects. An act has its effect on the day that it begins. An observation of
 * a span holds throughout; one that goes on, or whose end is open, until something changes. Of a qualified date
 * nothing is certain: it allows every day. What is said of nobody in particular never forbids a change.
 */
export function marksOf(events: readonly DatedEvent[]): Mark[] {
  return events.flatMap((event) => marksOfEvent(event));
}

function marksOfEvent({ id, effect, isGeneral, date }: DatedEvent): Mark[] {
  const base = { event: id, effect, isGeneral };
  if (date.qualified) return [{ ...base, part: 'WHOLE', first: FIRST_DAY, last: LAST_DAY }];
  const begin = { first: date.earliest, last: date.beginLatest };
  if (date.extent === 'DAY' || !observes(effect) || date.latest === LAST_DAY) {
    return [{ ...base, part: 'WHOLE', ...begin }];
  }
  const end = { first: date.endEarliest, last: date.latest };
  if (isGeneral) {
    return [
      { ...base, part: 'WHOLE', ...begin },
      { ...base, part: 'WHOLE', ...end },
    ];
  }
  return [
    { ...base, part: 'BEGIN', ...begin },
    { ...base, part: 'END', ...end },
  ];
}

export function observes(effect: Effect): boolean {
  return effect === 'OBSERVES_IN_FORCE' || effect === 'OBSERVES_NOT_IN_FORCE';
}

/** Marks among which none of another chapter can come: each of them comes after all those of the chapters before. */
export interface Chapter {
  /** In order of their first days. */
  readonly marks: readonly Mark[];
  /** For each mark those (bit i: mark i) that have to be placed before it. */
  readonly after: readonly bigint[];
  /** For each mark the END of its span, where it is a BEGIN. */
  readonly endOf: readonly (number | null)[];
  /** The last day that any of them may have. */
  readonly last: Day;
}

/** The chapters that the marks fall into, in order. A span is never divided. */
export function chaptersOf(marks: readonly Mark[]): Chapter[] {
  const groups: { marks: Mark[]; last: Day }[] = [];
  const sorted = withoutRepeats(marks);
  for (const mark of sorted) {
    const last = mark.part === 'BEGIN' ? (sorted[partOf(sorted, mark, 'END')]?.last ?? mark.last) : mark.last;
    const group = groups.at(-1);
    if (group === undefined || group.last < mark.first) groups.push({ marks: [mark], last });
    else groups.splice(-1, 1, { marks: [...group.marks, mark], last: latestOf(group.last, last) });
  }
  return groups.map((group) => chapterOf(group.marks, group.last));
}

export function bit(index: number): bigint {
  return 1n << BigInt(index);
}

function chapterOf(marks: readonly Mark[], last: Day): Chapter {
  return {
    marks,
    after: marks.map((mark, index) => bitsWhere(marks, (other, at) => precedes(other, at, mark, index))),
    endOf: marks.map((mark) => (mark.part === 'BEGIN' ? partOf(marks, mark, 'END') : null)),
    last,
  };
}

/** Saying the same of the same days, or doing the same on the same one day, twice is as once. */
function withoutRepeats(marks: readonly Mark[]): Mark[] {
  const kept = new Map<string, Mark>();
  for (const mark of marks) {
    const { effect, isGeneral, part, first, last, event } = mark;
    const counts = part !== 'WHOLE' || (!observes(effect) && first !== last);
    const key = [effect, isGeneral, first, last, counts ? `${part} ${event}` : ''].join(' ');
    if (!kept.has(key)) kept.set(key, mark);
  }
  return [...kept.values()].sort((a, b) => compareTexts(`${a.first} ${a.last}`, `${b.first} ${b.last}`));
}

/** A span's begin comes before its end. Of like marks, the one that can be early and must be early comes first. */
function precedes(other: Mark, at: number, mark: Mark, index: number): boolean {
  if (other.event === mark.event && other.part === 'BEGIN' && mark.part === 'END') return true;
  if (at === index || !isLike(other, mark)) return false;
  if (other.first > mark.first || other.last > mark.last) return false;
  return at < index || other.first < mark.first || other.last < mark.last;
}

function isLike(a: Mark, b: Mark): boolean {
  return a.part === 'WHOLE' && b.part === 'WHOLE' && a.effect === b.effect && a.isGeneral === b.isGeneral;
}

function partOf(marks: readonly Mark[], { event }: Mark, part: Mark['part']): number {
  return marks.findIndex((mark) => mark.event === event && mark.part === part);
}

function bitsWhere(marks: readonly Mark[], holds: (mark: Mark, index: number) => boolean): bigint {
  return marks.reduce((bits, mark, index) => (holds(mark, index) ? bits | bit(index) : bits), 0n);
}
