/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { type EdgeRules, acrossOn, horizon, type TimeDirection, visitNextHops } from './edgeRules.ts';
import { type Reached, workspaceOf } from './reached.ts';

/** A path of numbers: `entities` are one more than `edges`, the relationships between them. */
export interface Route {
  readonly entities: readonly number[];
  readonly edges: readonly number[];
}

/** The entities at which routes begin and end. */
export interface Ends {
  readonly origin: number;
  readonly goal: number;
}

/** What a search from both ends found: the fewest hops, and from where the goal can still be reached in how many. */
export interface Meeting {
  readonly hops: number;
  readonly behind: Reached;
}

/**
 * The route with the fewest hops, at most `maxHops`; among equals the one whose sequence of entities comes first;
 * of parallel relationships the one by which one is across first, then the first in order. `null` if there is
 * none, or none is found before more than `maxReached` entities are reached. No entity occurs twice, as leaving out
 * what lies between would leave fewer hops. Events may recur.
 */
export function fewestHops(
  rules: EdgeRules,
  ends: Ends,
  maxHops = Infinity,
  maxReached = Infinity,
): Route | null {
  const meeting = meet(rules, ends, maxHops, maxReached);
  return meeting && firstRoute(rules, ends, meeting);
}

/**
 * Searches hop by hop from both ends, from the end that has less to follow; an entity at which one can be, from
 * the origin, before one must leave for the goal, joins the two. What it found holds until the next search.
 */
export function meet(
  rules: EdgeRules,
  { origin, goal }: Ends,
  maxHops: number,
  maxReached = Infinity,
): Meeting | null {
  const { ahead, behind } = workspaceOf(rules.edges);
  ahead.clear();
  behind.clear();
  ahead.improve(origin, 0, startOf(rules, 1));
  behind.improve(goal, 0, startOf(rules, -1));
  const front: Front = { reached: ahead, direction: 1, starts: [0] };
  const back: Front = { reached: behind, direction: -1, starts: [0] };
  for (let hops = 1; hops <= maxHops; hops++) {
    const [onward, backward] = [toFollow(rules, front), toFollow(rules, back)];
    if (onward === 0 || backward === 0 || hasReached(rules, maxReached)) return null;
    const [nearer, other] = onward <= backward ? [front, back] : [back, front];
    advance(rules, nearer);
    if (!lastLayer(nearer).some((entity) => joinsAt(nearer, other, rules, entity))) continue;
    for (let layer = front.starts.length - 2; layer > 0; layer--) leadBack(rules, front, layer, behind, hops);
    return { hops, behind };
  }
  return null;
}

/** Whether the last search reached more entities than that. */
export function hasReached({ edges }: EdgeRules, most: number): boolean {
  const { ahead, behind } = workspaceOf(edges);
  return ahead.size + behind.size > most;
}

/** By which day each hop is made, in the direction's own count and order. */
export function crossingDays(rules: EdgeRules, { edges }: Route, direction: TimeDirection): number[] {
  let day = startOf(rules, direction);
  return (direction === 1 ? edges : edges.toReversed()).map((edge) => {
    day = acrossOn(rules, direction, edge, day);
    return day;
  });
}

/** The day from which one sets out at the end where the direction starts. */
function startOf(rules: EdgeRules, direction: TimeDirection): number {
  return horizon(rules, direction).begin - rules.gap;
}

/** How far the search from one end has come. */
interface Front {
  readonly reached: Reached;
  readonly direction: TimeDirection;
  /** The first entry of each layer: of the entities that are as many hops away. */
  readonly starts: number[];
}

/** The entities of the last layer. */
function lastLayer({ reached, starts }: Front): number[] {
  const first = starts.at(-1)!;
  return Array.from({ length: reached.size - first }, (_, index) => reached.entityOf(first + index));
}

/** How many relationships the entities of the last layer have, whenever these are. */
function toFollow({ edges: { starts } }: EdgeRules, front: Front): number {
  return lastLayer(front).reduce((sum, entity) => sum + starts[entity + 1]! - starts[entity]!, 0);
}

/** Makes one hop more from each entry of the last layer. */
function advance(rules: EdgeRules, { reached, direction, starts }: Front): void {
  const { end } = horizon(rules, direction);
  const until = { exact: end, any: end };
  const hops = starts.length;
  const first = reached.size;
  for (let entry = starts.at(-1)!; entry < first; entry++) {
    visitNextHops(rules, direction, reached.entityOf(entry), reached.dayOf(entry), until, (_, next, day) => {
      reached.improve(next, hops, day);
    });
  }
  starts.push(first);
}

function joinsAt(one: Front, other: Front, { gap }: EdgeRules, entity: number): boolean {
  return one.reached.day(entity) + gap <= -other.reached.day(entity);
}

/**
 * Notes of a layer ahead from which of its entities the goal can be reached in the hops that remain, once that is known
 * of the next layer. What the search ahead has seen is looked at again, as those that join may have far more to follow.
 * A fewest-hop route is at an entity of just this layer after its hops: if fewer hops led there, a shorter route would
 * exist.
 */
function leadBack(rules: EdgeRules, front: Front, layer: number, behind: Reached, hops: number): void {
  const { reached, starts } = front;
  const { gap } = rules;
  const { end } = horizon(rules, 1);
  const until = { exact: end, any: end };
  const remaining = hops - layer;
  for (let entry = starts[layer]!; entry < starts[layer + 1]!; entry++) {
    const entity = reached.entityOf(entry);
    visitNextHops(rules, 1, entity, reached.dayOf(entry), until, (edge, next, day) => {
      const leaves = behind.day(next, remaining - 1);
      if (day + gap <= -leaves) behind.improve(entity, remaining, acrossOn(rules, -1, edge, leaves));
    });
  }
}

/** Goes hop by hop to the first entity from which the goal can still be reached. */
function firstRoute(rules: EdgeRules, { origin, goal }: Ends, { hops, behind }: Meeting): Route {
  const { gap } = rules;
  const { end } = horizon(rules, 1);
  const entities = [origin];
  const edges: number[] = [];
  let here = origin;
  let now = startOf(rules, 1);
  for (let remaining = hops - 1; remaining >= 0; remaining--) {
    const best = { edge: -1, next: Infinity, day: Infinity };
    visitNextHops(rules, 1, here, now, { exact: end, any: end }, (edge, next, day) => {
      if (
        next > best.next ||
        (next === best.next && (day > best.day || (day === best.day && edge > best.edge)))
      )
        return;
      if (!(day + gap <= -behind.day(next, remaining))) return;
      best.edge = edge;
      best.next = next;
      best.day = day;
    });
    if (best.edge === -1) throw new Error(`No way on from entity ${here} to ${goal}, though one was found.`);
    entities.push(best.next);
    edges.push(best.edge);
    here = best.next;
    now = best.day;
  }
  return { entities, edges };
}
