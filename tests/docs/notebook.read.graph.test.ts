import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../../src/program/config.ts';
import { Analyst, type Script } from '../setup/analyst.ts';
import { pythonWith } from '../setup/python.ts';
import { testConnection } from '../setup/testGraph.ts';
import { readFileOf } from './readme.ts';

interface Notebook {
  readonly nbformat: number;
  readonly cells: readonly {
    readonly cell_type: 'markdown' | 'code';
    readonly source: readonly string[];
    readonly outputs?: readonly { readonly output_type: string; readonly text?: readonly string[] }[];
  }[];
}

const FOLDER = path.join(PROJECT, 'docs/notebook');
const stored = JSON.parse(await readFileOf('docs/notebook/chancery.ipynb')) as Notebook;
const code = stored.cells
  .filter(({ cell_type }) => cell_type === 'code')
  .map(({ source }) => source.join(''))
  .join('\n\n');

let analyst: Analyst;
beforeAll(() => {
  analyst = new Analyst();
});
afterAll(() => analyst.close());

describe('the notebook', () => {
  const statements = [...code.matchAll(/^([A-Z]+) = """\n(.*?)"""$/gms)].map(
    ([, name, text]): [string, string] => [name!, text!],
  );

  test('has three statements, and is stored with what it prints and draws', () => {
    expect(statements.map(([name]) => name)).toEqual(['ACTS', 'DEALINGS', 'LISTED']);
    expect(printedIn(stored)).toHaveLength(3);
    expect(JSON.stringify(stored).match(/"image\/png"/g)).toHaveLength(2);
  });

  test.each(statements)('asks what answers, and starts at an index: %s', async (_, text) => {
    const script = scriptOf(text);
    expect((await analyst.table(script)).length).toBeGreaterThan(5);
    expect((await analyst.plan(script)).scans).toEqual([]);
  });

  test('prints what Neo4j answers', async () => {
    const [, , listed] = statements;
    const [, ...rows] = await analyst.table(scriptOf(listed![1]));
    const lines = rows.map(([authority, what, edtf]) => [authority, what, edtf].join(' '));
    const [, ...printed] = printedIn(stored)[2]!.trimEnd().split('\n');
    expect(printed.map((line) => line.trim().replace(/ +/g, ' '))).toEqual(lines);
  });

  test('run anew where there is Python, it prints what is stored', async () => {
    const environment = await pythonWith(path.join(FOLDER, 'requirements.txt'));
    if ('missing' in environment) {
      console.warn(`The notebook was not run: ${environment.missing}.`);
      expect(environment.missing).toMatch(/^no (Python|way)/);
    } else expect(printedIn(await executed(environment.programs))).toEqual(printedIn(stored));
  });
});

/** The statement with the parameters of the notebook, whose lists and texts Python, JSON and Cypher write alike. */
function scriptOf(text: string): Script {
  const [, object = '{}'] = /^parameters = (\{.*?^\})$/ms.exec(code) ?? [];
  const values = Object.entries(JSON.parse(object) as Record<string, unknown>);
  return {
    question: '',
    parameters: values.map(([name, value]) => [name, JSON.stringify(value)] as const),
    text,
  };
}

function printedIn({ cells }: Notebook): string[] {
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ output_type }) => output_type === 'stream')
    .map(({ text = [] }) => text.join(''));
}

async function executed(programs: string): Promise<Notebook> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-notebook-'));
  const output = path.join(folder, 'executed.ipynb');
  const { uri, password } = testConnection();
  // As a start leaves it; that is where the notebook looks when NEO4J_URI is not set, or empty.
  const home = path.join(folder, 'home');
  await mkdir(path.join(home, 'run'), { recursive: true });
  const server = { boltPort: Number(new URL(uri).port) };
  await writeFile(path.join(home, 'run/server.json'), JSON.stringify({ server }));
  await writeFile(path.join(home, 'password'), `${password}\n`);
  try {
    await promisify(execFile)(
      path.join(programs, 'jupyter-execute'),
      [path.join(FOLDER, 'chancery.ipynb'), `--output=${output}`],
      {
        cwd: FOLDER,
        env: {
          ...process.env,
          ...{ NEO4J_URI: '', NEO4J_PASSWORD: 'of-another', CHANCERY_HOME: home, MPLCONFIGDIR: folder },
        },
      },
    );
    return JSON.parse(await readFile(output, 'utf8')) as Notebook;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
