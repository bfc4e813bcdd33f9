import { withChanges, type EdgeRules, type EventRule } from './edgeRules.ts';
import type { Route } from './fewestHops.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/** The best route under some rules, and how good it is: compared number by number, less is better. */
export interface RankedRoute {
  readonly route: Route;
  readonly rank: readonly number[];
}

/** How many searches one question may cost before it is given up. */
const MAX_REPEAT_SEARCHES = 500;

/**
 * The best route that crosses no event twice, where `search` finds the best one under rules, events aside. A route
 * that leaves entity `p` by some event and crosses that event again, away from `p`, shows a choice: of the event,
 * either only what touches `p` is crossed or only what does not. Every sought route is on one side at least, so
 * that following the better side first finds the best. The problem is NP-hard (each event is a color that may be
 * used once); `truncated` if it was given up after MOST_SEARCHES.
 */
export function bestWithDistinctEvents(
  crossings: EdgeRules,
  search: (crossings: EdgeRules) => RankedRoute | null,
): { found: RankedRoute | null; truncated: boolean } {
  const open: { ranked: RankedRoute; rules: readonly EventRule[] }[] = [];
  let searches = 0;
  const tryRules = (rules: readonly EventRule[]): void => {
    searches++;
    const ranked = search(withChanges(crossings, { rules }));
    if (ranked !== null) open.push({ ranked, rules });
  };
  tryRules([]);
  for (;;) {
    open.sort((a, b) => compareRanks(b.ranked.rank, a.ranked.rank));
    const best = open.pop();
    if (best === undefined) return { found: null, truncated: false };
    const repeated = repeatedEvent(best.ranked.route, crossings.edges.event);
    if (repeated === null) return { found: best.ranked, truncated: false };
    if (searches + 2 > MAX_REPEAT_SEARCHES) return { found: null, truncated: true };
    for (const touching of [true, false]) tryRules([...best.rules, { ...repeated, touching }]);
  }
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

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

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

/** Whether each hop can have an event of its own that is not taken: a bipartite matching by augmenting paths. */
function hasMatch(
  choices: readonly (readonly number[])[],
  events: Int32Array,
  taken: ReadonlySet<number>,
): boolean {
  const holder = new Map<number, number>();

  function place(hop: number, asked: Set<number>): boolean {
    for (const edge of choices[hop]!) {
      const event = events[edge]!;
      if (taken.has(event) || asked.has(event)) continue;
      asked.add(event);
      const other = holder.get(event);
      if (other !== undefined && !place(other, asked)) continue;
      holder.set(event, hop);
      return true;
    }
    return false;
  }

  return choices.every((_, hop) => place(hop, new Set()));
}
