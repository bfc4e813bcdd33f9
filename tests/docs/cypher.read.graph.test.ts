import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { foresee } from '../../src/program/statementNotices.ts';
import { Analyst, parseScript } from '../setup/analyst.ts';
import { testGraph } from '../setup/testGraph.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { filesOf, readFileOf, sectionOf, tableOf } from './readme.ts';

const files = await filesOf('docs/cypher', '.cypher');
const answers = await readFileOf('docs/cypher/README.md');

let analyst: Analyst;
let graph: Graph;
beforeAll(() => {
  analyst = new Analyst();
  graph = testGraph();
});
afterAll(async () => {
  await analyst.close();
  await graph.close();
});

describe("an analyst's questions", () => {
  test('are twenty, numbered without a gap, and the page has each of them', () => {
    expect(files).toHaveLength(20);
    const numbers = files.map(([name]) => Number(/^(\d\d)-[a-z-]+\.cypher$/.exec(name)?.[1]));
    expect(numbers).toEqual(files.map((_, index) => index + 1));
    const headings = [...answers.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(files.map(([, file]) => parseScript(file).question));
  });

  describe.each(files)('%s', (name, file) => {
    const script = parseScript(file);

    test('begins with its question, then its parameters, each of which it uses', () => {
      expect(file).toMatch(/^\/\/ .*\?.*\n(:param \w+ => .+;\n)+\n/);
      // Browser takes what it finds between semicolons for statements, in comments too.
      expect(script.text).not.toContain(';');
      const used = new Set([...script.text.matchAll(/\$(\w+)/g)].map(([, parameter]) => parameter));
      expect([...used].sort()).toEqual(script.parameters.map(([parameter]) => parameter).sort());
    });

    test('has the answer that the page shows', async () => {
      const section = sectionOf(answers, script.question);
      expect(section).toContain(`[${name}](${name})`);
      expect(await analyst.table(script)).toEqual(tableOf(section));
    });

    test('gives `npm run cypher` nothing to warn of', async () => {
      expect(await foresee(graph, file)).toEqual({ writes: false, notices: [] });
    });

    test('starts at an index, and uses nothing that is deprecated', async () => {
      const { operators, scans, warnings } = await analyst.plan(script);
      expect(scans).toEqual([]);
      expect(operators.some((operator) => /Index.*Seek/.test(operator))).toBe(true);
      expect(warnings.filter((warning) => !isOfMissingData(warning))).toEqual([]);
    });
  });
});

/** Neo4j warns of relationship types and properties that the store has never had: 01N51, 01N52. */
function isOfMissingData(warning: string): boolean {
  return /^01N5[12] /.test(warning);
}

describe('status in plain Cypher', () => {
  const [, file] = files.find(([name]) => name.includes('status'))!;
  const AGREES: Record<string, string[]> = {
    'IN FORCE': ['IN_FORCE'],
    'NOT IN FORCE': ['NOT_IN_FORCE', 'LIFTED', 'SUSPENDED'],
    SUSPENDED: ['SUSPENDED'],
    UNCERTAIN: ['POSSIBLE', 'DISPUTED', 'NO_RECORD'],
  };

  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  test.each([
    '1990-01-01',
    '2003-12-31',
    '2022-06-01',
    '2023-12-31',
    '2024-10-04',
    '2024-10-05',
    '2025-04-16',
    '2025-04-17',
    '2025-05-20',
    '2026-11-22',
  ])('agrees with what the service answers wherever it decides: %s', async (day) => {
    const { positions } = await service.data(
      `{ positions(subject: "taliban", regime: DESIGNATION, on: "${day}") {
           rows { authority { name } parts { list { name } state carriedForward } } } }`,
    );
    const parts = new Map<string, any>(
      positions.rows.flatMap(({ authority, parts }: any) =>
        parts.map((part: any) => [`${authority.name} ${part.list?.name ?? ''}`, part]),
      ),
    );
    const script = parseScript(file.replace(/(?<=^:param day => ).*(?=;$)/m, `date('${day}')`));
    const [, ...rows] = await analyst.table(script);
    for (const [authority = '', list = '', standing = '', , carriedForward] of rows) {
      const part = parts.get(`${authority} ${list}`);
      expect([authority, list, standing, AGREES[standing]]).toEqual([
        authority,
        list,
        standing,
        expect.arrayContaining([part?.state]),
      ]);
      if (standing !== 'UNCERTAIN')
        expect([authority, carriedForward]).toEqual([authority, `${part.carriedForward}`]);
    }
  });
});
