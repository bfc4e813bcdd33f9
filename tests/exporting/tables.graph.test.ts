import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { parquetReadObjects } from 'hyparquet';
import { wrongIds } from '../../src/exporting/exportedIds.ts';
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
import { startService } from '../setup/testService.ts';
import { exportFiles, exportText, exportTexts } from './exportText.ts';
import { allOf, type Element, readXml } from './readXml.ts';

let graph: Graph;
beforeAll(async () => {
  graph = testGraph();
  await loadDataset(graph, await readCorpus());
});
afterAll(async () => {
  await clear(graph, 'formula', 'open', 'terms');
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

test('csv: line breaks, by themselves too, break no row', async () => {
  await loadDataset(
    graph,
    dataset('formula', {
      entities: [
        entity('ada', { name: 'Two\nlines', aliases: ['a; b', 'c'] }),
        entity('bo', { name: 'A\rreturn' }),
      ],
      sources: [source('gazette')],
      events: [event('talks', { summary: "'=kept", reports: [report('gazette', { locator: 'p"1, 2"' })] })],
    }),
  );
  const texts = await exportTexts('csv', { graph, filter: { from: ['load-test-ada'] } });
  for (const text of Object.values(texts)) {
    const [first, ...rows]: string[][] = parse(text);
    expect(rows.map(({ length }) => length)).toEqual(rows.map(() => first!.length));
    // Nor for a reader that takes each of them for the end of a row.
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
  expect(rowsOf(texts['entities.csv']!)).toMatchObject([
    { name: 'Two\nlines', aliases: '"a; b"; c' },
    { name: 'A\rreturn', aliases: '' },
  ]);
  expect(rowsOf(texts['events.csv']!)).toMatchObject([{ summary: "''=kept" }]);
  expect(rowsOf(texts['relationships.csv']!)).toMatchObject([
    { fromName: 'Two\nlines', toName: 'A\rreturn', sourceCount: '1', symmetric: 'false', closeness: '' },
  ]);
  const raw = await exportTexts('csv', { graph, filter: { from: ['load-test-ada'] }, rawCells: true });
  expect(rowsOf(raw['events.csv']!)).toMatchObject([{ summary: "'=kept" }]);
});

test('parquet: the same rows and columns as csv', async () => {
  const [texts, files] = [
    await exportTexts('csv', { graph, filter: null, rawCells: true }),
    await exportFiles('parquet', { graph, filter: null }),
  ];
  for (const [file, text] of Object.entries(texts)) {
    const { buffer, byteOffset, length } = files[file.replace('.csv', '.parquet')]!;
    const rows = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer,
    });
    const written = rowsOf(text);
    expect(rows).toHaveLength(written.length);
    for (const [i, row] of rows.entries()) {
      const cells = Object.entries(row).filter(([, value]) => !Array.isArray(value));
      const asText = (value: unknown) =>
        value instanceof Date
          ? value.toISOString().slice(0, 10)
          : ((value as string | null)?.toString() ?? '');
      expect(Object.fromEntries(cells.map(([name, value]) => [name, asText(value)]))).toEqual(
        Object.fromEntries(cells.map(([name]) => [name, written[i]![name]])),
      );
      expect(Object.keys(row)).toEqual(Object.keys(written[i]!));
    }
  }
});

test('gexf: all nodes before all edges, and between two of them one edge of a kind, with its days', async () => {
  const root = readXml(await exportText('gexf', { graph, filter: null }));
  const named = ({ children }: Element, name: string) => children.find((child) => child.name === name)!;
  expect([root.name, root.attributes, root.children.map(({ name }) => name)]).toEqual([
    'gexf',
    { xmlns: 'http://gexf.net/1.3', version: '1.3' },
    ['meta', 'graph'],
  ]);
  const network = named(root, 'graph');
  expect(network.attributes).toEqual({
    ...{ mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' },
    ...{ defaultedgetype: 'directed', idtype: 'string' },
  });
  expect(network.children.map(({ name }) => name)).toEqual(['attributes', 'attributes', 'nodes', 'edges']);
  expect(named(named(root, 'meta'), 'description').text).toContain(
    'of the level NAMED. Dataset corpus: licence Apache-2.0; from ',
  );
  const declared = new Map(
    network.children
      .filter(({ name }) => name === 'attributes')
      .map(({ attributes, children }) => [
        attributes.class,
        new Set(children.map((one) => one.attributes.id)),
      ]),
  );
  for (const { attributes } of allOf(network, 'attribute'))
    expect([attributes.title, ['string', 'integer', 'boolean'].includes(attributes.type!)]).toEqual([
      attributes.id,
      true,
    ]);
  const [nodes, edges] = [allOf(network, 'node'), allOf(network, 'edge')];
  const known = new Set(nodes.map(({ attributes }) => attributes.id));
  expect(known.size).toBe(nodes.length);
  expect(new Set(edges.map(({ attributes }) => attributes.id)).size).toBe(edges.length);
  const triplets = new Set<string>();
  for (const edge of edges) {
    const { source: from, target, kind = '', start, end, weight } = edge.attributes;
    triplets.add(`${from} ${target} ${kind}`);
    const values = Object.fromEntries(
      allOf(edge, 'attvalue').map(({ attributes }) => [attributes.for, attributes.value]),
    );
    expect([known.has(from), known.has(target), weight, values.level]).toEqual([true, true, '1', 'NAMED']);
    expect(Object.keys(values).filter((name) => !declared.get('edge')!.has(name))).toEqual([]);
    expect([start, end, kind.replace(/ \d+$/, '')]).toEqual([values.earliest, values.latest, values.type]);
    for (const day of [start, end]) expect(day ?? '2024-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
    if (start !== undefined && end !== undefined) expect(start <= end).toBe(true);
  }
  expect(triplets.size).toBe(edges.length);
  expect([...triplets].some((one) => one.endsWith(' 2'))).toBe(true);
});

test('pairs: all relationships of two entities are one, in every format that has them', async () => {
  const filter = { during: { from: '2024-01-01', to: '2026-01-01' } } as const;
  const related = rowsOf(
    (await exportTexts('csv', { graph, filter, levels: ['NAMED'] }))['relationships.csv']!,
  );
  const input = { graph, filter, pairs: true } as const;
  const pairs = rowsOf((await exportTexts('csv', input))['relationships.csv']!);
  const byPair = new Map<string, Record<string, string>[]>();
  for (const row of related) {
    const key = [row.from!, row.to!].sort().join(' ');
    byPair.set(key, [...(byPair.get(key) ?? []), row]);
  }
  expect(pairs.map(({ from, to }) => `${from} ${to}`)).toEqual([...byPair.keys()].sort());
  for (const pair of pairs) {
    const rows = byPair.get(`${pair.from} ${pair.to}`)!;
    const distinct = (values: readonly string[]) => [...new Set(values)].sort();
    const days = (name: string) =>
      rows
        .map((row) => row[name]!)
        .filter((day) => day !== '')
        .sort();
    const open = (name: string) =>
      new Set(rows.filter((row) => row[name] === '').map(({ event }) => event)).size;
    expect(pair).toMatchObject({
      eventCount: String(new Set(rows.map(({ event }) => event)).size),
      types: distinct(rows.map(({ type }) => type!)).join('; '),
      ...{ earliest: days('earliest')[0] ?? '', latest: days('latest').at(-1) ?? '' },
      ...{ openStarts: String(open('earliest')), openEnds: String(open('latest')) },
      sourceCount: String(distinct(rows.flatMap(({ sources }) => sources!.split('; '))).length),
      ...{
        datasets: distinct(rows.flatMap(({ datasets }) => datasets!.split('; '))).join('; '),
        coding: 'HUMAN',
      },
    });
    expect(Number(pair.independentSourceCount)).toBeGreaterThan(0);
    expect(Number(pair.independentSourceCount)).toBeLessThanOrEqual(Number(pair.sourceCount));
  }
  for (const format of ['graphml', 'gexf']) {
    const text = await exportText(format, input);
    expect(text.match(/<edge /g)).toHaveLength(pairs.length);
    expect(text).toContain(format === 'gexf' ? 'defaultedgetype="undirected"' : 'edgedefault="undirected"');
  }
});

test('pairs: as many independent sources as GraphQL counts', async () => {
  const service = await startService();
  try {
    const { relationships } = await service.data(
      '{ relationships(where: { levels: [NAMED] }, first: 200) { edges { node { from { id } to { id } independentSourceCount } } } }',
    );
    const counts = new Map<string, number[]>();
    for (const { node } of relationships.edges) {
      const key = [node.from.id, node.to.id].sort().join(' ');
      counts.set(key, [...(counts.get(key) ?? []), node.independentSourceCount]);
    }
    const pairs = rowsOf(
      (await exportTexts('csv', { graph, filter: null, pairs: true }))['relationships.csv']!,
    );
    let compared = 0;
    for (const { from, to, eventCount, independentSourceCount } of pairs) {
      const [count, ...others] = counts.get(`${from} ${to}`) ?? [];
      if (count === undefined || others.length > 0 || eventCount !== '1') continue;
      expect([from, to, Number(independentSourceCount)]).toEqual([from, to, count]);
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  } finally {
    await service.close();
  }
});

test('each export names its datasets and their terms', async () => {
  const terms = { license: 'CC-BY-4.0', origin: 'https://example.org/<data>' };
  const records = dataset('terms', {
    entities: [entity('ada'), entity('bo')],
    sources: [source('gazette')],
    events: [event('talks')],
  });
  await loadDataset(graph, { ...records, ...terms });
  const filter = { from: ['load-test-ada'] };
  const rows = rowsOf((await exportTexts('csv', { graph, filter }))['datasets.csv']!);
  expect(rows).toContainEqual({ id: records.id, coding: 'HUMAN', ...terms });
  expect(ids(rows)).not.toContain('corpus');
  for (const format of ['graphml', 'gexf'])
    expect(await exportText(format, { graph, filter })).toContain(
      `Dataset ${records.id}: licence CC-BY-4.0; from https://example.org/&lt;data&gt;.`,
    );
  expect(await exportText('jsonl', { graph, filter })).toContain(
    JSON.stringify({ dataset: records.id, ...terms }),
  );
  const all = rowsOf((await exportTexts('csv', { graph, filter: null }))['datasets.csv']!);
  expect(ids(all)).toEqual(expect.arrayContaining(['corpus', records.id]));
  // What is loaded again without terms keeps them.
  await loadDataset(graph, records);
  expect(rowsOf((await exportTexts('csv', { graph, filter }))['datasets.csv']!)).toContainEqual(rows.at(-1));
  expect(await wrongIds(graph, { datasets: ['corpus', 'korpus'] })).toEqual([
    expect.stringMatching(/^No dataset has the name "korpus"\. Datasets: corpus, /),
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
