/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { withChanges, type EdgeRules, type EventRule } from './edgeRules.ts';
import type { Route } from './fewestHops.ts';

/** The best route under some rules, and how good it is: compared number by number, less is better. */
export interface RankedRoute {
  readonly route: Route;
  readonly rank: readonly number[];
  /** The days within which it runs. */
  readonly window: Pick<EdgeRules, 'first' | 'last'>;
}

/** The maximum number of searches that one question may cost. */
const MAX_REPEAT_SEARCHES = 500;

/**
 * The best route that crosses no event twice. `best` finds the best one under rules, even if events recur. A route
 * that leaves entity `p` by some event and crosses that event again, away from `p`, shows a choice: of the event,
 * either only relationships that touch `p` are crossed, or only others. Every route that is sought is on one side at
 * least, so that following the better side first finds the best. The problem is NP-hard (each event is a colour that
 * may be used once); the answer is `truncated` if it was given up after MAX_REPEAT_SEARCHES.
 */
export function bestWithDistinctEvents(
  rules: EdgeRules,
  best: (rules: EdgeRules) => RankedRoute | null,
): { found: RankedRoute | null; truncated: boolean } {
  const open: { ranked: RankedRoute; eventRules: readonly EventRule[] }[] = [];
  let searches = 0;
  const tryRules = (eventRules: readonly EventRule[]): void => {
    searches++;
    const ranked = best(withChanges(rules, { eventRules }));
    if (ranked !== null) open.push({ ranked, eventRules });
  };
  tryRules([]);
  for (;;) {
    open.sort((a, b) => compareRanks(b.ranked.rank, a.ranked.rank));
    const next = open.pop();
    if (next === undefined) return { found: null, truncated: false };
    const repeated = repeatedEvent(next.ranked.route, rules.edges.event);
    if (repeated === null) return { found: next.ranked, truncated: false };
    if (searches + 2 > MAX_REPEAT_SEARCHES) return { found: null, truncated: true };
    for (const touching of [true, false]) tryRules([...next.eventRules, { ...repeated, touching }]);
  }
}

/**
 * One relationship for each hop, from its choices, so that no event recurs: of all such selections the one that comes
 * first, hop by hop, in the order of the choices. `null` if there is none.
 */
export function matchEvents(choices: readonly (readonly number[])[], events: Int32Array): number[] | null {
  const taken = new Set<number>();
  if (!hasMatch(choices, events, taken)) return null;
  return choices.map((edges, hop) => {
    const rest = choices.slice(hop + 1);
    const first = edges.find((edge) => {
      const event = events[edge]!;
      return !taken.has(event) && hasMatch(rest, events, new Set([...taken, event]));
    })!;
    taken.add(events[first]!);
    return first;
  });
}

/** The first event that the route crosses twice, and the entity from which it first does; `null` if there is none. */
function repeatedEvent(
  { entities, edges }: Route,
  events: Int32Array,
): { event: number; entity: number } | null {
  const crossed = edges.map((edge) => events[edge]!);
  const hop = crossed.findIndex((event, index) => crossed.includes(event, index + 1));
  return hop === -1 ? null : { event: crossed[hop]!, entity: entities[hop]! };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  if (differing === -1) return a.length - b.length;
  return a[differing]! - (b[differing] ?? -Infinity);
}

/** Whether each hop can have an event of its own that is not taken: a bipartite matching by augmenting paths. */
function hasMatch(
  choices: readonly (readonly number[])[],
  events: Int32Array,
  taken: ReadonlySet<number>,
): boolean {
  const holder = new Map<number, number>();

  function place(hop: number, tried: Set<number>): boolean {
    for (const edge of choices[hop]!) {
      const event = events[edge]!;
      if (taken.has(event) || tried.has(event)) continue;
      tried.add(event);
      const other = holder.get(event);
      if (other !== undefined && !place(other, tried)) continue;
      holder.set(event, hop);
      return true;
    }
    return false;
  }

  return choices.every((_, hop) => place(hop, new Set()));
}
