import type { BenchResult, Machine } from '../result.ts';
import type { OperationResult } from '../sections/operations.ts';
import { goalRows } from './goals.ts';

/** The results as Markdown. */
export function tables(results: readonly BenchResult[]): string {
  return [machinesOf(results), goalTable(results), ...results.flatMap(operationTables)].join('\n\n');
}

function machinesOf(results: readonly BenchResult[]): string {
  return results
    .flatMap(({ set, machines }) => {
      const described = Object.entries(machines).map(
        ([part, machine]) => [part, descriptionOf(machine)] as const,
      );
      return [...new Set(described.map(([, text]) => text))].map((text) => {
        const parts = described.filter(([, of]) => of === text).map(([part]) => part);
        return `- ${set} (${parts.join(', ')}): ${text}`;
      });
    })
    .join('\n');
}

function descriptionOf({ cores, processor, memoryGiB, node, neo4j, date, command }: Machine): string {
  return `${date}, ${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}, Neo4j ${neo4j}: \`${command}\``;
}

function goalTable(results: readonly BenchResult[]): string {
  const rows = goalRows(results).map(({ goal, set, measured, met }) => [
    goal,
    set,
    measured,
    met ? 'yes' : '**no**',
  ]);
  return table(['goal', 'set', 'measured', 'met'], rows);
}

function operationTables({ set, operations, operationsAlone }: BenchResult): string[] {
  return [...operationTable(set, operations), ...operationTable(`${set}, alone`, operationsAlone)];
}

function operationTable(title: string, operations: BenchResult['operations']): string[] {
  if (operations === undefined) return [];
  const head = [
    'asked for',
    'HTTP',
    'Cypher',
    '@neo4j/graphql',
    'in process',
    'to Cypher',
    'to @neo4j/graphql',
    'hits',
  ];
  return [`### ${title}: p50 (p99) in ms`, table(head, operations.map(rowOf))];
}

function rowOf({ name, arms, ratios, hits, agreed }: OperationResult): string[] {
  const time = (arm: keyof typeof arms) =>
    arms[arm] === undefined ? '' : `${arms[arm].p50} (${arms[arm].p99})`;
  const ratio = (arm: keyof typeof ratios) => {
    const found = ratios[arm];
    return found === undefined ? '' : `${found.ratio} [${found.low}, ${found.high}]`;
  };
  return [
    agreed === undefined ? name : `${name} (alike ${agreed})`,
    ...[time('chancery'), time('cypher'), time('neo4jGraphql'), time('neo4jGraphqlInProcess')],
    ...[ratio('cypher'), ratio('neo4jGraphql')],
    hits.neo4jGraphql === undefined ? String(hits.chancery) : `${hits.chancery} : ${hits.neo4jGraphql}`,
  ];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
