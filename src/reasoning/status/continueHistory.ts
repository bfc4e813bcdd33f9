import { latestOf, nextDay, type Day } from '../../time/day.ts';
import { type History, STRAIN } from './history.ts';
import { observes, type Mark } from './marks.ts';
import { bit } from './chapters.ts';
import type { Telling } from './telling.ts';
import type { Standing } from './statusState.ts';
import { transition } from './transition.ts';

/** The histories that go on with the day asked for or with one more mark, leaving none too late for its range. */
export function continueHistory(telling: Telling, history: History): History[] {
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
