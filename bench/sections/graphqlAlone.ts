import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { median } from 'simple-statistics';
import { HttpClient } from '../arms/httpClient.ts';
import { cypherArm } from '../arms/arms.ts';
import type { Bench } from '../bench.ts';
import { type Ratio, ratioOf, rounded } from '../measure/summary.ts';
import { startChild } from '../processes/childServer.ts';

export interface GraphqlAloneResult {
  /** Requests a second. */
  readonly graphql: number;
  readonly bare: number;
  readonly ratio: Ratio;
}

const ROWS = 100;
const QUERY = `{ events(first: ${ROWS}) { edges { node { id type summary post cameo closeness topics places } } } }`;
const BODY = JSON.stringify({ query: QUERY });
const CONNECTIONS = 10;

/**
 * A list of 100 events with 8 fields each: the service without its database, against a bare server of the same JSON.
 */
export async function timeGraphqlAlone({
  statements,
  driver,
  timing,
  say,
}: Bench): Promise<GraphqlAloneResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-graphql-alone-'));
  const file = async (name: string, content: unknown): Promise<string> => {
    await writeFile(path.join(folder, name), JSON.stringify(content));
    return path.join(folder, name);
  };
  const [rows = []] = (await cypherArm(driver, [await statements.ofChancery(QUERY, {})]).ask(
    0,
  )) as object[][];
  const graphql = await startChild('graphqlAlone', null, [
    'graphql',
    await file('rows.json', rows.slice(0, ROWS)),
  ]);
  const client = new HttpClient(graphql.port);
  const answer = { data: await client.ask(BODY) };
  client.close();
  const bare = await startChild('graphqlAlone', null, ['bare', await file('answer.json', answer)]);
  const seconds = Math.max(1, timing.budgetMs / 250);
  const [ours = [], theirs = []] = await inTurns([graphql.port, bare.port], timing.rounds, seconds);
  await Promise.all([graphql.stop(), bare.stop()]);
  await rm(folder, { recursive: true });
  const result = {
    graphql: rounded(median(ours)),
    bare: rounded(median(theirs)),
    ratio: ratioOf(ours, theirs),
  };
  say(`GraphQL alone: ${result.graphql} requests/s, bare ${result.bare}, ratio ${result.ratio.ratio}`);
  return result;
}

async function inTurns(ports: readonly number[], rounds: number, seconds: number): Promise<number[][]> {
  const rates = ports.map(() => [] as number[]);
  for (let round = -1; round < rounds; round++) {
    for (const [index, port] of ports.entries()) {
      const { requests } = await autocannon({
        ...{ url: `http://127.0.0.1:${port}/graphql`, method: 'POST', body: BODY, connections: CONNECTIONS },
        ...{ duration: seconds, headers: { 'content-type': 'application/json' } },
      });
      // The first round only warms up.
      if (round >= 0) rates[index]?.push(requests.average);
    }
  }
  return rates;
}
