import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { readDecisions } from '../../src/queries/allDecisions.ts';
import { dataset, entity, event, part, PREFIX, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { undoAll } from '../resolving/decide.ts';
import { graphHash } from '../setup/graphHash.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { runCommand, RunningCommand } from './runCommand.ts';

const EVENTS = 'tests/importing/fixtures/icews/events.csv';

test('npm run import tells what files come to, without a database where it is only to count', async () => {
  const { code, output } = await runCommand('import', ['icews', EVENTS, '--dry-run'], {});
  expect(output).toContain('Would import: 6 rows read');
  expect(output).toContain('4 events created');
  expect(output).toContain('2 rows merged');
  expect(code).toBe(0);
});

test('npm run import lists the rows that cannot be read, and stops at the first where it is strict', async () => {
  const file = 'tests/importing/fixtures/icews/broken.csv';
  const { code, output } = await runCommand('import', ['icews', file, '--dry-run'], {});
  expect(output).toMatch(/rows could not be read:\n +\S+broken\.csv:3, event_date: "2001-13-01"/);
  expect(output.trimEnd().split('\n').at(-1)).toBe(
    'Left out: 9 of 11 rows (8 could not be read; 1 an entity acts toward itself)',
  );
  expect(code).toBe(0);
  const strict = await runCommand('import', ['icews', file, '--dry-run', '--strict'], {});
  expect(strict.output).toMatch(/broken\.csv:3, event_date: /);
  expect(strict.output).not.toContain('Would import');
  expect(strict.code).toBe(1);
});

test('npm run import reads files from the folder where the user is', async () => {
  const INIT_CWD = path.resolve(path.dirname(EVENTS));
  const { output } = await runCommand('import', ['icews', 'events.csv', '--dry-run'], { INIT_CWD });
  expect(output).toContain('Would import: 6 rows read');
  const review = await runCommand('import', ['resolve', 'events.csv'], { INIT_CWD });
  expect(review.output).toMatch(/icews\/events\.csv/);
});

test.each([
  [
    ['acled', EVENTS],
    /Unknown format "acled"\. Formats: icews, icews14, gdelt, gdelt2, polecat, un-sanctions, ftm, jsonl\./,
  ],
  [['icews', 'no-such-file.csv'], /Cannot read "\S+no-such-file\.csv": no such file or directory\./],
  [['icews', EVENTS, '--dataset', 'A b'], /Use small letters, digits and hyphens/],
  [['icews', EVENTS, '--limit', 'x'], /Give a whole number/],
  [
    ['gdelt', EVENTS],
    /events\.csv" is not a file of GDELT 1\.0 .* one of ICEWS coded events: npm run import -- icews/,
  ],
  [['icews', 'tests'], /tests" is a folder\. Name the files in it/],
  [['icews', EVENTS, '--dataset', 'corpus'], /which the seed files maintain\. Choose another name\./],
  [['icews', EVENTS, '--bulk'], /--bulk has no meaning with --dry-run/],
  [['icews', EVENTS, '--replace'], /--replace has no meaning without --bulk\. Leave it out\./],
  [['icews', EVENTS, '--restart'], /--restart has no meaning here/],
  [['gdelt2'], /No file is named\. Name the files, or a folder with --follow\./],
  [['gdelt2', EVENTS, '--follow', 'tests'], /Files have no meaning with --follow/],
  [['gdelt2', '--follow', 'tests'], /--dry-run, --bulk and --restart have no meaning with --follow/],
])('npm run import %j says what is wrong, without a stack', async (args, message) => {
  const { code, output } = await runCommand('import', [...args, '--dry-run'], {});
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
});

test.each([
  [
    ['resolve', 'README.md'],
    /README\.md" lacks the column verdict, left id, right id .*\nNothing was applied\./,
  ],
  [['resolve', 'no-such-file.csv'], /Cannot read "\S+no-such-file\.csv": no such file/],
  [['propose', 'new.csv', '--minimum-score', '2'], /Give a number from 0\.7 to 1/],
  [
    ['propose', 'new.csv', '--accept', '0.9', '--by', 'Ada'],
    /Only exact names are accepted at once: give 1\.0/,
  ],
  [['propose', 'new.csv', '--accept', '1.0'], /--accept needs --by NAME/],
  [['propose', 'new.csv', '--by', 'Ada'], /--by has no meaning without --accept/],
  [['propose', 'README.md'], /README\.md" exists already and may hold verdicts/],
  [['propose'], /missing required argument 'review\.csv'/],
])('npm run import %j says what is wrong, before it needs a database', async (args, message) => {
  const { code, output } = await runCommand('import', args, {});
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
});

test('npm run import writes a review and applies it', async () => {
  const { uri, password } = testConnection();
  const env = { NEO4J_URI: uri, NEO4J_PASSWORD: password };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-review-'));
  const file = path.join(folder, 'review.csv');
  try {
    const proposed = await runCommand('import', ['propose', file, '--dataset', 'nobody'], env);
    expect(proposed.output).toContain('Proposed: 0 pairs');
    const again = await runCommand('import', ['propose', file], env);
    expect(again.output).toContain('exists already and may hold verdicts');
    expect(again.code).toBe(1);
    const applied = await runCommand('import', ['resolve', file], env);
    expect(applied.output).toContain('Applied: 0 pairs are the same, 0 are different, 0 decisions undone');
    expect(applied.code).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('npm run import reads what is piped in', async () => {
  const running = new RunningCommand('import', ['icews', '-', '--dry-run'], {});
  createReadStream(EVENTS).pipe(running.input);
  expect(await running.exit).toBe(0);
  expect(running.output).toContain('Would import: 6 rows read');
});

test('npm run import accepts exact names at once, by a person, and undoes it as any decision', async () => {
  const { uri, password } = testConnection();
  const env = { NEO4J_URI: uri, NEO4J_PASSWORD: password };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-review-'));
  const file = path.join(folder, 'review.csv');
  const graph = testGraph();
  const person = (id: string, country?: string) =>
    entity(id, {
      kind: 'ACTOR',
      name: 'Zuzu Quillfeather',
      ...(country === undefined ? {} : { countries: [country] }),
    });
  const told = {
    sources: [source('gazette')],
    events: [event('talks', { participants: [part('AGENT', 'bo')] })],
  };
  const decisions = async () =>
    (await graph.read(readDecisions())).filter(({ left }) => left.startsWith(PREFIX));
  try {
    await loadDataset(graph, dataset('a', { entities: [person('ada', 'france'), person('nowhere')] }));
    await loadDataset(graph, dataset('b', { entities: [person('bo', 'france'), entity('gaza')], ...told }));
    const loaded = await graphHash(graph);
    const options = ['--accept', '1.0', '--by', 'Ada L.'];
    const proposed = await runCommand('import', ['propose', file, ...options], env);
    expect(proposed.output).toContain(
      'Accepted by Ada L.: 1 pair of equal names, of one kind and country, in 1 group',
    );
    expect(proposed.output).toContain('  1 event now refers to the joined entities');
    expect(await decisions()).toEqual([
      {
        ...{ left: `${PREFIX}ada`, right: `${PREFIX}bo`, verdict: 'same' },
        ...{ on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), by: 'Ada L.' },
      },
    ]);
    // The other has no country, so a person looks at it. Persons of one country that is not known have none.
    const text = await readFile(file, 'utf8');
    const [first = '', second = ''] = text.split('\n').filter((line) => line.includes('Quillfeather'));
    expect(first).toMatch(
      /^(\d+),1\.000,same,load-test-ada,Zuzu Quillfeather,\w+,France,load-test-a,0,load-test-bo,.*,France,load-test-b,1,Zuzu Quillfeather,$/,
    );
    expect(second).toMatch(/^\d+,1\.000,,load-test-ada,.*,load-test-nowhere,/);
    const again = await runCommand('import', ['resolve', file, '--by', 'Bo'], env);
    expect(again.output).toContain('1 pairs had the same verdict already');
    await writeFile(file, text.replace(',same,load-test-ada', ',undo,load-test-ada'));
    const undone = await runCommand('import', ['resolve', file], env);
    expect(undone.output).toContain('1 decisions undone');
    expect(await graphHash(graph)).toBe(loaded);
  } finally {
    await undoAll(graph);
    await clear(graph, 'a', 'b');
    await graph.close();
    await rm(folder, { recursive: true });
  }
});
