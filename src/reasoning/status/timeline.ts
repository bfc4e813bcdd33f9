import { addDays, FIRST_DAY, LAST_DAY, nextDay, type Day } from '../../time/day.ts';
import { type Conclusion, conclusionOn } from './conclusionOn.ts';
import type { World } from './world.ts';

/** Days on which the same follows; inclusive. */
export interface Stretch extends Conclusion {
  readonly first: Day;
  readonly last: Day;
}

/** Every stretch from the first day to `until`, in order; no two neighbours alike. */
export function timelineOf(worlds: readonly World[], until = LAST_DAY): Stretch[] {
  const stretches: Stretch[] = [];
  const starts = turningDays(worlds).filter((day) => day <= until);
  for (const [index, first] of starts.entries()) {
    const conclusion = conclusionOn(first, worlds);
    const next = starts[index + 1];
    const last = next === undefined ? until : addDays(next, -1);
    const before = stretches.at(-1);
    if (before !== undefined && isSame(before, conclusion)) stretches.splice(-1, 1, { ...before, last });
    else stretches.push({ ...conclusion, first, last });
  }
  return stretches;
}

export function stretchAt(timeline: readonly Stretch[], index: number): Stretch {
  const stretch = timeline[index];
  if (stretch === undefined) throw new RangeError(`There is no stretch ${index} among ${timeline.length}.`);
  return stretch;
}

/**
 * The only days on which something can begin to follow. What stands changes only with a mark, on the first day of
 * its range, on the day after its last, or one day on, where an unreported change needs a day between.
 */
function turningDays(worlds: readonly World[]): Day[] {
  const days = worlds
    .flatMap(({ marks }) => marks)
    .flatMap(({ first, last }) => [first, nextDay(first), last, nextDay(last), nextDay(nextDay(last))]);
  return [...new Set([FIRST_DAY, ...days])].sort();
}

function isSame(a: Conclusion, b: Conclusion): boolean {
  return (
    a.state === b.state &&
    a.standings.size === b.standings.size &&
    [...a.standings].every((one) => b.standings.has(one))
  );
}
