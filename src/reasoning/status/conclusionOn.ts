import type { Day } from '../../time/day.ts';
import type { Standing, StatusState } from './statusState.ts';
import type { World } from './world.ts';

/** What follows on a day, and everything that may stand on it by some reading. */
export interface Conclusion {
  readonly state: StatusState;
  readonly standings: ReadonlySet<Standing>;
}

/**
 * What follows at the end of the day. The same in every history of every world: that. It varies within a world:
 * POSSIBLE. Worlds differ, or one cannot avoid a contradiction: DISPUTED. No evidence: NO_RECORD.
 */
export function conclusionOn(day: Day, worlds: readonly World[]): Conclusion {
  const found = worlds.map((world) => world.standingsOn(day));
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
