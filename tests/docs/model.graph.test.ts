import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { browserStyle } from '../../src/program/browserStyle.ts';
import { LABELS, RELATIONSHIP_TYPES } from '../../src/program/graphNames.ts';
import { foresee } from '../../src/program/statementNotices.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { EVENT_TYPE_NAMES } from '../../src/ontology/lookups.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { markImport, rememberFollowed } from '../../src/loading/datasetVersion.ts';
import { decide, review, undoAll } from '../resolving/decide.ts';
import { dataset, entity, event, part, PREFIX, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { Analyst, parseScript } from '../setup/analyst.ts';
import { testGraph } from '../setup/testGraph.ts';
import { blocksOf, readFileOf, tableOf } from './readme.ts';

const page = await readFileOf('docs/reference/graph.md');
const housekeeping = await readFileOf('docs/reference/housekeeping.md');

/** What the corpus has none of, or may have none of: a retracted source, a coded row, entities that were joined … */
const RARE = dataset('a', {
  entities: [
    entity('ada', { existed: '1994/..', countries: ['france'] }),
    entity('bo', { description: 'Another' }),
    entity('cy'),
    entity('dee'),
  ],
  sources: [
    source('gazette', {
      author: 'Somebody',
      url: 'https://example.org',
      basedOn: [`source:${PREFIX}herald`],
    }),
    source('herald', { retracted: '2024-07-01', entries: 2, unread: ['XXi.002'] }),
  ],
  events: [
    event('appeal', {
      ...{ cameo: '024', plover: 'REQUEST:change', closeness: 'close' },
      reports: [
        report('gazette', {
          confidence: 60,
          key: 'test:1',
          basis: 'The week after',
          basedOn: [`source:${PREFIX}herald`],
        }),
        report('herald', { date: '2024-05-04' }),
      ],
    }),
    event('talks', {
      type: 'MET',
      participants: [part('PARTY', 'ada'), part('PARTY', 'cy'), part('PARTY', 'dee')],
    }),
  ],
});

let analyst: Analyst;
let graph: Graph;
beforeAll(async () => {
  analyst = new Analyst();
  graph = testGraph();
  await loadDataset(graph, RARE);
  const [ada, bo, cy, dee] = RARE.entities.map(({ id }) => id) as [string, string, string, string];
  await decide(graph, review([ada, 'same', cy], [bo, 'different', dee]));
  await graph.write((transaction) => transaction.run(markImport({ id: `${PREFIX}b` }, 'row 7')));
  await rememberFollowed(graph, `${PREFIX}b`, ['a.csv:7']);
});
afterAll(async () => {
  await undoAll(graph);
  await clear(graph, 'a', 'b');
  await analyst.close();
  await graph.close();
});

describe('docs/reference/graph.md and housekeeping.md', () => {
  test.each([
    ['Entity', 'MATCH (n:Entity)'],
    ['Identifier', 'MATCH (n:Identifier)'],
    ['Event', 'MATCH (n:Event)'],
    ['Source', 'MATCH (n:Source)'],
    ['REPORTS', 'MATCH ()-[n:REPORTS]->()'],
    ['TOOK_PART', 'MATCH ()-[n:TOOK_PART]->()'],
    ['The view', `MATCH (:Entity)-[n:${EVENT_TYPE_NAMES.join('|')}]->(:Entity)`],
    ['Decisions', 'MATCH ()-[n:SAME_AS|DIFFERENT_FROM]->()'],
    ['Dataset and Resolution', 'MATCH (n:Dataset|Resolution)'],
  ])('names the properties of %s, each with its type, and no others', async (heading, match) => {
    expect(propertiesNamed(heading)).toEqual(await propertiesOf(match));
  });

  test.each([
    ['Event', 'MATCH (n:EventVersion)'],
    ['TOOK_PART', 'MATCH ()-[n:TOOK_PART_THEN]->()'],
    ['The view', 'MATCH (n:RelationshipVersion)'],
  ])('names those of earlier versions of %s', async (heading, match) => {
    const named = [
      ...propertiesNamed('Event'),
      ...propertiesNamed(heading),
      ...propertiesNamed('What was known before'),
    ];
    const there = await propertiesOf(match);
    expect(there.length).toBeGreaterThan(10);
    for (const property of there) expect(named).toContainEqual(property);
  });

  test('names every label and every type of relationship that the store has', async () => {
    const labels = await column('MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name');
    const types = await column('MATCH ()-[r]->() RETURN DISTINCT type(r) AS name');
    const both = page + housekeeping;
    expect([...labels, ...types].filter((name) => !new RegExp(`\\b${name}\\b`).test(both))).toEqual([]);
    expect(LABELS).toEqual(expect.arrayContaining(labels));
    expect(RELATIONSHIP_TYPES).toEqual(expect.arrayContaining(types));
    const own = tableOf(page.slice(page.indexOf('\n## Labels\n')))
      .slice(1)
      .flatMap(([first = '']) => first.match(/\w+/g));
    expect(labels).toEqual(expect.arrayContaining(own));
  });

  test('no housekeeping is between entities and events, beside decisions, which have no event', async () => {
    const pattern = 'MATCH (a)-[r]-(b) WHERE (a:Entity OR a:Event) AND (b:Entity OR b:Event)';
    const types = await column(`${pattern} RETURN DISTINCT type(r) AS name`);
    const dealings = await column(
      'MATCH (:Entity)-[r]-(:Entity) WHERE r.event IS NOT NULL RETURN DISTINCT type(r) AS name',
    );
    expect(EVENT_TYPE_NAMES).toEqual(expect.arrayContaining(dealings));
    const others = types.filter((name) => !dealings.includes(name));
    expect(others.sort()).toEqual(['DIFFERENT_FROM', 'FOLLOWS', 'PART_OF', 'SAME_AS', 'TOOK_PART']);
    expect(
      await column('MATCH ()-[:TOOK_PART_THEN|FROM|TO]->(n) RETURN DISTINCT labels(n)[0] AS name'),
    ).not.toEqual([]);
  });

  test.each(blocksOf(page, 'cypher'))(
    'has Cypher that answers, starts at an index and needs no warning: $code',
    async ({ code }) => {
      expect(await foresee(graph, code)).toEqual({ writes: false, notices: [] });
      const script = parseScript(`${code}\n`);
      expect(await analyst.table(script)).not.toHaveLength(1);
      expect((await analyst.plan(script)).scans).toEqual([]);
    },
  );
});

test('docs/neo4j-browser.grass has a style for every kind and type: npm run schema', async () => {
  expect(await readFileOf('docs/neo4j-browser.grass')).toBe(browserStyle());
});

/** Names and types, in order, as the tables under the heading have them on both pages. */
function propertiesNamed(heading: string): string[][] {
  const sections = [page, housekeeping].flatMap(
    (text) => text.split(new RegExp(`^#{2,3} ${heading}\n`, 'm'))[1]?.split('\n#')[0] ?? [],
  );
  expect(sections).not.toEqual([]);
  const rows = sections.flatMap((section) => tableOf(section).slice(1));
  return rows.map(([name = '', type = '']) => [name, type]).sort(byName);
}

async function propertiesOf(match: string): Promise<string[][]> {
  const [, ...rows] = await analyst.table(
    parseScript(
      `${match} UNWIND keys(n) AS name RETURN DISTINCT name, replace(valueType(n[name]), ' NOT NULL', '') AS type`,
    ),
  );
  return rows.sort(byName);
}

function byName([a = '']: string[], [b = '']: string[]): number {
  return a < b ? -1 : 1;
}

async function column(text: string): Promise<string[]> {
  const [, ...rows] = await analyst.table(parseScript(text));
  return rows.map(([value = '']) => value);
}
