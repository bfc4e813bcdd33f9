import { geometricMean } from 'simple-statistics';
import type { BenchResult } from '../result.ts';
import type { OperationResult } from '../sections/operations.ts';
import { rounded } from '../measure/summary.ts';

/** A goal, the measured value, and whether it meets the goal. */
export interface GoalRow {
  readonly goal: string;
  readonly set: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Every goal for which there are results. */
export function goalRows(results: readonly BenchResult[]): GoalRow[] {
  return [...results.flatMap(goalsOfSet), ...growth(results)];
}

function goalsOfSet(result: BenchResult): GoalRow[] {
  const own = ownOperations(result) ?? [];
  return [
    ...againstCypher(own),
    ...againstNeo4jGraphql(result.set, result.operations ?? []),
    ...pages(own),
    ...paths(own),
    ...otherParts(result),
  ].map((row) => ({ ...row, set: result.set }));
}

type Goal = Omit<GoalRow, 'set'>;

/** Operations for comparing Chancery with itself or its Cypher: without @neo4j/graphql, if that was measured. */
function ownOperations({ operationsAlone, operations }: BenchResult): readonly OperationResult[] | undefined {
  return operationsAlone ?? operations;
}

function againstCypher(operations: readonly OperationResult[]): Goal[] {
  const groups = [
    ['PAGE_20', 'pages of 20 events', 1.25],
    ['PAGE_1000', '1,000 events', 1.15],
    ['PATH', 'paths', 1.05],
  ] as const;
  return groups.flatMap(([group, what, maximum]) => {
    const members = operations.filter((each) => each.group === group);
    const [name, ratio] = worst(members, ({ ratios }) => ratios.cypher?.ratio);
    return ratio === null
      ? []
      : [atMost(`over HTTP, ${what}: p50 to that of the same Cypher`, ratio, maximum, name)];
  });
}

function againstNeo4jGraphql(set: string, operations: readonly OperationResult[]): Goal[] {
  const compared = operations.filter(({ ratios }) => ratios.neo4jGraphql !== undefined);
  if (compared.length === 0) return [];
  const mean = rounded(geometricMean(compared.map(({ ratios }) => ratios.neo4jGraphql?.ratio ?? 1)));
  const [slowest, ratio] = worst(compared, ({ ratios }) => ratios.neo4jGraphql?.ratio);
  const [dearest, hits] = worst(compared, (each) => each.hits.chancery / (each.hits.neo4jGraphql ?? 1));
  const maximum = { '1e6': 0.33, icews14: 0.5 }[set];
  return [
    ...(maximum === undefined
      ? []
      : [
          atMost(
            'p50 to that of @neo4j/graphql, geometric mean',
            mean,
            maximum,
            `${compared.length} operations`,
          ),
        ]),
    ...(ratio === null ? [] : [atMost('p50 to that of @neo4j/graphql, worst', ratio, 1, slowest)]),
    ...(hits === null
      ? []
      : [atMost('database hits to those of @neo4j/graphql, worst', rounded(hits), 1, dearest)]),
  ];
}

/** The hub against an ordinary entity; as known by a day against as known now. */
function pages(operations: readonly OperationResult[]): Goal[] {
  const against = (goal: string, one: string, other: string, maximum: number) => {
    const [a, b] = [one, other].map(
      (name) => operations.find((each) => each.name === name)?.arms.chancery?.p50,
    );
    return a === undefined || b === undefined ? [] : [atMost(goal, rounded(a / b), maximum, one)];
  };
  return [
    ...['latest20OfHub', 'earlyWindowOfHub', 'lateWindowOfHub'].flatMap((name) =>
      against("a hub's page to an ordinary one", name, 'latest20', 2),
    ),
    ...against('known by a day, to the same without', 'latest20KnownBy', 'latest20', 1.5),
    ...against('known by a day, to the same without', 'latest20OfHubKnownBy', 'latest20OfHub', 1.5),
  ];
}

function paths(operations: readonly OperationResult[]): Goal[] {
  const members = operations.filter(({ group }) => group === 'PATH');
  const [slow, p50] = worst(members, ({ arms }) => arms.chancery?.p50);
  const [slowest, p99] = worst(members, ({ arms }) => arms.chancery?.p99);
  const arrival = operations.find(({ group }) => group === 'ARRIVAL');
  const ratio = arrival?.ratios.cypher?.ratio;
  return [
    ...(p50 === null ? [] : [atMost('shortest path in a period, p50 in ms', p50, 5, slow)]),
    ...(p99 === null ? [] : [atMost('shortest path in a period, p99 in ms', p99, 30, slowest)]),
    ...(arrival?.arms.chancery === undefined
      ? []
      : [atMost('earliest arrival, p50 in ms', arrival.arms.chancery.p50, 5)]),
    ...(ratio === undefined
      ? []
      : [atLeast('earliest arrival, times as fast as the best Cypher', rounded(1 / ratio), 20)]),
  ];
}

function otherParts({ throughput = [], decode, graphqlAlone, loading, bulk }: BenchResult): Goal[] {
  return [
    ...throughput.map(({ name, ratio }) =>
      atLeast('answers a second, 16 clients, to the same Cypher', ratio.ratio, 0.8, name),
    ),
    ...(decode === undefined
      ? []
      : [atLeast('events decoded a second of processor time', decode.eventsACpuSecond, 300_000)]),
    ...(graphqlAlone === undefined
      ? []
      : [atLeast('GraphQL alone, 100 × 8 fields, to a bare server', graphqlAlone.ratio.ratio, 0.4)]),
    ...(loading === undefined
      ? []
      : [
          atLeast('loading, to a bare driver loop', loading.ratio, 0.8),
          atMost('loading, processor of the client in %', loading.cpuPercent, 25),
          atMost('unchanged re-import, to the first', loading.again, 0.33),
          atMost('unchanged re-import, records written', loading.againWrites, 0),
        ]),
    ...(bulk === undefined
      ? []
      : [atMost('in bulk, source file to queryable, to bare neo4j-admin', bulk.ratio, 1.25)]),
  ];
}

/** Operations whose answer has the same size in every set. */
const FIXED = [
  'eventById',
  'entityById',
  'latest20',
  'first20',
  'latest20OfHub',
  'latest100OfHub',
  'latestOfAll',
];

function growth(results: readonly BenchResult[]): GoalRow[] {
  const [small, large] = ['1e4', '1e6'].map((set) => {
    const result = results.find((each) => each.set === set);
    return result && ownOperations(result);
  });
  const p50 = (of: readonly OperationResult[] | undefined, name: string) =>
    of?.find((each) => each.name === name)?.arms.chancery?.p50;
  return FIXED.flatMap((name) => {
    const [before, after] = [p50(small, name), p50(large, name)];
    if (before === undefined || after === undefined) return [];
    return [
      {
        ...atMost('growth of p50 at one size of answer', rounded(after / before), 1.5, name),
        set: '1e4 → 1e6',
      },
    ];
  });
}

function worst(
  operations: readonly OperationResult[],
  value: (operation: OperationResult) => number | undefined,
): [name: string, value: number | null] {
  const valued = operations.flatMap((each) => {
    const found = value(each);
    return found === undefined ? [] : [[each.name, found] as const];
  });
  const [first] = valued.sort(([, a], [, b]) => b - a);
  return [first?.[0] ?? '', first?.[1] ?? null];
}

function atMost(goal: string, value: number, maximum: number, name?: string): Goal {
  return { goal: `${goal}: at most ${maximum}`, measured: printed(value, name), met: value <= maximum };
}

function atLeast(goal: string, value: number, minimum: number, name?: string): Goal {
  return { goal: `${goal}: at least ${minimum}`, measured: printed(value, name), met: value >= minimum };
}

function printed(value: number, name?: string): string {
  return name === undefined ? String(value) : `${value} (${name})`;
}
