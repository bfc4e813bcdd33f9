export interface Counted {
  readonly events: number;
  readonly nodes: number;
  readonly relationships: number;
  /** Relationships between entities, earlier versions among them, as the service keeps them in memory. */
  readonly copied: number;
  readonly copyBytes: number;
}

/** What a store takes, as Markdown; per million events it is extrapolated. */
export function sizeTable(counted: Counted, sizes: ReadonlyMap<string, number>): string {
  const { events, nodes, relationships, copied, copyBytes } = counted;
  const row = (what: string, bytes: number) =>
    `| ${what} | ${mebibytes(bytes)} MiB | ${Math.round(bytes / events)} | ${mebibytes((bytes / events) * 1e6)} MiB |`;
  const store = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${events} events: ${nodes} nodes and ${relationships} relationships in the store; ${copied} relationships in the copy, ${Math.round(copyBytes / copied)} bytes each`,
    '',
    '| what | here | bytes an event | a million events |',
    '| --- | --: | --: | --: |',
    ...[...sizes].map(([kind, bytes]) => row(kind, bytes)),
    row('**store**', store),
    row('copy in the service', copyBytes),
  ].join('\n');
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
