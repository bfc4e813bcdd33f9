import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RunningCommand, runCommand } from './runCommand.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chancery-neo4j-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('npm run neo4j', () => {
  test('on an empty store says which commands load it', async () => {
    const command = new RunningCommand('neo4j', [], { CHANCERY_HOME: home });
    await command.printed(/The graph is empty\..*`npm run seed`/);
    command.signal('SIGTERM');
    expect(await command.exit).toBe(0);
  });

  test('starts none where NEO4J_URI names one', async () => {
    const { code, output } = await runCommand('neo4j', [], { NEO4J_URI: 'bolt://127.0.0.1:1' });
    expect(output).toMatch(/NEO4J_URI is "bolt:\S+", a Neo4j that runs already\. Unset it/);
    expect(code).toBe(1);
  });

  test.each(['NEO4J_HEAP', 'NEO4J_PAGECACHE'])('takes a size for %s', async (name) => {
    for (const text of ['lots', '512', '0m', '-1g', '2 g']) {
      const { code, output } = await runCommand('neo4j', [], { CHANCERY_HOME: home, [name]: text });
      expect(output).toContain(`${name} is "${text}". Set it to a size such as 512m or 2g.`);
      expect(code).toBe(1);
    }
  });
});
