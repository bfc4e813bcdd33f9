import type { Day } from '../../time/day.ts';
import type { Mark } from './marks.ts';
import { standingsOn } from './standingsOn.ts';
import type { Standing, StatusState } from './statusState.ts';

/** What follows on a day, and everything that may stand on it by some reading. */
export interface Conclusion {
  readonly state: StatusState;
  readonly standings: ReadonlySet<Standing>;
}

/**
 * What follows at the end of the day. The same in every history of every world: that. It varies within a world:
 * POSSIBLE. Worlds differ, or one cannot avoid a contradiction: DISPUTED. No evidence: NO_RECORD.
 */
export function conclusionOn(day: Day, worlds: readonly (readonly Mark[])[]): Conclusion {
  const found = worlds.map((marks) => standingsOn(day, marks));
  const states = new Set(found.map(stateOf));
  const [state = 'NO_RECORD'] = states;
  return {
    state: states.size > 1 ? 'DISPUTED' : state,
    standings: new Set(found.flatMap((standings) => [...standings])),
  };
}

function stateOf(standings: ReadonlySet<Standing>): StatusState {
  if (standings.has('DISPUTED')) return 'DISPUTED';
  const [only = 'NO_RECORD'] = standings;
  return standings.size > 1 ? 'POSSIBLE' : only;
}
