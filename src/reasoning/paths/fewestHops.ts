import type { Crossings } from './crossings.ts';
import type { Layers } from './layers.ts';
import { horizon, type Sense, visitNextHops } from './nextHops.ts';
import { workspaceOf } from './workspace.ts';

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
  readonly behind: Layers;
}

/**
 * The route with the fewest hops, at most `maxHops`; among equals the one whose sequence of entities comes first;
 * of parallel relationships the one by which one is across first, then the first in order. `null` if there is
 * none. No entity occurs twice, as leaving out what lies between would leave fewer hops. Events may recur.
 */
export function fewestHops(crossings: Crossings, ends: Ends, maxHops = Infinity): Route | null {
  const meeting = meet(crossings, ends, maxHops);
  return meeting && firstRoute(crossings, ends, meeting);
}

/**
 * Searches hop by hop from both ends, from the end that has less to follow; an entity at which one can be, from
 * the origin, before one must leave for the goal, joins the two. What it found holds until the next search.
 */
export function meet(crossings: Crossings, { origin, goal }: Ends, maxHops: number): Meeting | null {
  const { ahead, behind } = workspaceOf(crossings.edges);
  ahead.clear();
  behind.clear();
  ahead.improve(origin, 0, startOf(crossings, 1));
  behind.improve(goal, 0, startOf(crossings, -1));
  const front: Front = { layers: ahead, sense: 1, hops: 0, entries: [0] };
  const back: Front = { layers: behind, sense: -1, hops: 0, entries: [0] };
  for (let hops = 1; hops <= maxHops; hops++) {
    if (front.entries.length === 0 || back.entries.length === 0) return null;
    const [nearer, other] = front.entries.length <= back.entries.length ? [front, back] : [back, front];
    advance(crossings, nearer);
    const joins = nearer.entries
      .filter((entry) => joinsAt(nearer, other, crossings, nearer.layers.entityOf(entry)))
      .map((entry) => nearer.layers.entityOf(entry));
    if (joins.length === 0) continue;
    back.entries = joins.map((entity) => behind.latestOf(entity));
    while (back.hops < hops - 1) {
      advance(crossings, back);
      keepUseful(back, ahead, crossings, hops);
    }
    return { hops, behind };
  }
  return null;
}

/** The day from which one sets out at that end. */
function startOf(crossings: Crossings, sense: Sense): number {
  return horizon(crossings, sense).begin - crossings.gap;
}

/** How far the search from one end has come: the entries of its last layer. */
interface Front {
  readonly layers: Layers;
  readonly sense: Sense;
  hops: number;
  entries: number[];
}

/** Makes one hop more from each entry of the last layer. */
function advance(crossings: Crossings, front: Front): void {
  const { layers, sense, entries } = front;
  const { end } = horizon(crossings, sense);
  const until = { exact: end, any: end };
  const first = layers.size;
  const hops = ++front.hops;
  for (const entry of entries) {
    visitNextHops(crossings, sense, layers.entityOf(entry), layers.dayOf(entry), until, (_, next, day) => {
      layers.improve(next, hops, day);
    });
  }
  front.entries = Array.from({ length: layers.size - first }, (_, index) => first + index);
}

function joinsAt(one: Front, other: Front, { gap }: Crossings, entity: number): boolean {
  return one.layers.day(entity) + gap <= -other.layers.day(entity);
}

/** Leaves only what can be reached from the origin in the hops that remain. */
function keepUseful(back: Front, ahead: Layers, { gap }: Crossings, hops: number): void {
  back.entries = back.entries.filter(
    (entry) => ahead.day(back.layers.entityOf(entry), hops - back.hops) + gap <= -back.layers.dayOf(entry),
  );
}

/** Goes hop by hop to the first entity from which the goal can still be reached. */
function firstRoute(crossings: Crossings, { origin, goal }: Ends, { hops, behind }: Meeting): Route {
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
