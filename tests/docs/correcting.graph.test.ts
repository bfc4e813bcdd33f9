import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { graphHash } from '../setup/graphHash.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { runCommand } from '../end-to-end/runCommand.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { readFileOf } from './readme.ts';

const page = await readFileOf('docs/guides/correct.md');
const fenced = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
const blocks = (language: string) =>
  fenced.filter(([, name]) => name === language).map(([, , code]) => code!);
const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const [source, reportBlock, retractedBlock] = blocks('yaml') as [string, string, string];
const [report, retracted] = [indented(reportBlock, 4), indented(retractedBlock, 2)];
const [corrected, withdrawn, overwritten] = blocks('').map((text) => text.trim()) as [string, string, string];

describe('The example of a correction', () => {
  let graph: Graph;
  let folder: string;
  beforeAll(async () => {
    graph = testGraph();
    await loadDataset(graph, await readCorpus());
    folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-correct-'));
    await cp('seed', folder, { recursive: true });
  });
  afterAll(async () => {
    await loadDataset(graph, await readCorpus());
    await graph.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('prints what the page shows, step by step, and ends where it began', async () => {
    const before = await graphHash(graph);
    expect(await seeded()).not.toContain('otherwise');

    await change('sources.yaml', (text) => `${text}\n${source}`);
    await change('events/designation.yaml', (text) =>
      text.replace(/(- id: russia-delists-taliban\n.*?reports:\n)/s, `$1${report}`),
    );
    expect(printed(await seeded())).toBe(corrected);

    await change('sources.yaml', (text) => `${text}${retracted}`);
    expect(printed(await seeded())).toBe(withdrawn);

    await change('sources.yaml', (text) => text.replace(retracted, ''));
    await seeded();
    await change('events/designation.yaml', (text) => text.replace(report, ''));
    expect(await seeded('--dry-run')).toContain(overwritten);
    expect(await seeded()).toContain(overwritten);

    await change('sources.yaml', (text) => text.replace(`\n${source}`, ''));
    await seeded();
    expect(await graphHash(graph)).toBe(before);
  });

  test('names who denies what a status rests on', async () => {
    const denied = indented(reportBlock.replace('  locator', '  stance: DENIES\n  locator'), 4);
    await change('sources.yaml', (text) => `${text}\n${source}`);
    await change('events/russia-list-steps.yaml', (text) =>
      text.replace(/(- id: russia-suspends-ban-on-taliban\n.*?reports:\n)/s, `$1${denied}`),
    );
    expect(await seeded()).toMatch(
      /Russia · Taliban · DESIGNATION: SUSPENDED.* → DISPUTED \(\d+ sources, denied by source:example-court-ruling\b/,
    );
    await change('sources.yaml', (text) => `${text}${retracted}`);
    const output = await seeded();
    expect(output).toMatch(
      /Russia · Taliban · DESIGNATION: DISPUTED → SUSPENDED.* \(\d+ sources, known since/,
    );
    expect(output).not.toContain('denied by');
  });

  test('says since when the state and its begin are known as they are', async () => {
    const denied = indented(reportBlock.replace('  locator', '  stance: DENIES\n  locator'), 4);
    await change('sources.yaml', (text) => text.replace(retracted, ''));
    await change('events/posts.yaml', (text) =>
      text.replace(/(- id: shoigu-becomes-security-council-secretary\n.*?reports:\n)/s, `$1${denied}`),
    );
    expect(await seeded()).toMatch(
      /Russian Security Council · Sergei Shoigu · POST: IN_FORCE since 2024-05-12 → IN_FORCE since \[2024-05-12\.\.2024-11-25\] .* known since 2026-09-01\)/,
    );
  });

  async function seeded(...args: readonly string[]): Promise<string> {
    const { uri, user, password } = testConnection();
    const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const { code, output } = await runCommand('seed', ['--from', folder, ...args], env);
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    return output;
  }

  async function change(file: string, edit: (text: string) => string): Promise<void> {
    const text = await readFile(path.join(folder, file), 'utf8');
    const edited = edit(text);
    expect(edited).not.toBe(text);
    await writeFile(path.join(folder, file), edited);
  }
});

function printed(output: string): string {
  return output.slice(output.indexOf('Changed statuses and events:')).trim();
}
