import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { claimOrJoin } from '../../src/embedded/claimOrJoin.ts';
import { freePort } from '../../src/embedded/freePort.ts';
import { type HomeFolder, prepareHome } from '../../src/embedded/homeFolder.ts';
import { identityOf, type ProcessIdentity } from '../../src/embedded/processIdentity.ts';
import { removeRecord, type ServerRecord } from '../../src/embedded/serverRecord.ts';
import { removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

const silently = () => undefined;

describe('claimOrJoin', () => {
  test('claims an empty home', async () => {
    const folder = await prepareHome(await tempFolder());
    const claim = await claimOrJoin(folder, silently);
    expect(claim).toEqual({ own: await recorded(folder) });
    expect(claim).toMatchObject({ own: { phase: 'starting', owner: { pid: process.pid } } });
  });

  test.each<[string, (me: ProcessIdentity) => Promise<unknown>]>([
    ['is no JSON', () => Promise.resolve('')],
    ['is no record', () => Promise.resolve({ pid: 1 })],
    [
      'was left by a start that was killed',
      () => Promise.resolve({ id: 'x', phase: 'starting', owner: NOBODY }),
    ],
    ['names processes whose numbers others have now', (me) => running({ ...me, started: 'long ago' })],
    ['names a server that is gone', async (me) => ({ ...(await running(NOBODY)), owner: me })],
  ])('clears a record that %s', async (_, stale) => {
    const folder = await prepareHome(await tempFolder());
    const content = await stale((await identityOf(process.pid))!);
    await writeFile(folder.record, typeof content === 'string' ? content : JSON.stringify(content));
    expect(await claimOrJoin(folder, silently)).toEqual({ own: await recorded(folder) });
    expect(await readdir(`${folder.home}/run`)).toEqual(['server.json']);
  });

  test('gives a home to one of many that come at the same moment, and then to the next', async () => {
    const folder = await prepareHome(await tempFolder());
    await writeFile(folder.record, JSON.stringify({ id: 'x', phase: 'starting', owner: NOBODY }));
    const owners: string[] = [];
    let holding = 0;
    const claims = Array.from({ length: 8 }, async () => {
      const claim = await claimOrJoin(folder, silently);
      if (!('own' in claim)) throw new Error('There is nothing to join.');
      expect((holding += 1)).toBe(1);
      owners.push(claim.own.id);
      await new Promise((resolve) => setTimeout(resolve, 20));
      holding -= 1;
      await removeRecord(folder.record, claim.own.id);
    });
    await Promise.all(claims);
    expect(new Set(owners).size).toBe(8);
  });
});

describe('removeRecord', () => {
  test('leaves the record of somebody else', async () => {
    const folder = await prepareHome(await tempFolder());
    const { own } = (await claimOrJoin(folder, silently)) as { own: ServerRecord };
    await removeRecord(folder.record, 'another');
    expect(await recorded(folder)).toEqual(own);
  });

  test('is not held up for ever by a process that was killed while it removed the record', async () => {
    const folder = await prepareHome(await tempFolder());
    await writeFile(folder.record, JSON.stringify({ id: 'x', phase: 'starting', owner: NOBODY }));
    const lock = `${folder.record}.remove-x`;
    await writeFile(lock, '');
    await utimes(lock, 0, 0);
    expect(await claimOrJoin(folder, silently)).toEqual({ own: await recorded(folder) });
    expect(await readdir(`${folder.home}/run`)).toEqual(['server.json']);
  });
});

/** No process has this number: it is beyond what systems give. */
const NOBODY: ProcessIdentity = { pid: 2 ** 30, started: 'never' };

async function running(process: ProcessIdentity): Promise<ServerRecord> {
  const server = { process, boltPort: await freePort(), httpPort: await freePort() };
  return { id: 'x', phase: 'running', owner: process, server };
}

async function recorded(folder: HomeFolder): Promise<unknown> {
  return JSON.parse(await readFile(folder.record, 'utf8'));
}
