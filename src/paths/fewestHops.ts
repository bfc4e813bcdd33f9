import { type EdgeRules, acrossOn, horizon, type TimeDirection, visitNextHops } from './edgeRules.ts';
import { type Reached, workspaceOf } from './reached.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/** A chain of relationships: `entities` are one more than `edges`, which lie between them. */
export interface Route {
  readonly entities: readonly number[];
  readonly edges: readonly number[];
}

/** Where routes begin and end. */
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
 * none, or none is found before more than so many entities are reached. No entity occurs twice, as leaving out what lies
 * between would leave fewer hops. Events may recur.
 */
export function fewestHops(
  crossings: EdgeRules,
  ends: Ends,
  maxHops = Infinity,
  mostReached = Infinity,
): Route | null {
  const meeting = meet(crossings, ends, maxHops, mostReached);
  return meeting && firstRoute(crossings, ends, meeting);
}

/**
 * Searches hop by hop from both ends, from the end that has less to follow; an entity at which one can be, from
 * the origin, before one must leave for the goal, joins the two. What it found holds until the next search.
 */
export function meet(
  crossings: EdgeRules,
  { origin, goal }: Ends,
  maxHops: number,
  mostReached = Infinity,
): Meeting | null {
  const { ahead, behind } = workspaceOf(crossings.edges);
  ahead.clear();
  behind.clear();
  ahead.improve(origin, 0, startOf(crossings, 1));
  behind.improve(goal, 0, startOf(crossings, -1));
  const front: Front = { layers: ahead, sense: 1, starts: [0] };
  const back: Front = { layers: behind, sense: -1, starts: [0] };
  for (let hops = 1; hops <= maxHops; hops++) {
    const [onward, backward] = [toFollow(crossings, front), toFollow(crossings, back)];
    if (onward === 0 || backward === 0 || hasReached(crossings, mostReached)) return null;
    const [nearer, other] = onward <= backward ? [front, back] : [back, front];
    advance(crossings, nearer);
    if (!lastLayer(nearer).some((entity) => joinsAt(nearer, other, crossings, entity))) continue;
    for (let layer = front.starts.length - 2; layer > 0; layer--)
      leadBack(crossings, front, layer, behind, hops);
    return { hops, behind };
  }
  return null;
}

/** Whether the last search reached more entities than that. */
export function hasReached({ edges }: EdgeRules, most: number): boolean {
  const { ahead, behind } = workspaceOf(edges);
  return ahead.size + behind.size > most;
}

/** The day from which one sets out at that end. */
function startOf(crossings: EdgeRules, sense: TimeDirection): number {
  return horizon(crossings, sense).begin - crossings.gap;
}

/** How far the search from one end has come. */
interface Front {
  readonly layers: Reached;
  readonly sense: TimeDirection;
  /** The first entry of each layer, by its hops. */
  readonly starts: number[];
}

/** The entities of the last layer. */
function lastLayer({ layers, starts }: Front): number[] {
  const first = starts.at(-1)!;
  return Array.from({ length: layers.size - first }, (_, index) => layers.entityOf(first + index));
}

/** How many relationships the entities of the last layer have, whenever these are. */
function toFollow({ edges: { starts } }: EdgeRules, front: Front): number {
  return lastLayer(front).reduce((sum, entity) => sum + starts[entity + 1]! - starts[entity]!, 0);
}

/** Makes one hop more from each entry of the last layer. */
function advance(crossings: EdgeRules, { layers, sense, starts }: Front): void {
  const { end } = horizon(crossings, sense);
  const until = { exact: end, any: end };
  const hops = starts.length;
  const first = layers.size;
  for (let entry = starts.at(-1)!; entry < first; entry++) {
    visitNextHops(crossings, sense, layers.entityOf(entry), layers.dayOf(entry), until, (_, next, day) => {
      layers.improve(next, hops, day);
    });
  }
  starts.push(first);
}

function joinsAt(one: Front, other: Front, { gap }: EdgeRules, entity: number): boolean {
  return one.layers.day(entity) + gap <= -other.layers.day(entity);
}

/**
 * Notes of a layer ahead from which of its entities the goal can be reached in the hops that remain, once that is known
 * of the next layer. What the search ahead has seen is looked at again, as those that join may have far more to follow.
 * A fewest-hop route that has made so many hops is at an entity of just this layer: in fewer, there were a shorter one.
 */
function leadBack(crossings: EdgeRules, front: Front, layer: number, behind: Reached, hops: number): void {
  const { layers, starts } = front;
  const { gap } = crossings;
  const { end } = horizon(crossings, 1);
  const until = { exact: end, any: end };
  const remaining = hops - layer;
  for (let entry = starts[layer]!; entry < starts[layer + 1]!; entry++) {
    const entity = layers.entityOf(entry);
    visitNextHops(crossings, 1, entity, layers.dayOf(entry), until, (edge, next, day) => {
      const leaves = behind.day(next, remaining - 1);
      if (day + gap <= -leaves) behind.improve(entity, remaining, acrossOn(crossings, -1, edge, leaves));
    });
  }
}

/** Goes hop by hop to the first entity from which the goal can still be reached. */
function firstRoute(crossings: EdgeRules, { origin, goal }: Ends, { hops, behind }: Meeting): Route {
  const { gap } = crossings;
  const { end } = horizon(crossings, 1);
  const entities = [origin];
  const edges: number[] = [];
  let here = origin;
  let now = startOf(crossings, 1);
  for (let remaining = hops - 1; remaining >= 0; remaining--) {
    const best = { edge: -1, next: Infinity, day: Infinity };
    visitNextHops(crossings, 1, here, now, { exact: end, any: end }, (edge, next, day) => {
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

/** By which day each hop is made, in the sense's own count and order. */
export function crossingDays(crossings: EdgeRules, { edges }: Route, sense: TimeDirection): number[] {
  let day = horizon(crossings, sense).begin - crossings.gap;
  return (sense === 1 ? edges : edges.toReversed()).map((edge) => {
    day = acrossOn(crossings, sense, edge, day);
    return day;
  });
}
