import { compareTexts } from '../../ontology/compareTexts.ts';
import { latestOf, type Day } from '../../time/day.ts';
import { observes, type Mark } from './marks.ts';

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
