/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { GrowingInts } from './growingInts.ts';
import type { TemporalEdges } from './temporalEdges.ts';

/**
 * For each entity and number of hops, the first day by which it can be reached in so many hops or fewer, kept as
 * one entry for each improvement. Cleared in the time that it took to fill, to serve many searches.
 */
export class Reached {
  private readonly latest: Int32Array;
  private readonly entities = new GrowingInts();
  private readonly days = new GrowingInts();
  private readonly hops = new GrowingInts();
  private readonly previous = new GrowingInts();

  constructor(entities: number) {
    this.latest = new Int32Array(entities).fill(NONE);
  }

  /** The number of entries; they are numbered from 0 in the order of their hops. */
  get size(): number {
    return this.entities.length;
  }

  entityOf(entry: number): number {
    return this.entities.at(entry);
  }

  dayOf(entry: number): number {
    return this.days.at(entry);
  }

  /** The first day for the entity in `hops` hops or fewer (any number by default); Infinity if there is none. */
  day(entity: number, hops = Infinity): number {
    let entry = this.latest[entity]!;
    while (entry !== NONE && this.hops.at(entry) > hops) entry = this.previous.at(entry);
    return entry === NONE ? Infinity : this.days.at(entry);
  }

  /** Notes the day if it is an improvement. Hops never decrease from one call to the next. */
  improve(entity: number, hops: number, day: number): void {
    const entry = this.latest[entity]!;
    if (entry !== NONE && this.days.at(entry) <= day) return;
    if (entry !== NONE && this.hops.at(entry) === hops) {
      this.days.values[entry] = day;
      return;
    }
    this.latest[entity] = this.size;
    this.entities.push(entity);
    this.days.push(day);
    this.hops.push(hops);
    this.previous.push(entry);
  }

  clear(): void {
    for (let entry = 0; entry < this.size; entry++) this.latest[this.entityOf(entry)] = NONE;
    for (const list of [this.entities, this.days, this.hops, this.previous]) list.length = 0;
  }
}

const NONE = -1;

/** What the searches of one graph, one after another, have reached from either end. */
interface Workspace {
  readonly ahead: Reached;
  readonly behind: Reached;
}

/** The graph's own: its arrays are as long as the graph has entities, so that no search makes new ones. */
export function workspaceOf(edges: TemporalEdges): Workspace {
  const cached = WORKSPACES.get(edges);
  if (cached !== undefined) return cached;
  const { length } = edges.entities;
  const workspace = { ahead: new Reached(length), behind: new Reached(length) };
  WORKSPACES.set(edges, workspace);
  return workspace;
}

const WORKSPACES = new WeakMap<TemporalEdges, Workspace>();
