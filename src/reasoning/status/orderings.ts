import { FIRST_DAY, type Day, latestOf, nextDay } from '../../time/day.ts';
import type { Standing } from './statusState.ts';
import { type Chapter, observes, type Mark, bit } from './instants.ts';
import type { Effect } from '../../ontology/regimes.ts';

/** A history as far as it has been told. */
export interface History {
  /** Bit i: mark i of the chapter that is being told has been placed. */
  readonly placed: bigint;
  readonly standing: Standing;
  /** Whatever comes next comes on this day or later. */
  readonly day: Day;
  /** The day of the last mark that tells what stands; `null` before the first. */
  readonly seen: Day | null;
  /** The day up to which that mark could come as well, if nothing else is told before; at least `seen`. */
  readonly until: Day | null;
  /** What may stand at the end of the day asked for; `null` while it has not come, WAITING while what comes next decides. */
  readonly answer: readonly Standing[] | 'WAITING' | null;
  readonly strain: number;
}

export const UNTOLD: History = {
  placed: 0n,
  standing: 'NO_RECORD',
  day: FIRST_DAY,
  seen: null,
  until: null,
  answer: null,
  strain: 0,
};

/** What a history takes to believe. Each outweighs all that there can be of the one before. */
const STRAIN = {
  /** What is said of nobody in particular is passed over in favour of what is said of this authority. */
  PASSED_OVER: 1,
  /** Something changed that nobody reported. */
  UNREPORTED: 1_000,
  /** Two marks cannot both be true. */
  CONTRADICTION: 1_000_000,
} as const;

/** Histories of one key go on alike, so that the least strained stands for all. */
function keyOf({ placed, standing, day, seen, until, answer }: History): string {
  return [placed.toString(36), standing, day, seen, until, answer].join('|');
}

/** How a chapter is told. */
export interface Telling extends Chapter {
  /** What stands at the end of this day is asked; `null` where it has been answered, or is asked of a later chapter. */
  readonly day: Day | null;
  /** Whether some chapter has an opening. */
  readonly hasOpening: boolean;
  /** Whether histories may hold contradictions. */
  readonly mayContradict: boolean;
}

/** The histories that go on with the day asked for or with one more mark, leaving none too late for its range. */
function continueHistory(telling: Telling, history: History): History[] {
  const marked = telling.marks.flatMap((_, index) =>
    canCome(telling, history, index) ? place(telling, history, index) : [],
  );
  return [...reachDay(telling, history), ...marked].filter((next) => inTime(telling, next));
}

/** The end of the day asked for. Evidence of that very day, or a span that lasts, leaves nothing to what comes next. */
function reachDay(telling: Telling, history: History): History[] {
  const asked = telling.day;
  if (asked === null || history.answer !== null || history.day > asked) return [];
  const told = tellConfirming(telling, history, asked);
  const decided = told.seen === asked || told.standing === 'DISPUTED' || lasting(telling, told).length > 0;
  return [{ ...told, day: nextDay(asked), until: told.seen, answer: decided ? [told.standing] : 'WAITING' }];
}

function place(telling: Telling, history: History, index: number): History[] {
  const mark = markAt(telling, index);
  const day = latestOf(history.day, mark.first);
  const told = { ...tellConfirming(telling, history, day), day };
  if (told.placed & bit(index)) return [told];
  const next = { ...told, placed: told.placed | bit(index) };
  if (mark.isGeneral && !concernsGeneral(told)) {
    return [{ ...next, strain: next.strain + STRAIN.PASSED_OVER }];
  }
  return mark.part === 'END' ? [answered(next, mark, day, [told.standing])] : meet(telling, next, mark);
}

/** What is said of nobody in particular tells only of an authority that is not known to have had it in force. */
function concernsGeneral({ standing }: History): boolean {
  return standing !== 'IN_FORCE' && standing !== 'DISPUTED';
}

function meet(telling: Telling, history: History, mark: Mark): History[] {
  const { standing, seen, until, day } = history;
  const { to, kind, before } = transition(mark.effect, standing);
  // An unreported change takes place between two days, and no observation settles a contradiction of its own day.
  const needsLaterDay = kind === 'IMPLIES' || (standing === 'DISPUTED' && observes(mark.effect));
  const unreported = kind === 'IMPLIES' && (standing !== 'NO_RECORD' || telling.hasOpening);
  const settle = (on: Day): History[] => {
    const settled = answered(history, mark, on, before);
    if (breaks(to, lasting(telling, history))) return contradicted(telling, settled);
    return [{ ...settled, standing: to, strain: settled.strain + (unreported ? STRAIN.UNREPORTED : 0) }];
  };
  if (!needsLaterDay || seen === null) return settle(day);
  const later = latestOf(day, nextDay(seen));
  const clash = day <= (until ?? seen) ? contradicted(telling, answered(history, mark, day, [standing])) : [];
  return later <= mark.last ? [...clash, ...settle(later)] : clash;
}

/** A mark told on a day, which decides what may have stood on the day asked for if that waits. */
function answered(history: History, { last }: Mark, day: Day, before: readonly Standing[]): History {
  const answer = history.answer === 'WAITING' ? before : history.answer;
  return { ...history, day, seen: day, until: last, answer };
}

/** What lasts without a break allows nothing else. */
function breaks(standing: Standing, spans: readonly Mark[]): boolean {
  const inForce = standing === 'IN_FORCE';
  return spans.some(({ effect }) => (effect === 'OBSERVES_IN_FORCE') !== inForce);
}

function contradicted(telling: Telling, history: History): History[] {
  if (!telling.mayContradict) return [];
  return [{ ...history, standing: 'DISPUTED', strain: history.strain + STRAIN.CONTRADICTION }];
}

/**
 * Places the observations before the day that confirm what stands. Later they could but imply more changes. While
 * an answer waits they stay, as they could decide it.
 */
function tellConfirming(telling: Telling, history: History, before: Day): History {
  if (history.answer === 'WAITING') return history;
  let told = history;
  for (const index of telling.marks.keys()) {
    if (!canCome(telling, told, index) || !confirms(markAt(telling, index), told)) continue;
    const { first, last } = markAt(telling, index);
    const day = latestOf(history.day, first);
    if (day >= before && day !== history.seen) continue;
    told = {
      ...told,
      placed: told.placed | bit(index),
      day: latestOf(told.day, day),
      seen: latestOf(told.seen ?? day, day),
      until: latestOf(told.until ?? last, last),
    };
  }
  return told;
}

function confirms({ effect, part }: Mark, { standing }: History): boolean {
  if (part === 'END') return true;
  return part === 'WHOLE' && observes(effect) && transition(effect, standing).kind === 'CONFIRMS';
}

/** The spans that have begun and not ended. */
function lasting({ marks, endOf }: Telling, { placed }: History): Mark[] {
  return marks.filter((_, index) => {
    const end = endOf[index] ?? null;
    return end !== null && (placed & bit(index)) !== 0n && (placed & bit(end)) === 0n;
  });
}

function canCome({ after }: Telling, { placed }: History, index: number): boolean {
  const needed = after[index] ?? 0n;
  return (placed & bit(index)) === 0n && (placed & needed) === needed;
}

function inTime({ marks }: Telling, { placed, day }: History): boolean {
  return marks.every(({ last }, index) => last >= day || (placed & bit(index)) !== 0n);
}

function markAt({ marks }: Telling, index: number): Mark {
  const mark = marks[index];
  if (mark === undefined) throw new RangeError(`There is no mark ${index} among ${marks.length}.`);
  return mark;
}

/** More than any evidence of practice needs. Vague acts that may come in any order double it with each. */
const MOST_HISTORIES = 20_000;

export class TooManyHistories extends Error {}

/**
 * Every way in which the histories go on through the chapter, and past the day asked for where one is; of those that
 * have come to the same the least strained.
 *
 * @throws TooManyHistories
 */
export function tellChapter(telling: Telling, histories: readonly History[]): History[] {
  const steps = telling.marks.length + (telling.day === null ? 0 : 1);
  const levels = Array.from({ length: steps + 1 }, () => new Map<string, History>());
  let count = 0;
  const keep = (history: History): void => {
    const level = levels[stepsOf(telling, history)];
    const key = keyOf(history);
    const known = level?.get(key);
    if (known === undefined) count += 1;
    if (count > MOST_HISTORIES) throw new TooManyHistories();
    if (known === undefined || history.strain < known.strain) level?.set(key, history);
  };
  for (const history of histories) keep({ ...history, placed: 0n });
  // By how much has been told, so that the least strained is known before it is continued.
  for (const level of levels) {
    for (const history of level.values()) for (const next of continueHistory(telling, history)) keep(next);
  }
  return [...(levels.at(-1)?.values() ?? [])];
}

function stepsOf({ day }: Telling, { placed, answer }: History): number {
  const marks = placed.toString(2).replaceAll('0', '').length;
  return day !== null && answer !== null ? marks + 1 : marks;
}

/** What an effect makes of the standing that it finds. */
interface Transition {
  readonly to: Standing;
  /**
   * CONFIRMS: it finds what it says. CHANGES: it changes that, or is the first to say anything.
   * IMPLIES: something must have changed before it that nobody reported.
   */
  readonly kind: 'CONFIRMS' | 'CHANGES' | 'IMPLIES';
  /** What may have stood on a day between the evidence before it and its own. */
  readonly before: readonly Standing[];
}

/** How each effect meets each standing. What is neither confirmed nor followed implies an unreported change. */
interface Rule {
  readonly to: Standing;
  readonly confirms: readonly Standing[];
  readonly follows: readonly Standing[];
  /** What an unreported change must have passed through. */
  readonly through: readonly Standing[];
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

function transition(effect: Effect, from: Standing): Transition {
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
