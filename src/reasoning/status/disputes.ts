import { combineDates, type CombinedDate } from '../../time/combineDates.ts';
import { affirming, effectOf, type RegimeEvent, sourcesOf } from './regimeEvent.ts';
import { datesOf, isDenied, worldsOf } from './worlds.ts';

/** What the sources do not agree on. */
export type Dispute =
  /** No date fits all that affirm the event. `dates`: what it comes to by each reading. */
  | {
      readonly about: 'DATE';
      readonly events: readonly [string];
      readonly dates: readonly CombinedDate[];
      readonly sources: readonly string[];
    }
  /** Some affirm the event and others deny it. `sources`: those that deny it. */
  | { readonly about: 'HAPPENING'; readonly events: readonly [string]; readonly sources: readonly string[] }
  /** Two events cannot both be true. */
  | {
      readonly about: 'CONTRADICTION';
      readonly events: readonly [string, string];
      readonly sources: readonly string[];
    };

/** The disputes about these events and between any two of them. */
export function disputesAmong(events: readonly RegimeEvent[]): Dispute[] {
  const affirmed = events.filter((event) => effectOf(event) !== null && affirming(event).length > 0);
  return [...affirmed.flatMap(disputesAbout), ...contradictions(affirmed)];
}

function disputesAbout(event: RegimeEvent): Dispute[] {
  const dates = datesOf(event).map((date) => combineDates([date]));
  const denying = event.reports.filter(({ stance }) => stance === 'DENIES');
  return [
    ...(dates.length > 1
      ? [{ about: 'DATE' as const, events: [event.id] as const, dates, sources: sourcesOf(affirming(event)) }]
      : []),
    ...(isDenied(event)
      ? [{ about: 'HAPPENING' as const, events: [event.id] as const, sources: sourcesOf(denying) }]
      : []),
  ];
}

function contradictions(events: readonly RegimeEvent[]): Dispute[] {
  if (!worldsOf(events).some((world) => world.isContradictory())) return [];
  return events.flatMap((one, index) =>
    events
      .slice(index + 1)
      .filter((other) => worldsOf([one, other]).some((world) => world.isContradictory()))
      .map((other) => ({
        about: 'CONTRADICTION' as const,
        events: [one.id, other.id] as const,
        sources: sourcesOf([...affirming(one), ...affirming(other)]),
      })),
  );
}
