import type { Graph } from '../graph/graph.ts';
import { allRelationships, eachRelationship, type RelationshipsFrom } from '../queries/allRelationships.ts';
import { versionText } from '../queries/contentVersion.ts';
import { bytesOf, type TemporalEdges } from '../paths/temporalEdges.ts';
import { TemporalEdgesBuilder } from '../paths/temporalEdgesBuilder.ts';

/** All relationships, as the graph of one version has them. */
export interface Snapshot {
  readonly edges: TemporalEdges;
  /** `null` if the graph changed while they were read: then they answer for no version. */
  readonly version: string | null;
  readonly loadedInMs: number;
  /** About how much memory it takes. */
  readonly bytes: number;
}

/** Reading a million relationships takes some seconds. */
const SNAPSHOT_TIMEOUT_MS = 60_000;

/** Nothing is read again for this many times as long as reading took: a graph may keep changing. */
const REST_FACTOR = 9;

/**
 * The process's snapshot of all relationships, for questions that no statement can answer in time, or none as soon. It
 * is read when first asked for. Whoever answers from it compares its version with that of the graph, and invalidates it
 * if they differ.
 */
export class RelationshipSnapshot {
  private readonly graph: Graph;
  private current: Snapshot | null = null;
  private isStale = false;
  private loading: Promise<Snapshot> | null = null;
  /** Before this time nothing is read in the background. */
  private restsUntil = -Infinity;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  /** The last snapshot, whether it is of the graph's version or not; `null` before the first reading. */
  get loaded(): Snapshot | null {
    return this.current;
  }

  /** A snapshot that is not known to be stale. If none exists, it is read first; all who wait share one reading. */
  async get(): Promise<Snapshot> {
    return this.usable() ?? (await this.load());
  }

  /** The same without waiting: `null` if none exists. It is then read in the background, after a rest. */
  peek(): Snapshot | null {
    const snapshot = this.usable();
    // Whoever needs it has it read again, and learns why that failed.
    if (snapshot === null && performance.now() > this.restsUntil) this.load().catch(() => undefined);
    return snapshot;
  }

  /** The snapshot was found to be of another version than the graph: nobody is given it any more. */
  invalidate(snapshot: Snapshot): void {
    if (this.current === snapshot) this.isStale = true;
  }

  private usable(): Snapshot | null {
    return this.isStale || typeof this.current?.version !== 'string' ? null : this.current;
  }

  private async load(): Promise<Snapshot> {
    const start = performance.now();
    this.loading ??= this.read().finally(() => {
      this.loading = null;
      this.restsUntil = performance.now() + REST_FACTOR * (performance.now() - start);
    });
    return await this.loading;
  }

  private async read(): Promise<Snapshot> {
    const start = performance.now();
    const builder = new TemporalEdgesBuilder();
    const versions = new Set<string>();
    const visit = (row: RelationshipsFrom): void => {
      versions.add(versionText(row.before)).add(versionText(row.after));
      eachRelationship(row, (relationship) => {
        builder.add(relationship);
      });
    };
    await this.graph.readEach(allRelationships(), visit, { timeoutMs: SNAPSHOT_TIMEOUT_MS });
    const [version = null, ...others] = versions;
    const edges = builder.build();
    this.isStale = false;
    this.current = {
      edges,
      bytes: bytesOf(edges),
      version: others.length > 0 ? null : version,
      loadedInMs: Math.round(performance.now() - start),
    };
    return this.current;
  }
}
