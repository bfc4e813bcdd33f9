import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { Reader } from '../../src/answers/reader.ts';
import { RelationshipSnapshot } from '../../src/answers/snapshot.ts';
import { Mutex } from '../../src/answers/mutex.ts';
import { Graph } from '../../src/graph/graph.ts';
import { startService } from '../setup/testService.ts';

describe('Work that holds the process', () => {
  test('is done one after the other, and what else waits comes between', async () => {
    const turns = new Mutex();
    const done: string[] = [];
    const work = (name: string) =>
      turns.runExclusive(() => {
        done.push(name);
        setImmediate(() => done.push(`after ${name}`));
      });
    await Promise.all(['first', 'second', 'third'].map(work));
    expect(done).toEqual(['first', 'after first', 'second', 'after second', 'third']);
  });

  test('that fails holds up nothing', async () => {
    const turns = new Mutex();
    const fails = turns.runExclusive(() => {
      throw new Error('no');
    });
    const works = turns.runExclusive(() => 'yes');
    await expect(fails).rejects.toThrow('no');
    await expect(works).resolves.toBe('yes');
  });

  test('is not begun for those who have gone', async () => {
    const graph = new Graph({
      uri: 'bolt://127.0.0.1:9',
      user: 'neo4j',
      password: 'none',
      database: 'neo4j',
    });
    const shared = { graph, relationships: new RelationshipSnapshot(graph), mutex: new Mutex() };
    const asker = new AbortController();
    const context = new Reader(shared, asker.signal);
    let begun = 0;
    const works = [1, 2].map(() =>
      context.exclusive(() => {
        begun++;
        asker.abort();
      }),
    );
    const [first, second] = await Promise.allSettled(works);
    expect([begun, first!.status, second!.status]).toEqual([1, 'fulfilled', 'rejected']);
    expect((second as PromiseRejectedResult).reason).toMatchObject({ reason: 'CANCELLED' });
    await graph.close();
  });
});

test('a database that has halted leaves nobody waiting to be told that it is not ready', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const uri = `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const service = await startService(new Graph({ uri, user: 'neo4j', password: 'none', database: 'neo4j' }));
  const ready = await fetch(`${service.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ reason: 'The database has not answered within 2 seconds.' });
  await service.close();
  for (const socket of sockets) socket.destroy();
  silent.close();
});
