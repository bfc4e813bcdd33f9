export interface Counted {
  readonly events: number;
  readonly nodes: number;
  readonly relationships: number;
  /** Relationships between entities, including earlier versions, as the snapshot of the service has them. */
  readonly edges: number;
  readonly snapshotBytes: number;
}

/** The size of a store as Markdown, extrapolated to a million events. */
export function sizeTable(counted: Counted, sizes: ReadonlyMap<string, number>): string {
  const { events, nodes, relationships, edges, snapshotBytes } = counted;
  const row = (what: string, bytes: number) =>
    `| ${what} | ${mebibytes(bytes)} MiB | ${Math.round(bytes / events)} | ${mebibytes((bytes / events) * 1e6)} MiB |`;
  const store = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${events} events: ${nodes} nodes and ${relationships} relationships in the store; ${edges} relationships in the snapshot, ${Math.round(snapshotBytes / edges)} bytes each`,
    '',
    '| what | here | bytes an event | a million events |',
    '| --- | --: | --: | --: |',
    ...[...sizes].map(([kind, bytes]) => row(kind, bytes)),
    row('**store**', store),
    row('snapshot in the service', snapshotBytes),
  ].join('\n');
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
