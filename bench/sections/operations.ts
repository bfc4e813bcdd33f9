import type { Arm, ArmName } from '../arms/arm.ts';
import { cypherArm, httpArm, inProcessArm } from '../arms/arms.ts';
import type { SentStatement } from '../arms/sentStatements.ts';
import type { Bench } from '../bench.ts';
import { interleaved } from '../measure/interleaved.ts';
import { databaseHits } from '../measure/profile.ts';
import { type Ratio, ratioOf, type Summary, summaryOf } from '../measure/summary.ts';
import type { Draw, Operation, Rows } from '../operations/operation.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { Random } from '../random.ts';
import { agreement, compareAnswers } from './compareAnswers.ts';

export interface OperationResult {
  readonly name: string;
  readonly asks: string;
  readonly group?: Operation['group'];
  readonly arms: Readonly<Partial<Record<ArmName, Summary>>>;
  /** Ratios of medians: Chancery to each other arm. */
  readonly ratios: Readonly<Partial<Record<ArmName, Ratio>>>;
  /** Database hits of the statements of Chancery and of @neo4j/graphql. */
  readonly hits: Readonly<{ chancery: number; neo4jGraphql?: number }>;
  /** For how many draws the arms agreed, if they need not. */
  readonly agreed?: string;
}

/** Times every operation on every arm that has it, after checking that all arms give the same answers. */
export async function timeOperations(bench: Bench): Promise<OperationResult[]> {
  const results: OperationResult[] = [];
  for (const [index, each] of OPERATIONS.entries()) {
    const operation = bench.alone ? alone(each) : each;
    const draws = drawsOf(operation, bench, index);
    if (draws.length === 0) {
      bench.say(`${operation.name}: the set has nothing of the kind`);
      continue;
    }
    const result = await timeOperation(bench, operation, draws);
    results.push(result);
    bench.say(lineOf(result));
  }
  return results;
}

function alone(operation: Operation): Operation {
  const { neo4jGraphql, ...rest } = operation;
  return neo4jGraphql === undefined ? operation : rest;
}

function drawsOf(operation: Operation, { subjects, draws }: Bench, seed: number): Draw[] {
  const random = new Random(seed + 1);
  return Array.from({ length: draws }, () => operation.draw(subjects, random)).filter(
    (draw) => draw !== null,
  );
}

const PROFILED = 5;

async function timeOperation(
  bench: Bench,
  operation: Operation,
  draws: readonly Draw[],
): Promise<OperationResult> {
  const { name, asks, group, neo4jGraphql } = operation;
  const sent = await statementsOf(bench, operation, draws);
  const arms = armsOf(bench, operation, sent, draws);
  const agreed =
    operation.bestCypher === undefined ? undefined : `${await agreement(arms, draws)} of ${draws.length}`;
  if (agreed === undefined) await compareAnswers(name, arms, draws);
  const times = await interleaved(arms, draws.length, bench.timing);
  const ours = times.chancery ?? [];
  const others = arms.slice(1).map((arm) => [arm.name, times[arm.name] ?? []] as const);
  const hits = {
    chancery: await databaseHits(bench.driver, sent.slice(0, PROFILED)),
    ...(neo4jGraphql === undefined
      ? {}
      : {
          neo4jGraphql: await databaseHits(
            bench.neo4jGraphqlDriver,
            await theirStatements(bench, neo4jGraphql, draws),
          ),
        }),
  };
  return {
    ...{ name, asks, hits },
    ...(group === undefined ? {} : { group }),
    ...(agreed === undefined ? {} : { agreed }),
    arms: Object.fromEntries(arms.map((arm) => [arm.name, summaryOf(times[arm.name] ?? [])])),
    ratios: Object.fromEntries(others.map(([arm, samples]) => [arm, ratioOf(ours, samples)])),
  };
}

async function statementsOf(
  { statements }: Bench,
  { chancery, bestCypher }: Operation,
  draws: readonly Draw[],
): Promise<SentStatement[][]> {
  if (bestCypher !== undefined) return draws.map((draw) => [bestCypher(draw)]);
  const sent: SentStatement[][] = [];
  for (const draw of draws) sent.push(await statements.ofChancery(chancery.query, chancery.variables(draw)));
  return sent;
}

async function theirStatements(
  bench: Bench,
  side: NonNullable<Operation['neo4jGraphql']>,
  draws: readonly Draw[],
) {
  const sent: SentStatement[][] = [];
  for (const draw of draws.slice(0, PROFILED)) {
    const { statements, neo4jGraphqlSchema, neo4jGraphqlDriver } = bench;
    const asked = { query: side.query, variables: side.variables(draw) };
    sent.push(await statements.ofNeo4jGraphql(neo4jGraphqlSchema, neo4jGraphqlDriver, asked));
  }
  return sent;
}

function armsOf(bench: Bench, operation: Operation, sent: SentStatement[][], draws: readonly Draw[]): Arm[] {
  const { chancery, neo4jGraphql } = operation;
  const ours = [
    httpArm('chancery', bench.chancery, chancery, draws),
    cypherArm(bench.driver, sent, (rows, index) => operation.cypher(rows as Rows, draws[index])),
  ];
  if (neo4jGraphql === undefined) return ours;
  return [
    ...ours,
    httpArm('neo4jGraphql', bench.neo4jGraphql, neo4jGraphql, draws),
    inProcessArm(bench.neo4jGraphqlSchema, bench.neo4jGraphqlDriver, neo4jGraphql, draws),
  ];
}

function lineOf({ name, arms, ratios, hits, agreed }: OperationResult): string {
  const times = Object.entries(arms).map(([arm, { p50, p99 }]) => `${arm} ${p50} (p99 ${p99})`);
  const printed = Object.entries(ratios).map(
    ([arm, { ratio, low, high }]) => `${ratio} [${low}, ${high}] of ${arm}`,
  );
  const theirs = hits.neo4jGraphql === undefined ? '' : ` : ${hits.neo4jGraphql}`;
  const alike = agreed === undefined ? '' : `; alike ${agreed}`;
  return `${name.padEnd(22)} ms: ${times.join(', ')}; ratio ${printed.join(', ')}; hits ${hits.chancery}${theirs}${alike}`;
}
