import type { Day } from '../../time/day.ts';
import type { Chapter } from './chapters.ts';

/** How a chapter is told. */
export interface Telling extends Chapter {
  /** What stands at the end of this day is asked; `null` where it has been answered, or is asked of a later chapter. */
  readonly day: Day | null;
  /** Whether some chapter has an opening. */
  readonly hasOpening: boolean;
  /** Whether histories may hold contradictions. */
  readonly mayContradict: boolean;
}
