import type { Effect } from '../../ontology/regimes.ts';
import { combineDates, type CombinedDate } from '../../time/combineDates.ts';
import type { Day } from '../../time/day.ts';
import { orderDay } from '../../time/orderDay.ts';
import { conclusionOn } from './conclusionOn.ts';
import { observes } from './marks.ts';
import { affirming, dateOfReport, effectOf, type RegimeEvent, sourcesOf } from './regimeEvent.ts';
import { worldsOf } from './worlds.ts';

/** What speaks for the regime being in force, or against it. */
export interface Evidence {
  readonly event: string;
  readonly effect: Effect;
  /** FOR: opens, resumes or observes it in force. AGAINST: suspends, closes or observes it as absent. */
  readonly bearing: 'FOR' | 'AGAINST';
  /** It names no authority and so is said of every one. */
  readonly isGeneral: boolean;
  readonly date: CombinedDate;
  /** The sources that affirm it, in order of their ids. */
  readonly sources: readonly string[];
}

/**
 * The evidence from which the answer for the day follows, in order of time: all that may have taken place by then,
 * and where the answer rests on what came later ("before the first opening"), what may have come first of that.
 */
export function evidenceOn(day: Day, events: readonly RegimeEvent[]): Evidence[] {
  const affirmed = events.filter((event) => effectOf(event) !== null && affirming(event).length > 0);
  const all = affirmed.map(evidenceOf).sort(inOrderOfTime);
  const byThen = all.filter(({ date }) => date.qualified || date.earliest <= day);
  const later = all.filter((each) => !byThen.includes(each));
  return restsOnLater(day, affirmed, byThen) ? [...byThen, ...firstOf(later)] : byThen;
}

/** As `orderDay`; of one day acts come before observations, then by id. */
export function inOrderOfTime(a: Dated, b: Dated): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

interface Dated {
  readonly event: string;
  readonly date: CombinedDate;
  readonly effect?: Effect;
}

function sortKey({ date, effect, event }: Dated): string {
  return [orderDay(date), effect !== undefined && observes(effect) ? 1 : 0, event].join(' ');
}

export function dateOf(event: RegimeEvent): CombinedDate {
  return combineDates(affirming(event).map(dateOfReport));
}

function evidenceOf(event: RegimeEvent): Evidence {
  const effect = effectOf(event);
  if (effect === null) throw new RangeError(`The announcement ${event.id} is no evidence.`);
  return {
    event: event.id,
    effect,
    bearing: BEARINGS[effect],
    isGeneral: event.isGeneral,
    date: dateOf(event),
    sources: sourcesOf(affirming(event)),
  };
}

const BEARINGS: Readonly<Record<Effect, Evidence['bearing']>> = {
  OPENS: 'FOR',
  RESUMES: 'FOR',
  OBSERVES_IN_FORCE: 'FOR',
  SUSPENDS: 'AGAINST',
  CLOSES: 'AGAINST',
  OBSERVES_NOT_IN_FORCE: 'AGAINST',
};

function restsOnLater(day: Day, events: readonly RegimeEvent[], byThen: readonly Evidence[]): boolean {
  const earlier = events.filter(({ id }) => byThen.some(({ event }) => event === id));
  const [without, all] = [earlier, events].map((some) => conclusionOn(day, worldsOf(some)).state);
  return without !== all;
}

/** Those that none of the others certainly precedes. */
function firstOf(evidence: readonly Evidence[]): Evidence[] {
  const earliestEnd = evidence
    .map(({ date }) => date.beginLatest)
    .reduce((a, b) => (a < b ? a : b), '9999-12-31');
  return evidence.filter(({ date }) => date.earliest <= earliestEnd);
}
