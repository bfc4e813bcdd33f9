import type { CombinedDate } from '../../time/combineDates.ts';
import type { Day } from '../../time/day.ts';
import { type Announcement, announcementsOn } from './announcements.ts';
import { conclusionOn } from './conclusionOn.ts';
import { type Dispute, disputesAmong } from './disputes.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import type { RegimeEvent } from './regimeEvent.ts';
import { allows, beginningOf, isUncertain } from './since.ts';
import type { StatusState } from './statusState.ts';
import { timelineBackFrom } from './timeline.ts';
import type { World } from './world.ts';
import { worldsOf } from './worlds.ts';

/** What follows for an authority, a subject and a regime on a day, and from what. */
export interface StatusAnswer {
  readonly state: StatusState;
  /**
   * When it began to be so. `null` where that is not known at all: for NO_RECORD, POSSIBLE and DISPUTED, and for
   * what has not been in force yet.
   */
  readonly since: CombinedDate | null;
  /** In order of time. */
  readonly evidence: readonly Evidence[];
  /** Announced by then and not known to be done, in order of time. */
  readonly announced: readonly Announcement[];
  readonly disputed: readonly Dispute[];
}

/**
 * The status at the end of the day (UTC): an act counts from its own day on.
 *
 * @param events those of one authority, subject and regime, with what is said of nobody in particular, and the
 *   announcements of acts of the regime; each with only the reports that count
 * @throws RangeError if an event belongs to no regime
 */
export function statusOn(day: Day, events: readonly RegimeEvent[]): StatusAnswer {
  const evidence = evidenceOn(day, events);
  const basis = events.filter(({ id }) => evidence.some(({ event }) => event === id));
  const worlds = worldsOf(events);
  const { state } = conclusionOn(day, worlds);
  return {
    state,
    since: sinceOn(day, state, worlds),
    evidence,
    announced: announcementsOn(day, events),
    disputed: disputesAmong(basis),
  };
}

/** The state alone. */
export function stateOn(day: Day, events: readonly RegimeEvent[]): StatusState {
  return conclusionOn(day, worldsOf(events)).state;
}

function sinceOn(day: Day, state: StatusState, worlds: readonly World[]): CombinedDate | null {
  if (state === 'NO_RECORD' || isUncertain(state)) return null;
  const timeline = timelineBackFrom(day, worlds, (conclusion) => allows(conclusion, state));
  return beginningOf(timeline, timeline.length - 1).date;
}
