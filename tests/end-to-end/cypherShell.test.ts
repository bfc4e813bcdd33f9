import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

test('npm run cypher ends with the code of the shell where a statement is wrong', async () => {
  const { code, output } = await runCommand('cypherShell', ['RETURN nothing'], env);
  expect(output).toContain('nothing');
  expect(code).toBe(1);
});
