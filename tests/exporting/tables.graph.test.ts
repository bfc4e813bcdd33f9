import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import type { Graph } from '../../src/graph/graph.ts';
import { followTheMoney as ftmImporter } from '../../src/importing/followTheMoney/ftmImporter.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { importAll } from '../importing/importAll.ts';
import { fileOf } from '../importing/importerLaws.ts';
import { clear } from '../loading/snapshot.ts';
import { dataset, entity, event, part, report, source } from '../loading/smallDatasets.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { testGraph } from '../setup/testGraph.ts';
import { exportText, exportTexts } from './exportText.ts';

let graph: Graph;
beforeAll(async () => {
  graph = testGraph();
  await loadDataset(graph, await readCorpus());
});
afterAll(async () => {
  await clear(graph, 'formula', 'open');
  await graph.close();
});

const count = async (pattern: string): Promise<number> => {
  const [row] = await graph.read(plainStatement<{ n: number }>(`MATCH ${pattern} RETURN count(*) AS n`));
  return row!.n;
};
const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });
const ids = (rows: readonly Record<string, unknown>[], column = 'id') => rows.map((row) => row[column]);

test('csv: every event, report, relationship, entity and source is a row, and rows join by their ids', async () => {
  const texts = await exportTexts('csv', { graph, filter: null });
  const tables = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, rowsOf(text)]));
  expect(tables['events.csv']).toHaveLength(await count('(:Event)'));
  expect(tables['reports.csv']).toHaveLength(await count('(:Source)-[:REPORTS]->(:Event)'));
  expect(tables['entities.csv']).toHaveLength(await count('(n:Entity) WHERE n.canonical IS NULL'));
  expect(tables['sources.csv']).toHaveLength(await count('(:Source)'));
  expect(tables['relationships.csv']).toHaveLength(
    await count('(:Entity)-[r]->(:Entity) WHERE r.event IS NOT NULL'),
  );
  expect(tables['participations.csv']).toHaveLength(
    await count('(:Entity)-[p:TOOK_PART]->(:Event) WHERE p.through IS NULL'),
  );
  const [entities, events, sources] = ['entities', 'events', 'sources'].map(
    (name) => new Set(ids(tables[`${name}.csv`]!)),
  );
  for (const row of tables['relationships.csv']!)
    expect([entities!.has(row.from), entities!.has(row.to), events!.has(row.event)]).not.toContain(false);
  for (const row of tables['reports.csv']!)
    expect([sources!.has(row.source), events!.has(row.event)]).not.toContain(false);
  expect(tables['events.csv']!.find(({ id }) => id === 'event:kazakhstan-delists-taliban')).toMatchObject({
    ...{ type: 'DELISTED', edtf: '[2023-12-01..2023-12-29]', earliest: '2023-12-01', latest: '2023-12-29' },
    ...{ stances: 'AFFIRMS', disputed: 'false' },
  });
});

test('csv: what a spreadsheet would take for a formula is text, and open ends are empty', async () => {
  await loadDataset(
    graph,
    dataset('formula', {
      entities: [entity('ada', { name: '=1+1, "quoted"\nover lines' }), entity('bo', { name: '@bo' })],
      sources: [source('gazette')],
      events: [event('talks', { summary: '-2+3', reports: [report('gazette', { date: '2024-05/..' })] })],
    }),
  );
  const texts = await exportTexts('csv', { graph, filter: { from: ['load-test-ada'] } });
  expect(ids(rowsOf(texts['entities.csv']!), 'name')).toEqual([`'=1+1, "quoted"\nover lines`, "'@bo"]);
  expect(rowsOf(texts['events.csv']!)).toMatchObject([
    { summary: "'-2+3", earliest: '2024-05-01', latest: '' },
  ]);
});

test('graphml: entities are nodes, relationships edges between them, and every key is declared', async () => {
  const text = await exportText('graphml', { graph, filter: { from: ['russia'], to: ['taliban'] } });
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const { graphml } = parser.parse(text) as { graphml: GraphMl };
  const { node, edge } = graphml.graph;
  expect(new Set(ids(node)).size).toBe(node.length);
  for (const { source: from, target } of edge)
    expect(ids(node)).toEqual(expect.arrayContaining([from, target]));
  const keys = new Set(ids(graphml.key));
  const used = [...node, ...edge].flatMap(({ data }) => ids(data, 'key'));
  expect(used.filter((key) => !keys.has(key))).toEqual([]);
  const recognized = edge.find(({ data }) => data.some((value) => value['#text'] === 'RECOGNIZED'))!;
  expect([recognized.source, recognized.target]).toEqual(['russia', 'taliban']);
  expect(keys.size).toBe(graphml.key.length);
  const nameOf = new Map(graphml.key.map((key) => [key.id, key['attr.name']]));
  const values = Object.fromEntries(recognized.data.map(({ key, '#text': text }) => [nameOf.get(key), text]));
  expect(values).toMatchObject({
    ...{ label: 'recognized', weight: 1, symmetric: false, level: 'NAMED', sources: 4, edtf: '2025-07-03' },
    ...{ earliest: '2025-07-03', beginLatest: '2025-07-03', endEarliest: '2025-07-03', latest: '2025-07-03' },
    ...{ start: '2025-07-03', end: '2025-07-03', datasets: 'corpus', coding: 'HUMAN' },
  });
});

test('graphml: an open end is left out, and an edge without direction says so', async () => {
  await loadDataset(
    graph,
    dataset('open', {
      entities: [entity('cy'), entity('dee')],
      sources: [source('herald')],
      events: [
        event('ties', {
          type: 'HAS_TIES',
          participants: [part('PARTY', 'cy'), part('PARTY', 'dee')],
          reports: [report('herald', { date: '2024-03/..' })],
        }),
      ],
    }),
  );
  const text = await exportText('graphml', { graph, filter: { anyParticipants: ['load-test-cy'] } });
  expect(text).toContain('<data key="symmetric">true</data>');
  expect(text).toContain('<data key="start">2024-03-01</data>');
  expect(text).toContain('<data key="beginLatest">2024-03-31</data>');
  expect(text).not.toContain('<data key="end">');
});

test('graphml: relationships of the level NAMED, or of the levels asked for', async () => {
  const filter = { types: ['URGED'] } as const;
  const named = await exportText('graphml', { graph, filter });
  expect(named).toContain('<data key="level">NAMED</data>');
  expect(named).not.toContain('<data key="level">PRINCIPAL</data>');
  const text = await exportText('graphml', { graph, filter, levels: ['PRINCIPAL'] });
  expect(text).toContain('<data key="level">PRINCIPAL</data>');
  expect(text).not.toContain('<data key="level">NAMED</data>');
});

interface GraphMl {
  readonly key: readonly { id: string; 'attr.name': string }[];
  readonly graph: {
    readonly node: readonly { id: string; data: readonly Data[] }[];
    readonly edge: readonly { source: string; target: string; data: readonly Data[] }[];
  };
}
interface Data extends Record<string, unknown> {
  key: string;
  '#text': unknown;
}

test('ftm: objects refer to objects that are there, and our own importer reads the sanctions and posts again', async () => {
  const text = await exportText('ftm', { graph, filter: null });
  const objects = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FtmObject);
  const known = new Set(ids(objects as never));
  expect(known.size).toBe(objects.length);
  const referring = [
    'entity',
    'holder',
    'post',
    'member',
    'organization',
    'involved',
    'organizer',
    'agent',
    'client',
    'parent',
  ];
  const missing = objects.flatMap(({ properties }) =>
    referring.flatMap((name) => properties[name] ?? []).filter((id) => !known.has(id)),
  );
  expect(missing).toEqual([]);
  const sanctions = objects.filter(({ schema }) => schema === 'Sanction').map(({ properties }) => properties);
  expect(sanctions).toContainEqual(
    expect.objectContaining({ entity: ['taliban'], authority: ['Russia'], startDate: ['2003'] }),
  );
  const parts = await importAll(ftmImporter, [await fileOf(text)]);
  expect(parts.flatMap(({ faults }) => faults)).toEqual([]);
  const types = parts.flatMap(({ events }) => events.map(({ type }) => type));
  expect([...new Set(types)].sort()).toEqual(['DELISTED', 'DESIGNATED', 'HOLDS_POST', 'MEMBER_OF']);
});

interface FtmObject {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}
