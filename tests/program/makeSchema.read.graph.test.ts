import { describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { makeSchema } from '../../src/program/makeSchema.ts';
import type { IndexState } from '../../src/queries/indexStates.ts';
import { testGraph } from '../setup/testGraph.ts';

const SOON = { lookMs: 20, stuckMs: 100 };

/** A database that never ends a statement that makes something, as Neo4j does once its disk is full. */
function stuck(states: () => Promise<Partial<IndexState>[]>): Pick<Graph, 'command' | 'read'> {
  return {
    command: () => new Promise<void>(() => undefined),
    read: states as unknown as Graph['read'],
  };
}

async function failureOf(
  graph: Pick<Graph, 'command' | 'read'>,
): Promise<{ message: string; said: string[] }> {
  const said: string[] = [];
  const error = await makeSchema(graph, (message) => said.push(message), SOON).catch(
    (cause: unknown) => cause,
  );
  return { message: (error as Error).message, said };
}

describe('makeSchema', () => {
  test('ends where constraints and indexes are there', async () => {
    const graph = testGraph();
    await makeSchema(graph, () => undefined);
    await graph.close();
  });

  test('names an index that failed, and why', async () => {
    const failure = 'java.io.UncheckedIOException: java.io.IOException: No space left on device\n\tat x';
    const { message } = await failureOf(
      stuck(() => Promise.resolve([{ name: 'entity_id', state: 'FAILED', percent: 0, failure }])),
    );
    expect(message).toMatch(
      /could not create the index "entity_id": No space left on device\. Check its disk/,
    );
  });

  test('tells how far it is, and gives up where that stays the same', async () => {
    const { message, said } = await failureOf(
      stuck(() => Promise.resolve([{ name: 'entity_id', state: 'POPULATING', percent: 40, failure: '' }])),
    );
    expect(message).toMatch(/made no progress with the constraints and indexes/);
    expect(said).toContain('Constraints and indexes: 1 started, 40.0 % done');
  });

  test('gives up on a database that does not answer', async () => {
    const { message } = await failureOf(stuck(() => new Promise(() => undefined)));
    expect(message).toMatch(/made no progress/);
  });

  test('waits for what gets on', async () => {
    let percent = 0;
    const getsOn = stuck(() =>
      Promise.resolve([{ name: 'a', state: 'POPULATING', percent: (percent += 10), failure: '' }]),
    );
    let rest = 2;
    const graph: typeof getsOn = {
      ...getsOn,
      command: () => (rest-- > 0 ? new Promise((resolve) => setTimeout(resolve, 150)) : Promise.resolve()),
    };
    await makeSchema(graph, () => undefined, SOON);
    expect(percent).toBeGreaterThan(10);
  });
});
