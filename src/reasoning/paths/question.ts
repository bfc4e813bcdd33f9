import type { Day } from '../../time/day.ts';
import type { Certainty, Period } from '../../time/period.ts';
import type { Level } from '../eventView.ts';

/** Along relationships, against them, or either; symmetric ones are crossed both ways in any case. */
export type Direction = 'FORWARD' | 'BACKWARD' | 'EITHER';

/** Which relationships a path may use, and between which entities it runs. All that is given must hold. */
export interface ChainQuestion {
  readonly from: string;
  readonly to: string;
  readonly types?: readonly string[];
  readonly levels?: readonly Level[];
  readonly during?: Period;
  /** How imprecise dates, and imprecise days of publication, count; POSSIBLE if left out. */
  readonly certainty?: Certainty;
  /** Only what was known by the end of that day. */
  readonly knownBy?: Day;
  /** That one of these sources affirms. */
  readonly sources?: readonly string[];
  /** That at least so many sources affirm. */
  readonly minSources?: number;
  /** EITHER if left out. */
  readonly direction?: Direction;
  /** Entities that no path may touch; neither of its ends. */
  readonly avoid?: readonly string[];
}
