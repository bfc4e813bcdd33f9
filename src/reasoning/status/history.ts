import { FIRST_DAY, type Day } from '../../time/day.ts';
import type { Standing } from './statusState.ts';

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
export const STRAIN = {
  /** What is said of nobody in particular is passed over in favour of what is said of this authority. */
  PASSED_OVER: 1,
  /** Something changed that nobody reported. */
  UNREPORTED: 1_000,
  /** Two marks cannot both be true. */
  CONTRADICTION: 1_000_000,
} as const;

/** Histories of one key go on alike, so that the least strained stands for all. */
export function keyOf({ placed, standing, day, seen, until, answer }: History): string {
  return [placed.toString(36), standing, day, seen, until, answer].join('|');
}
