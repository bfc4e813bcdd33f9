import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileOf, tableOf } from '../docs/readme.ts';
import { testConnection } from '../setup/testGraph.ts';
import { runCommand } from './runCommand.ts';

let home: string;
let env: Record<string, string>;
beforeAll(async () => {
  const { uri, user, password } = testConnection();
  home = await mkdtemp(path.join(os.tmpdir(), 'chancery-shell-'));
  env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, CHANCERY_HOME: home };
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('npm run cypher answers a statement', async () => {
  const statement = "MATCH (n {id: 'taliban'}) RETURN n.name AS name";
  const { code, output } = await runCommand('cypherShell', ['--format', 'plain', statement], env);
  expect(output).toContain('name\n"Taliban"\n');
  expect(code).toBe(0);
});

test('npm run cypher runs a file', async () => {
  const { code, output } = await runCommand(
    'cypherShell',
    ['-f', 'docs/cypher/01-first-to-recognize.cypher'],
    env,
  );
  expect(output).toContain('"Russia"');
  expect(code).toBe(0);
});

describe('A parameter from the terminal wins over that of the file', () => {
  const FILE = 'docs/cypher/19-urged.cypher';

  test('as the page shows', async () => {
    const page = await readFileOf('docs/cypher/README.md');
    const [, params = ''] = /^npm run cypher -- -P "(.*)" -f docs\/cypher\/19-urged\.cypher$/m.exec(page)!;
    const shown = tableOf(page.slice(page.indexOf('A parameter given with `-P` overrides')));
    const { output } = await runCommand('cypherShell', ['-P', params, '-f', FILE], env);
    for (const [who, times] of shown.slice(1)) expect(output).toContain(`"${who}", ${times}\n`);
    expect(output.match(/^"/gm)).toHaveLength(shown.length - 1);
  });

  test.each([
    [['-f', FILE, '--param', "target => 'russia'"]],
    [[`-f${FILE}`, '--format', 'plain', "--param={target: 'russia'}"]],
    [[`--file=${FILE}`, '-P', "{other: [1, {target: 'taliban'}]}", '-P', "{target: 'russia'}"]],
  ])('however it is written: %j', async (args) => {
    const { code, output } = await runCommand('cypherShell', args, env);
    expect(output.match(/^".*$/gm)).toEqual(['"Amir Khan Muttaqi", 1', '"Taliban", 1']);
    expect(code).toBe(0);
  });

  test('and leaves the other parameters of the file as they are', async () => {
    const file = path.join(home, 'two.cypher');
    await writeFile(
      file,
      ':param one => 1;\n:param two => 2;\nRETURN $one, $two;\n:param one => 3;\nRETURN $one;',
    );
    const { output } = await runCommand('cypherShell', ['-P', '{one: 7}', '-f', file], env);
    expect(output).toContain('$one, $two\n7, 2\n$one\n7\n');
  });
});

test('npm run cypher reads a file from the folder where the user is', async () => {
  const INIT_CWD = path.resolve('docs/cypher');
  for (const args of [[], ['-P', "{target: 'taliban'}"]]) {
    const { output } = await runCommand('cypherShell', [...args, '-f', '19-urged.cypher'], {
      ...env,
      INIT_CWD,
    });
    expect(output).toContain('"Zamir Kabulov", 1');
  }
  const { code, output } = await runCommand('cypherShell', ['-f', 'nothing.cypher'], { ...env, INIT_CWD });
  expect(output).toContain(`"${path.join(INIT_CWD, 'nothing.cypher')}" does not exist.`);
  expect(code).toBe(1);
});

test('npm run cypher says on standard error alone that there were no rows', async () => {
  const nobody = await runCommand('cypherShell', ["MATCH (n:Entity {id: 'nobody'}) RETURN n"], env);
  expect(nobody.output).toContain('No rows.');
  expect(nobody.output).not.toContain('holds no data');
  expect(nobody.stdout).toBe('');
  expect(nobody.code).toBe(0);
  const somebody = await runCommand('cypherShell', ["MATCH (n:Entity {id: 'taliban'}) RETURN n.id"], env);
  expect(somebody.output).not.toContain('No rows.');
});

test('npm run cypher says that a graph holds no data, and how to load some', async () => {
  const { output, code } = await runCommand('cypherShell', ['MATCH (n) RETURN n'], {
    CHANCERY_HOME: path.join(home, 'empty'),
  });
  expect(output).toMatch(/The graph is empty\. .*`npm run seed`.*\n(.*\n)*No rows\./);
  expect(code).toBe(0);
});

test('npm run cypher comes to its end where its reader has enough', async () => {
  const child = spawn(
    process.execPath,
    ['bin/run.mjs', 'src/cypherShell.ts', 'UNWIND range(1, 200000) AS i RETURN i'],
    {
      env: { ...process.env, ...env },
    },
  );
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect(errors).not.toMatch(/EPIPE|^ +at /m);
  expect(code).toBe(0);
});

test('npm run cypher ends with the code of the shell where a statement is wrong', async () => {
  const { code, output } = await runCommand('cypherShell', ['RETURN nothing'], env);
  expect(output).toContain('nothing');
  expect(code).toBe(1);
});

describe('npm run cypher tells, before it answers, of what would be silently wrong', () => {
  test.each([
    ['MATCH (n:Entity) RETURN count(n.nam) AS n', /property `nam`\. Did you mean `name`\?/],
    ['MATCH (n:Contry) RETURN count(*) AS n', /label `Contry`\. Did you mean `Country`\?/],
    ['MATCH ()-[r:RECOGNISED]->() RETURN count(*) AS n', /type `RECOGNISED`\. Did you mean `RECOGNIZED`\?/],
    [
      "MATCH (:Entity {id: 'russia'})-[r:MET]->(:Entity {id: 'nobody'}) RETURN count(*) AS n",
      /`MET` has no direction\..* `-\[:MET\]-`/,
    ],
    [
      "MATCH (:Entity {id: 'nobody'})<-[r:URGED|MET WHERE r.level = 'NAMED']-() RETURN count(*) AS n",
      /`MET` has no direction/,
    ],
    ["MATCH (e:Event) WHERE e.earliest > '2024-01-01' RETURN count(e) AS n", /`earliest` is a day/],
    ['MATCH (e:Event) WHERE "2024-01-01" <= e.latest RETURN count(e) AS n', /`latest` is a day/],
  ])('%s', async (statement, notice) => {
    const { code, output, stdout } = await runCommand('cypherShell', [statement], env);
    expect(stdout).toBe('n\n0\n');
    expect(output.replace(stdout, '')).toMatch(notice);
    expect(code).toBe(0);
  });

  test('and says nothing of what is right', async () => {
    const statement = `
      // (a)-[:MET]->(b), e.earliest > '2024-01-01' and n.nam are in a comment.
      MATCH (s:Source)-[r:REPORTS]->(e:Event)<-[:TOOK_PART]-()-[m:MET|RESUMED_DESIGNATION]-(n:Entity)
      WHERE e.earliest > date('1900-01-01') AND toString(e.latest) > '1900' AND s.retracted IS NULL
        AND s.title <> "e.earliest = '2024'; (a)-[:MET]->(b)"
      RETURN count(*) > 0 AS n`;
    const { output } = await runCommand('cypherShell', [statement], env);
    expect(output).toMatch(/^Connecting to \S+\nn\nTRUE\n$/);
  });

  test('of the statements of a file too', async () => {
    const file = path.join(home, 'three.cypher');
    await writeFile(
      file,
      ":param id => 'x;y';\nRETURN ';' AS one;\n\nMATCH (n:Entity {idd: $id}) RETURN n.id;\n",
    );
    const { output } = await runCommand('cypherShell', ['-f', file], env);
    expect(output).toContain('property `idd`. Did you mean `id`?');
  });
});

describe('npm run cypher only reads', () => {
  const WRITING = "MATCH (n:Entity {id: 'nobody'}) SET n.name = 'Nobody' RETURN count(n) AS n";

  test('unless it is told to write', async () => {
    const refused = await runCommand('cypherShell', [WRITING], env);
    expect(refused.output).toContain('npm run cypher -- --write');
    expect(refused.code).toBe(1);
    const allowed = await runCommand('cypherShell', ['--write', WRITING], env);
    expect(allowed.stdout).toBe('n\n0\n');
    expect(allowed.code).toBe(0);
  });

  test('what it cannot look at first', async () => {
    const { code, output } = await runCommand('cypherShell', ['PROFILE CREATE (n:Nobody)'], env);
    expect(output).toContain('Writing in read access mode not allowed');
    expect(code).toBe(1);
  });
});
