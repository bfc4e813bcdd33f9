import { FIRST_DAY, type Day } from '../../time/day.ts';
import { continueHistory } from './continueHistory.ts';
import { type History, keyOf, STRAIN, UNTOLD } from './history.ts';
import type { Mark } from './marks.ts';
import { type Plan, planOf } from './plan.ts';
import type { Standing } from './statusState.ts';

/**
 * What may stand at the end of the day, by the histories that take least to believe. A history dates every mark
 * within its range and orders those of one day. One that holds a contradiction is set aside where another holds
 * none; then one that needs a change nobody reported; then one that passes over what is said of nobody in particular.
 *
 * Only the order of the marks matters, and an order can be dated exactly if giving each mark the first day that is
 * left leaves none too late. So orders are tried, not days, and those that have come to the same are tried once.
 */
export function standingsOn(day: Day, marks: readonly Mark[]): ReadonlySet<Standing> {
  const histories = easiestHistories(day, marks);
  return new Set(
    histories.flatMap(({ answer, standing }) =>
      answer === null || answer === 'WAITING' ? [standing] : answer,
    ),
  );
}

/** Whether the marks cannot all be true. */
export function contradict(marks: readonly Mark[]): boolean {
  return easiestHistories(FIRST_DAY, marks).some(({ strain }) => strain >= STRAIN.CONTRADICTION);
}

/** Those with contradictions are looked at only if there are no others. */
function easiestHistories(day: Day, marks: readonly Mark[]): History[] {
  const sound = completeHistories(planOf(day, marks, false));
  const complete = sound.length > 0 ? sound : completeHistories(planOf(day, marks, true));
  const least = Math.min(...complete.map(({ strain }) => strain));
  return complete.filter(({ strain }) => strain === least);
}

function completeHistories(plan: Plan): History[] {
  const levels = Array.from({ length: plan.marks.length + 2 }, () => new Map<string, History>());
  keepEasiest(levels, UNTOLD);
  for (const level of levels) {
    for (const history of level.values()) {
      for (const next of continueHistory(plan, history)) keepEasiest(levels, next);
    }
  }
  return [...(levels.at(-1)?.values() ?? [])];
}

/** By how much has been told, so that every history is complete before it is continued. */
function keepEasiest(levels: Map<string, History>[], history: History): void {
  const level = levels[told(history)];
  const key = keyOf(history);
  const known = level?.get(key);
  if (known === undefined || history.strain < known.strain) level?.set(key, history);
}

function told({ placed, answer }: History): number {
  const count = placed.toString(2).replaceAll('0', '').length;
  return answer === null ? count : count + 1;
}
