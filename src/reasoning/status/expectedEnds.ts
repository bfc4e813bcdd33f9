import type { Effect } from '../../ontology/regimes.ts';
import { type CombinedDate, combineDates } from '../../time/combineDates.ts';
import { type Day, LAST_DAY, latestOf } from '../../time/day.ts';
import {
  affirming,
  dateOf,
  dateOfReport,
  isEvidence,
  mayConcern,
  type RegimeEvent,
  type RegimeReport,
} from './regimeEvent.ts';
import { ends, PRESUPPOSE, RULES } from './effects.ts';
import type { StatusState, WorldState } from './statusState.ts';

/** An end of a state that sources only expect. Once its last day has passed without news, it may have come. */
export interface ExpectedEnd {
  readonly event: RegimeEvent;
  /** What it would do to the regime. */
  readonly effect: Effect;
  readonly date: CombinedDate;
  /** The last day on which it was expected. */
  readonly last: Day;
  /** The reports that expect it. */
  readonly reports: readonly RegimeReport[];
}

/**
 * The ends that the events' reports expect, of the list or post if it has a name: acts that nobody affirms, and spans of
 * what goes on.
 */
export function expectedEnds(name: string | null, events: readonly RegimeEvent[]): ExpectedEnd[] {
  return events.filter((event) => mayConcern(event, name)).flatMap((event) => expectedEnd(event) ?? []);
}

/** The state to which the end would have led; `null` if it ends another state, or has not passed by the day. */
export function stateAfter(end: ExpectedEnd, state: StatusState, day: Day): WorldState | null {
  return day > end.last && ends(end.effect, state) ? RULES[end.effect].to : null;
}

/**
 * Whether something tells what became of the end: evidence that reaches beyond it, and began by the day or shows that the
 * state had not ended; or a denial that was published after it.
 */
export function hasNews(
  end: ExpectedEnd,
  events: readonly RegimeEvent[],
  state: StatusState,
  day: Day,
): boolean {
  if (end.event.reports.some(({ stance, published }) => stance === 'DENIES' && published.earliest > end.last))
    return true;
  return events.filter(isEvidence).some((event) => {
    const { qualified, beginLatest, endEarliest } = dateOf(event);
    if (qualified || endEarliest <= end.last) return false;
    return beginLatest <= day || PRESUPPOSE[state].includes(event.effect);
  });
}

function expectedEnd(event: RegimeEvent): ExpectedEnd | null {
  const { effect } = event;
  const isSpan = effect === 'OBSERVES_IN_FORCE';
  if (effect === null || (!isSpan && affirming(event).length > 0)) return null;
  const reports = event.reports.filter(
    (report) => report.stance === 'EXPECTS' && (!isSpan || dateOfReport(report).extent === 'SPAN'),
  );
  const dates = reports.map(dateOfReport);
  const last = latestOf(...dates.map(({ latest }) => latest));
  if (reports.length === 0 || last === LAST_DAY) return null;
  return { event, effect: isSpan ? 'CLOSES' : effect, date: combineDates(dates), last, reports };
}
