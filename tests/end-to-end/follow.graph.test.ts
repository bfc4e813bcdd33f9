import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { gdelt2Row, mentionRow } from '../importing/gdeltRows.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { runCommand, RunningCommand } from './runCommand.ts';

const DATASET = 'test-followed';
const graph = testGraph();

let folder: string;
const arrive = async (name: string, content: string): Promise<void> => {
  await writeFile(path.join(folder, `.${name}`), `${content}\n`);
  await rename(path.join(folder, `.${name}`), path.join(folder, name));
};

function follow(): RunningCommand {
  const { uri, user, password } = testConnection();
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return new RunningCommand('import', ['gdelt2', '--follow', folder, '--dataset', DATASET], env);
}

async function reportCounts(): Promise<unknown> {
  const rows = await graph.read(
    plainStatement<{ id: string; reports: number }>(
      'MATCH (e:Event) WHERE $dataset IN e.datasets RETURN e.id AS id, e.reportCount AS reports ORDER BY id',
      { dataset: DATASET },
    ),
  );
  return Object.fromEntries(rows.map(({ id, reports }) => [id.replace(`event:${DATASET}-`, ''), reports]));
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-follow-'));
});
afterEach(async () => {
  await removeDataset(graph, DATASET);
  await rm(folder, { recursive: true });
});
afterAll(() => graph.close());

const other = (event: string) =>
  mentionRow({ GLOBALEVENTID: event, MentionIdentifier: 'https://other.example/story' });

test('a folder is followed: files as they arrive, mentions after their events, and none twice after a restart', async () => {
  await arrive('20190306101500.mentions.CSV', other('700'));
  await arrive('20190306101500.gkg.csv', 'not\tof\tthe\tformat');
  const first = follow();
  await first.printed(/20190306101500\.mentions\.CSV waits for 20190306101500\.export\.csv\./);
  await first.printed(
    /Left out: "\S+gkg\.csv" is not a file of GDELT 2\.0 events and mentions: it has 4 columns/,
  );
  expect(await reportCounts()).toEqual({});
  await arrive('20190306101500.export.CSV', gdelt2Row());
  await first.printed(/20190306101500\.export\.CSV, 20190306101500\.mentions\.CSV\n[^]*1 event created/);
  first.signal('SIGTERM');
  expect(await first.exit).toBe(0);
  expect(first.output).toContain('Stopping, once what is being written is written.');
  expect(await reportCounts()).toEqual({ 700: 2 });

  await arrive('20190306103000.export.CSV', gdelt2Row({ GLOBALEVENTID: '701', DATEADDED: '20190306103000' }));
  const second = follow();
  await second.printed(/^20190306103000\.export\.CSV\n[^]*1 event created/m);
  second.signal('SIGINT');
  expect(await second.exit).toBe(0);
  expect(second.output).not.toContain('20190306101500.export');
  expect(await reportCounts()).toEqual({ 700: 2, 701: 1 });
});

test('a file whose last line has no end waits for it, and then is imported whole', async () => {
  const half = path.join(folder, '20190306101500.export.csv');
  await writeFile(half, `${gdelt2Row()}\n${gdelt2Row({ GLOBALEVENTID: '701' })}`.slice(0, -12));
  const following = follow();
  await following.printed(/20190306101500\.export\.csv waits for the end of its last line\./);
  expect(await reportCounts()).toEqual({});
  await arrive('20190306103000.export.csv', gdelt2Row({ GLOBALEVENTID: '702' }));
  await following.printed(/^20190306103000\.export\.csv\n[^]*1 event created/m);
  await writeFile(half, `${gdelt2Row()}\n${gdelt2Row({ GLOBALEVENTID: '701' })}\n`);
  await following.printed(/^20190306101500\.export\.csv\n[^]*2 events created/m);
  following.signal('SIGTERM');
  expect(await following.exit).toBe(0);
  expect(await reportCounts()).toEqual({ 700: 1, 701: 1, 702: 1 });
});

test('a folder that is not there is told at once, and a stop ends a file after its part', async () => {
  const gone = await runCommand('import', ['gdelt2', '--follow', path.join(folder, 'gone')], {});
  expect(gone).toMatchObject({ code: 1, output: expect.stringMatching(/gone" is no folder\. Name one/) });
  const rows = Array.from({ length: 6_000 }, (_, i) => gdelt2Row({ GLOBALEVENTID: String(1000 + i) }));
  await arrive('20190306101500.export.csv', rows.join('\n'));
  const first = follow();
  await first.printed(/Following/);
  for (let some = {}; Object.keys(some).length === 0;) some = (await reportCounts()) as object;
  first.signal('SIGINT');
  expect(await first.exit).toBe(0);
  expect(Object.keys((await reportCounts()) as object).length).toBeLessThan(6_000);
  const second = follow();
  await second.printed(/^20190306101500\.export\.csv\n[^]*6,?000 rows read/m);
  second.signal('SIGTERM');
  expect(await second.exit).toBe(0);
  expect(Object.keys((await reportCounts()) as object)).toHaveLength(6_000);
});
