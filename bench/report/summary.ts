import { geometricMean } from 'simple-statistics';
import type { BenchResult } from '../result.ts';
import { rounded } from '../measure/summary.ts';
import type { OperationResult } from '../sections/operations.ts';
import { table } from './tables.ts';

const SETS = ['1e4', 'icews14', '1e6'] as const;

const MEDIANS = [
  ['eventById', 'an event by its id'],
  ['latest20', 'the latest 20 events of an entity'],
  ['latest20OfHub', 'the same of the entity with the most events'],
  ['latest20KnownBy', 'the same as known by a day'],
  ['thousandOfTwenty', '1,000 events of twenty entities'],
  ['status', 'a status on a day'],
  ['path', 'a shortest path within a period'],
  ['earliestArrival', 'a path of earliest arrival'],
] as const;

/** The results in ten lines: medians over HTTP, and how the service compares. */
export function summary(results: readonly BenchResult[]): string {
  const ofSets = SETS.map((name) => results.find(({ set }) => set === name));
  const row = (title: string, cell: (result: BenchResult) => string) => [
    title,
    ...ofSets.map((result) => (result === undefined ? '' : cell(result))),
  ];
  return table(
    ['median over HTTP', '10⁴ events', 'ICEWS14 (78,979)', '10⁶ events'],
    [
      ...MEDIANS.map(([name, title]) =>
        row(title, (result) => {
          const p50 = own(result).find((each) => each.name === name)?.arms.chancery?.p50;
          return p50 === undefined ? '' : `${p50} ms`;
        }),
      ),
      row('all operations, to the same Cypher by the driver', (result) => times(own(result), 'cypher')),
      row('all operations, to @neo4j/graphql', (result) => times(result.operations ?? [], 'neo4jGraphql')),
    ],
  );
}

/** Without @neo4j/graphql beside it, if that was measured. */
function own({ operationsAlone, operations = [] }: BenchResult): readonly OperationResult[] {
  return operationsAlone ?? operations;
}

/** The geometric mean of the ratios of medians. */
function times(operations: readonly OperationResult[], arm: 'cypher' | 'neo4jGraphql'): string {
  const ratios = operations.flatMap((each) => each.ratios[arm]?.ratio ?? []);
  return ratios.length === 0 ? '' : `× ${rounded(geometricMean(ratios))} (of ${ratios.length})`;
}
