import { latestOf, nextDay, type Day } from '../../time/day.ts';
import { type History, STRAIN } from './history.ts';
import { observes, type Mark } from './marks.ts';
import { bit, type Plan } from './plan.ts';
import type { Standing } from './statusState.ts';
import { transition } from './transition.ts';

/** The histories that go on with the day asked for or with one more mark, leaving none too late for its range. */
export function continueHistory(plan: Plan, history: History): History[] {
  const marked = plan.marks.flatMap((_, index) =>
    canCome(plan, history, index) ? place(plan, history, index) : [],
  );
  return [...reachDay(plan, history), ...marked].filter((next) => inTime(plan, next));
}

/** The end of the day asked for. Evidence of that very day, or a span that lasts, leaves nothing to what comes next. */
function reachDay(plan: Plan, history: History): History[] {
  if (history.answer !== null || history.day > plan.day) return [];
  const told = tellConfirming(plan, history, plan.day);
  const decided = told.seen === plan.day || told.standing === 'DISPUTED' || lasting(plan, told).length > 0;
  return [
    { ...told, day: nextDay(plan.day), until: told.seen, answer: decided ? [told.standing] : 'WAITING' },
  ];
}

function place(plan: Plan, history: History, index: number): History[] {
  const mark = markAt(plan, index);
  const day = latestOf(history.day, mark.first);
  const told = { ...tellConfirming(plan, history, day), day };
  if (told.placed & bit(index)) return [told];
  const next = { ...told, placed: told.placed | bit(index) };
  if (mark.isGeneral && !concernsGeneral(told)) {
    return [{ ...next, strain: next.strain + STRAIN.PASSED_OVER }];
  }
  return mark.part === 'END' ? [answered(next, mark, day, [told.standing])] : meet(plan, next, mark);
}

/** What is said of nobody in particular tells only of an authority that is not known to have had it in force. */
function concernsGeneral({ standing }: History): boolean {
  return standing !== 'IN_FORCE' && standing !== 'DISPUTED';
}

function meet(plan: Plan, history: History, mark: Mark): History[] {
  const { standing, seen, until, day } = history;
  const { to, kind, before } = transition(mark.effect, standing);
  // An unreported change takes place between two days, and no observation settles a contradiction of its own day.
  const needsLaterDay = kind === 'IMPLIES' || (standing === 'DISPUTED' && observes(mark.effect));
  const unreported = kind === 'IMPLIES' && (standing !== 'NO_RECORD' || plan.hasOpening);
  const settle = (on: Day): History[] => {
    const settled = answered(history, mark, on, before);
    if (breaks(to, lasting(plan, history))) return contradicted(plan, settled);
    return [{ ...settled, standing: to, strain: settled.strain + (unreported ? STRAIN.UNREPORTED : 0) }];
  };
  if (!needsLaterDay || seen === null) return settle(day);
  const later = latestOf(day, nextDay(seen));
  const clash = day <= (until ?? seen) ? contradicted(plan, answered(history, mark, day, [standing])) : [];
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

function contradicted(plan: Plan, history: History): History[] {
  if (!plan.mayContradict) return [];
  return [{ ...history, standing: 'DISPUTED', strain: history.strain + STRAIN.CONTRADICTION }];
}

/**
 * Places the observations before the day that confirm what stands. Later they could but imply more changes. While
 * an answer waits they stay, as they could decide it.
 */
function tellConfirming(plan: Plan, history: History, before: Day): History {
  if (history.answer === 'WAITING') return history;
  let told = history;
  for (const index of plan.marks.keys()) {
    if (!canCome(plan, told, index) || !confirms(markAt(plan, index), told)) continue;
    const { first, last } = markAt(plan, index);
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
function lasting({ marks, endOf }: Plan, { placed }: History): Mark[] {
  return marks.filter((_, index) => {
    const end = endOf[index] ?? null;
    return end !== null && (placed & bit(index)) !== 0n && (placed & bit(end)) === 0n;
  });
}

function canCome({ after }: Plan, { placed }: History, index: number): boolean {
  const needed = after[index] ?? 0n;
  return (placed & bit(index)) === 0n && (placed & needed) === needed;
}

function inTime({ marks }: Plan, { placed, day }: History): boolean {
  return marks.every(({ last }, index) => last >= day || (placed & bit(index)) !== 0n);
}

function markAt({ marks }: Plan, index: number): Mark {
  const mark = marks[index];
  if (mark === undefined) throw new RangeError(`There is no mark ${index} among ${marks.length}.`);
  return mark;
}
