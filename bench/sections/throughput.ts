import { median } from 'simple-statistics';
import { cypherArm, httpArm } from '../arms/arms.ts';
import type { Arm } from '../arms/arm.ts';
import type { Bench } from '../bench.ts';
import { type Ratio, ratioOf, rounded } from '../measure/summary.ts';
import type { Draw } from '../operations/operation.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { Random } from '../random.ts';

export interface ThroughputResult {
  readonly name: string;
  /** Answers a second. */
  readonly chancery: number;
  readonly cypher: number;
  readonly ratio: Ratio;
}

const CLIENTS = 16;
const MEASURED = ['eventById', 'latest20'];

/** Answers a second with 16 clients, each of which sends its next request as soon as it has an answer. */
export async function timeThroughput(bench: Bench): Promise<ThroughputResult[]> {
  const results: ThroughputResult[] = [];
  for (const name of MEASURED) {
    const arms = await armsOf(bench, name);
    const rates = arms.map(() => [] as number[]);
    for (let round = -1; round < bench.timing.rounds; round++) {
      for (const [index, arm] of arms.entries()) {
        const rate = await answersASecond(arm, bench.draws, bench.timing.budgetMs * 2);
        // The first round only warms up.
        if (round >= 0) rates[index]?.push(rate);
      }
    }
    const [ours = [], theirs = []] = rates;
    const result = {
      name,
      chancery: rounded(median(ours)),
      cypher: rounded(median(theirs)),
      ratio: ratioOf(ours, theirs),
    };
    bench.say(
      `${name}, ${CLIENTS} clients: ${result.chancery}/s, Cypher ${result.cypher}/s, ratio ${result.ratio.ratio}`,
    );
    results.push(result);
  }
  return results;
}

async function armsOf(
  { subjects, draws: count, statements, chancery, driver }: Bench,
  name: string,
): Promise<Arm[]> {
  const operation = OPERATIONS.find((each) => each.name === name);
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  const random = new Random(1);
  const draws: Draw[] = Array.from({ length: count }, () => operation.draw(subjects, random));
  const sent = [];
  for (const draw of draws)
    sent.push(await statements.ofChancery(operation.chancery.query, operation.chancery.variables(draw)));
  return [httpArm('chancery', chancery, operation.chancery, draws), cypherArm(driver, sent)];
}

async function answersASecond({ ask }: Pick<Arm, 'ask'>, draws: number, ms: number): Promise<number> {
  const start = performance.now();
  let answers = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - start < ms) await ask(answers++ % draws);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (answers * 1_000) / (performance.now() - start);
}
