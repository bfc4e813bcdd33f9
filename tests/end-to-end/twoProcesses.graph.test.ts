import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { RunningCommand, runCommand } from './runCommand.ts';
import { ARRIVALS, DATASET, ELSEWHERE, ENDS, firstShipment, HARBOURS, secondShipment } from './shipments.ts';

/** What both services are asked, again and again. */
const QUESTION = `query ($from: ID!, $to: ID!, $onTheWay: [ID!]!, $harbours: [ID!]!) {
  arrivals: events(first: 100, where: { between: $onTheWay }) { totalCount edges { node { id } } }
  elsewhere: events(first: 1, where: { between: $harbours }) { totalCount edges { node { id } } }
  status(authority: $from, subject: $to, regime: DESIGNATION, on: "2021-01-01") { state }
  shortest: paths(from: $from, to: $to, mode: SHORTEST) { items { length } truncated }
  earliest: paths(from: $from, to: $to, mode: EARLIEST_ARRIVAL) { items { arrivesOn } truncated }
}`;

/** The answer where so many parts of the second shipment are there. */
const answerAfter = (parts: number) => ({
  elsewhere: parts === 0 ? 0 : expect.any(Number),
  state: parts < LAST ? 'NO_RECORD' : 'IN_FORCE',
  length: parts < LAST ? 2 : 1,
  arrivesOn: ARRIVALS[parts],
});
const LAST = ARRIVALS.length - 1;

let folder: string;
let env: Record<string, string>;
let services: RunningCommand[] = [];
let urls: string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-two-'));
  await writeFile(path.join(folder, 'first.jsonl'), firstShipment());
  await writeFile(path.join(folder, 'second.jsonl'), secondShipment());
  const { uri, user, password } = testConnection();
  env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, PORT: '0' };
  await runCommand('import', importing('first'), env);
  services = [new RunningCommand('main', [], env), new RunningCommand('main', [], env)];
  urls = await Promise.all(
    services.map(async (service) => (await service.printed(/GraphQL +(http:\S+)\/graphql/))[1] ?? ''),
  );
});
afterAll(async () => {
  for (const service of services) service.signal('SIGTERM');
  await Promise.all(services.map(({ exit }) => exit));
  const graph = testGraph();
  await loadDataset(graph, { id: DATASET, entities: [], sources: [], events: [] });
  await graph.close();
  await rm(folder, { recursive: true });
});

describe('Two services on one Neo4j, while a third process imports,', () => {
  test('answer alike before', async () => {
    expect(await askBoth()).toEqual([answerAfter(0), answerAfter(0)]);
  });

  test('answer with what there is so far where the import stopped halfway', async () => {
    const { output, code } = await runCommand('import', importing('second', '--limit', '2000'), env);
    expect(output).toContain('2000 rows read');
    expect(code).toBe(0);
    const [one, other] = await askBoth();
    expect(one).toEqual(answerAfter(1));
    expect(other).toEqual(one);
  });

  test('answer with what was or what is while it runs, and with all of it once it has ended', async () => {
    const command = new RunningCommand('import', importing('second'), env);
    let isRunning = true;
    void command.exit.then(() => (isRunning = false));
    const watched = await Promise.all(
      urls.map(async (url) => {
        const answers: Answer[] = [];
        while (isRunning) answers.push(await ask(url));
        return answers;
      }),
    );
    expect(await command.exit).toBe(0);
    const whole = { ...answerAfter(LAST), elsewhere: ELSEWHERE };
    expect(await askBoth()).toEqual([whole, whole]);
    for (const answers of watched) {
      expect(answers.length).toBeGreaterThan(1);
      for (const [index, answer] of answers.entries()) checkFollows(answer, answers[index - 1]);
    }
  });
});

interface Answer {
  readonly elsewhere: number;
  readonly state: string;
  /** `null` where it is not known. */
  readonly length: number | null;
  /** `null` where it is not known, as the graph changed faster than it could be read. */
  readonly arrivesOn: string | null;
}

/** Only news comes in, so whatever was true stays, or gets better. */
function checkFollows(now: Answer, before: Answer = now): void {
  expect(now.elsewhere).toBeGreaterThanOrEqual(before.elsewhere);
  // While a commit is under way Neo4j shows its relationship from one end before the other: 1 may be followed by 2.
  expect([1, 2, null]).toContain(now.length);
  if (before.state === 'IN_FORCE') expect(now.state).toBe('IN_FORCE');
  if (now.arrivesOn === null) return;
  expect(ARRIVALS).toContain(now.arrivesOn);
  if (before.arrivesOn !== null) expect(now.arrivesOn <= before.arrivesOn).toBe(true);
}

function importing(shipment: string, ...options: string[]): string[] {
  return ['jsonl', path.join(folder, `${shipment}.jsonl`), '--dataset', DATASET, ...options];
}

function askBoth(): Promise<Answer[]> {
  return Promise.all(urls.map(ask));
}

/** The answer of a service, which must not be an error and must not contradict itself. */
async function ask(url: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: QUESTION,
      variables: { ...ENDS, harbours: HARBOURS, onTheWay: [ENDS.from, HARBOURS[0], ENDS.to] },
    }),
  });
  const { data, errors } = (await response.json()) as any;
  expect(errors).toBeUndefined();
  const { arrivals, elsewhere, status, shortest, earliest } = data;
  for (const { totalCount, edges } of [arrivals, elsewhere])
    expect(totalCount).toBeGreaterThanOrEqual(edges.length);
  expect(new Set(arrivals.edges.map(({ node }: any) => node.id)).size).toBe(arrivals.edges.length);
  // There always is a path: where none is found, it must say that none is known.
  for (const { items, truncated } of [shortest, earliest])
    if (items.length === 0) expect(truncated).toBe(true);
  return {
    elsewhere: elsewhere.totalCount,
    state: status.state,
    length: shortest.items[0]?.length ?? null,
    arrivesOn: earliest.items[0]?.arrivesOn ?? null,
  };
}
