import { continueHistory } from './continueHistory.ts';
import { type History, keyOf } from './history.ts';
import type { Telling } from './telling.ts';

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
