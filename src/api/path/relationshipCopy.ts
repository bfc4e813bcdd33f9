import type { Graph } from '../../graph/graph.ts';
import { allRelationships, type RelationshipsFrom } from '../../queries/allRelationships.ts';
import { versionText } from '../../queries/graphVersion.ts';
import { isSymmetric } from '../../ontology/lookups.ts';
import { bytesOf } from '../../reasoning/temporal/bytesOf.ts';
import type { TemporalEdges } from '../../reasoning/temporal/temporalEdges.ts';
import { TemporalEdgesBuilder } from '../../reasoning/temporal/temporalEdgesBuilder.ts';

/** All relationships, as the graph of one version has them. */
export interface RelationshipsAt {
  readonly edges: TemporalEdges;
  /** `null` where the graph changed while they were read: then they answer for no version. */
  readonly version: string | null;
  readonly loadedInMs: number;
  /** About how much memory it takes. */
  readonly bytes: number;
}

/** Reading a million relationships takes some seconds. */
const LONGEST_LOAD_MS = 60_000;

/**
 * The process's copy of all relationships, for what no statement can answer in time. It is read when first asked for;
 * whoever answers from it checks its version against that of the graph and has it read again where they differ.
 */
export class RelationshipCopy {
  private readonly graph: Graph;
  private current: RelationshipsAt | null = null;
  private loading: Promise<RelationshipsAt> | null = null;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  /** The copy as it stands, whether it is of the graph's version or not; `null` before the first load. */
  get loaded(): RelationshipsAt | null {
    return this.current;
  }

  /** The copy as it stands; read first where there is none of any version. All who wait share one reading. */
  async get(): Promise<RelationshipsAt> {
    return typeof this.current?.version === 'string' ? this.current : await this.load();
  }

  /** Another copy than the one that was found to be stale. */
  async insteadOf(stale: RelationshipsAt): Promise<RelationshipsAt> {
    return this.current === stale ? await this.load() : await this.get();
  }

  private async load(): Promise<RelationshipsAt> {
    this.loading ??= this.read().finally(() => (this.loading = null));
    return await this.loading;
  }

  private async read(): Promise<RelationshipsAt> {
    const start = performance.now();
    const builder = new TemporalEdgesBuilder();
    const versions = new Set<string>();
    const visit = (row: RelationshipsFrom): void => {
      versions.add(versionText(row.before)).add(versionText(row.after));
      addRow(builder, row);
    };
    await this.graph.readEach(allRelationships(), visit, { timeoutMs: LONGEST_LOAD_MS });
    const [version = null, ...others] = versions;
    const edges = builder.build();
    this.current = {
      edges,
      bytes: bytesOf(edges),
      version: others.length > 0 ? null : version,
      loadedInMs: Math.round(performance.now() - start),
    };
    return this.current;
  }
}

function addRow(builder: TemporalEdgesBuilder, { from, relationships }: RelationshipsFrom): void {
  if (from === null || relationships === null) return;
  for (const relationship of relationships) {
    const [to, type, level, event, earliest, beginLatest, endEarliest, latest, qualified, ...known] =
      relationship;
    const [asOfPossibly, asOfCertainly, possibly, certainly, sources] = known;
    builder.add({
      from,
      to,
      type,
      level,
      event,
      sources,
      symmetric: isSymmetric(type),
      earliest,
      beginLatest,
      endEarliest,
      latest,
      qualified,
      asOfPossibly,
      asOfCertainly,
      until: possibly === null || certainly === null ? null : { possibly, certainly },
    });
  }
}
