import { addDays, FIRST_DAY, LAST_DAY, nextDay, type Day } from '../../time/day.ts';
import { type Conclusion, conclusionOn } from './conclusionOn.ts';
import type { World } from './world.ts';

/** Days on which the same follows; inclusive. */
export interface Stretch extends Conclusion {
  readonly first: Day;
  readonly last: Day;
}

/** Every stretch from the first day to the last, in order; no two neighbours alike. */
export function timelineOf(worlds: readonly World[]): Stretch[] {
  return stretchesOf(
    turningDays(worlds).map((first) => ({ first, ...conclusionOn(first, worlds) })),
    LAST_DAY,
  );
}

/** The stretches that end on the day, back to the last one before it that does not hold; that one may be cut short. */
export function timelineBackFrom(
  day: Day,
  worlds: readonly World[],
  holds: (conclusion: Conclusion) => boolean,
): Stretch[] {
  const turns: Turn[] = [];
  for (const first of turningDays(worlds).toReversed()) {
    if (first > day) continue;
    const conclusion = conclusionOn(first, worlds);
    turns.unshift({ first, ...conclusion });
    if (!holds(conclusion)) break;
  }
  return stretchesOf(turns, day);
}

/** A day on which something else may begin to follow. */
interface Turn extends Conclusion {
  readonly first: Day;
}

function stretchesOf(turns: readonly Turn[], until: Day): Stretch[] {
  const apart = turns.filter((turn, index) => index === 0 || !isSame(turn, turns[index - 1] ?? turn));
  return apart.map((turn, index) => {
    const next = apart[index + 1];
    return { ...turn, last: next === undefined ? until : addDays(next.first, -1) };
  });
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
