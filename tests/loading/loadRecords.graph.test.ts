import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cypher } from '../../src/cypher/cypher.ts';
import { statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import type { EventRecord } from '../../src/record/event.ts';
import { isLoaded, loadDataset, planDataset } from '../../src/loading/loadDataset.ts';
import { testGraph } from '../setup/testGraph.ts';
import { dataset, entity, event, part, PREFIX, report, source } from './smallDatasets.ts';
import { clear, ownContents, snapshot } from './snapshot.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterEach(() => clear(graph, 'a', 'b', 'c'));
afterAll(() => graph.close());

const ENTITIES = [entity('ada'), entity('bo')];
const SOURCES = [source('gazette')];

/** A dataset with an appeal of Ada to Bo that the gazette reports. */
const small = (name: string, changes: Partial<DatasetRecord> = {}, ...events: EventRecord[]): DatasetRecord =>
  dataset(name, {
    entities: ENTITIES,
    sources: SOURCES,
    events: events.length > 0 ? events : [event('appeal')],
    ...changes,
  });

async function load(...datasets: readonly DatasetRecord[]): Promise<void> {
  for (const each of datasets) await loadDataset(graph, each);
}

/** `from TYPE to sources knownEarliest known` of every relationship of the tests' events. */
async function relationships(): Promise<string[]> {
  const rows = await graph.read<{ line: string }>(
    statement(
      cypher`
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.event STARTS WITH 'event:' + $prefix
RETURN substring(a.id, size($prefix)) + ' ' + type(r) + ' ' + substring(b.id, size($prefix)) + ' '
  + reduce(text = '', each IN r.sources | text + substring(each, size('source:' + $prefix)) + ' ')
  + toString(r.knownEarliest) + ' ' + toString(r.known) AS line ORDER BY line`,
      { prefix: PREFIX },
    ),
  );
  return rows.map(({ line }) => line);
}

async function nodeOf(id: string): Promise<Record<string, unknown> | undefined> {
  const rows = await graph.read<{ node: Record<string, unknown> }>(
    statement(
      cypher`
MATCH (n {id: $id})
RETURN n {.*, labels: labels(n), partOf: COLLECT { MATCH (n)-[:PART_OF]->(o) RETURN o.id ORDER BY o.id },
  follows: COLLECT { MATCH (n)-[:FOLLOWS]->(o) RETURN o.id ORDER BY o.id },
  keys: COLLECT { MATCH (k:Identifier)-[:IDENTIFIES]->(n) RETURN k.key ORDER BY k.key }} AS node`,
      { id },
    ),
  );
  return rows[0]?.node;
}

async function ids(): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(
    statement(cypher`MATCH (n) WHERE n.id CONTAINS $prefix RETURN n.id AS id`, {
      prefix: PREFIX,
    }),
  );
  return rows.map(({ id }) => id.replace(PREFIX, '')).sort();
}

describe('Changes of what one dataset declares', () => {
  test('to an entity are what the graph holds then, and nothing of before', async () => {
    const key = (value: string) => ({ scheme: 'load-test', value });
    const before = entity('ada', {
      partOf: `${PREFIX}bo`,
      identifiers: [key('1'), key('2')],
      description: 'Once',
    });
    await load(small('a', { entities: [before, entity('bo')] }));
    expect(await nodeOf(`${PREFIX}ada`)).toMatchObject({
      labels: ['Entity', 'Country'],
      description: 'Once',
      partOf: [`${PREFIX}bo`],
      keys: ['load-test:1', 'load-test:2'],
    });

    const after = entity('ada', { kind: 'ACTOR', identifiers: [key('2'), key('3')] });
    await load(small('a', { entities: [after, entity('bo')] }));
    const node = await nodeOf(`${PREFIX}ada`);
    expect(node).toMatchObject({
      labels: ['Entity', 'Actor'],
      kind: 'ACTOR',
      partOf: [],
      keys: ['load-test:2', 'load-test:3'],
    });
    expect(node).not.toHaveProperty('description');
    expect(await ownContents(graph)).not.toContainEqual(expect.stringContaining('load-test:1'));
  });

  test('pass an identifier from one entity to another', async () => {
    const identifiers = [{ scheme: 'load-test', value: '1' }];
    await load(small('a', { entities: [entity('ada', { identifiers }), entity('bo')] }));
    await load(small('a', { entities: [entity('ada'), entity('bo', { identifiers })] }));
    expect((await nodeOf(`${PREFIX}ada`))?.keys).toEqual([]);
    expect((await nodeOf(`${PREFIX}bo`))?.keys).toEqual(['load-test:1']);
  });

  test('to an event are what the graph holds then, its view included', async () => {
    const links = { partOf: [`event:${PREFIX}talks`], follows: [`event:${PREFIX}talks`], topics: ['aid'] };
    await load(small('a', {}, event('talks'), event('appeal', { ...links, post: 'Envoy' })));
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ ...links, post: 'Envoy', reportCount: 1 });

    const participants = [part('AGENT', 'bo'), part('TARGET', 'ada')];
    await load(small('a', {}, event('talks'), event('appeal', { type: 'PRAISED', participants })));
    const node = await nodeOf(`event:${PREFIX}appeal`);
    expect(node).toMatchObject({ type: 'PRAISED', partOf: [], follows: [] });
    expect(node).not.toHaveProperty('topics');
    expect(node).not.toHaveProperty('post');
    expect(await relationships()).toEqual([
      'ada URGED bo gazette 2024-05-05 2024-05-05',
      'bo PRAISED ada gazette 2024-05-05 2024-05-05',
    ]);
  });

  test('take exactly an event, an entity, a source or a report away', async () => {
    const reports = [report('gazette'), report('herald', { date: '2024-05' })];
    const whole = small(
      'a',
      { entities: [...ENTITIES, entity('cy')], sources: [...SOURCES, source('herald')] },
      event('appeal', { reports }),
      event('talks', { participants: [part('AGENT', 'ada'), part('TARGET', 'cy')] }),
    );
    await load(whole);
    const [appeal, talks] = whole.events as [EventRecord, EventRecord];

    const withoutReport = {
      ...whole,
      events: [{ ...appeal, reports: [report('herald', { date: '2024-05' })] }, talks],
    };
    expect((await loadDataset(graph, withoutReport)).events).toEqual({
      created: 0,
      changed: 1,
      removed: 0,
      left: 1,
    });
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({
      edtf: '[2024-05-01..2024-05-05]',
      reportCount: 1,
    });

    const withoutSource = { ...whole, sources: SOURCES, events: [event('appeal'), talks] };
    expect((await loadDataset(graph, withoutSource)).sources).toMatchObject({ removed: 1 });
    const withoutEvent = { ...withoutSource, events: [event('appeal')] };
    expect((await loadDataset(graph, withoutEvent)).events).toEqual({
      created: 0,
      changed: 0,
      removed: 1,
      left: 1,
    });
    expect(await ids()).toEqual(['ada', 'bo', 'cy', 'event:appeal', 'a', 'source:gazette'].sort());
    expect((await loadDataset(graph, { ...withoutEvent, entities: ENTITIES })).entities).toMatchObject({
      removed: 1,
    });
    expect(await ids()).not.toContain('cy');

    const contents = await ownContents(graph);
    await clear(graph, 'a');
    await load(small('a'));
    expect(await ownContents(graph)).toEqual(contents);
  });

  test('to figures keep whole and broken numbers beside each other', async () => {
    const figures = [
      { what: 'deaths', value: 145 },
      { what: 'share', value: 2.5 },
    ];
    await load(small('a', {}, event('appeal', { figures })));
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({
      figureNames: ['deaths', 'share'],
      figureValues: [145, 2.5],
    });
  });

  test('to nothing leave nothing', async () => {
    const { rest } = await snapshot(graph);
    await load(small('a'), dataset('a'));
    expect(await snapshot(graph)).toEqual({ own: [], rest });
  });
});

describe('What a source is', () => {
  const reports = [report('gazette', { date: '2024-05-03' }), report('herald', { date: '2024-05-04' })];
  const twice = (herald: Parameters<typeof source>[1]): DatasetRecord =>
    small('a', { sources: [...SOURCES, source('herald', herald)] }, event('appeal', { reports }));

  test('decides whether its reports count: not while it is retracted', async () => {
    await load(twice({ published: '2024-05-04' }));
    const stated = await ownContents(graph);
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ disputed: true });
    expect(await relationships()).toEqual(['ada URGED bo gazette herald 2024-05-04 2024-05-04']);

    await load(twice({ published: '2024-05-04', retracted: '2024-07-01' }));
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ disputed: false, edtf: '2024-05-03' });
    expect(await relationships()).toEqual(['ada URGED bo gazette 2024-05-05 2024-05-05']);

    await load(twice({ published: '2024-05-04' }));
    expect(await ownContents(graph)).toEqual(stated);
  });

  test('takes the only report of an event back, and gives it back', async () => {
    const retracted = small('a', { sources: [source('gazette', { retracted: '2024-07-01' })] });
    await load(small('a'), retracted);
    expect(await relationships()).toEqual([]);
    const denied = await nodeOf(`event:${PREFIX}appeal`);
    expect(denied).toMatchObject({ affirmed: false });
    expect(denied).not.toHaveProperty('stances');
    await load(small('a'));
    expect(await relationships()).toHaveLength(1);
  });

  test('decides from when its events are known', async () => {
    await load(twice({ published: '2024-05-20' }));
    expect(await relationships()).toEqual(['ada URGED bo gazette herald 2024-05-05 2024-05-05']);
    const report = await loadDataset(graph, twice({ published: '[2024-05-01..2024-05-04]' }));
    expect(report).toMatchObject({ sources: { changed: 1 }, events: { changed: 0, left: 1 } });
    expect(await relationships()).toEqual(['ada URGED bo gazette herald 2024-05-04 2024-05-04']);
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ reportCount: 2 });
  });

  test('is known by what else it affirms, so that a further event moves the others', async () => {
    const undated = [source('gazette', { published: null })];
    await load(small('a', { sources: undated }));
    expect(await relationships()).toEqual(['ada URGED bo gazette 2024-05-03 2024-06-01']);
    const later = event('talks', { reports: [report('gazette', { date: '2024-05-20' })] });
    await load(small('a', { sources: undated }, event('appeal'), later));
    expect(await relationships()).toEqual(Array(2).fill('ada URGED bo gazette 2024-05-20 2024-06-01'));
    await load(small('a', { sources: undated }));
    expect(await relationships()).toEqual(['ada URGED bo gazette 2024-05-03 2024-06-01']);
  });
});

describe('A load that cannot be done', () => {
  const wrong: [string, DatasetRecord, string[]][] = [
    ['a participant', small('a', { entities: [entity('ada')] }), [`${PREFIX}bo`]],
    [
      'a principal, in a report of its own participants',
      small(
        'a',
        {},
        event('appeal', { reports: [report('gazette', { participants: [part('AGENT', 'ada', 'cy')] })] }),
      ),
      [`${PREFIX}cy`],
    ],
    [
      'to whom a claim is attributed',
      small('a', {}, event('appeal', { reports: [report('gazette', { attributedTo: `${PREFIX}cy` })] })),
      [`${PREFIX}cy`],
    ],
    [
      'a whole',
      small('a', { entities: [...ENTITIES, entity('cy', { partOf: `${PREFIX}dee` })] }),
      [`${PREFIX}dee`],
    ],
    ['a source', small('a', { sources: [] }), [`source:${PREFIX}gazette`]],
    [
      'linked events',
      small('a', {}, event('appeal', { partOf: [`event:${PREFIX}x`], follows: [`event:${PREFIX}y`] })),
      [`event:${PREFIX}x`, `event:${PREFIX}y`],
    ],
  ];

  test.each(wrong)('names %s that is missing, and changes nothing', async (_, faulty, missing) => {
    await load(small('a', {}, event('talks')));
    const before = await snapshot(graph);
    for (const attempt of [loadDataset(graph, faulty), planDataset(graph, faulty)]) {
      const error: unknown = await attempt.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'MissingReferences' });
      for (const id of missing) expect((error as Error).message).toContain(id);
    }
    expect(await snapshot(graph)).toEqual(before);
  });

  test('does not find what only the dataset itself declared before', async () => {
    await load(small('a'));
    await expect(load(small('a', { entities: [entity('ada')] }))).rejects.toThrow(`${PREFIX}bo`);
  });

  test('changes nothing where it fails halfway', async () => {
    await load(small('a'));
    const before = await snapshot(graph);
    const undatable = event('talks', { reports: [report('gazette', { date: 'no date' })] });
    await expect(load(small('a', {}, event('appeal', { summary: 'Else' }), undatable))).rejects.toThrow();
    expect(await snapshot(graph)).toEqual(before);
  });
});

describe('What several datasets declare', () => {
  const ofBoth = (name: string, summary: string, reports: EventRecord['reports']): DatasetRecord =>
    small(
      name,
      {
        entities: [...ENTITIES.map((each) => ({ ...each, description: `As ${name} has it` })), entity('cy')],
      },
      event('appeal', { summary, reports }),
    );
  const a = ofBoth('a', 'As a has it', [report('gazette', { date: '2024-05' })]);
  const toCy = [part('AGENT', 'ada'), part('TARGET', 'cy')];
  const b = ofBoth('b', 'As b has it', [report('gazette', { participants: toCy, locator: 'p9' })]);

  test('has the attributes that the first of them gives it, and the reports of all', async () => {
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      await clear(graph, 'a', 'b');
      await load(...order);
      expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({
        summary: 'As a has it',
        datasets: [`${PREFIX}a`, `${PREFIX}b`],
        edtf: '2024-05-03',
        reportCount: 2,
      });
      expect(await nodeOf(`${PREFIX}ada`)).toMatchObject({ description: 'As a has it' });
      expect(await relationships()).toEqual([
        'ada URGED bo gazette 2024-05-05 2024-05-05',
        'ada URGED cy gazette 2024-05-05 2024-05-05',
      ]);
    }
  });

  test('changes with what a later one reports, though the attributes are those of the first', async () => {
    await load(a, b);
    const changed = ofBoth('b', 'Anew', [report('gazette', { date: '[2024-05-01..2024-05-02]' })]);
    expect((await loadDataset(graph, changed)).events).toMatchObject({ changed: 1 });
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({
      summary: 'As a has it',
      edtf: '[2024-05-01..2024-05-02]',
    });
    expect((await loadDataset(graph, changed)).events).toMatchObject({ changed: 0, left: 1 });
  });

  test('keeps the reports of the one when the other lets go, and has its attributes once that is loaded again', async () => {
    await load(a, b, small('a', { events: [] }));
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ edtf: '2024-05-03', reportCount: 1 });
    expect(await relationships()).toEqual(['ada URGED cy gazette 2024-05-05 2024-05-05']);

    expect(await isLoaded(graph, b)).toBe(false);
    await load(b);
    expect(await nodeOf(`event:${PREFIX}appeal`)).toMatchObject({ summary: 'As b has it' });
    expect(await isLoaded(graph, b)).toBe(true);
    expect(await isLoaded(graph, small('a', { events: [] }))).toBe(true);
  });

  test('stays whole where a later one lets go', async () => {
    await load(a);
    const alone = await ownContents(graph);
    await load(b, dataset('b'));
    expect(await ownContents(graph)).toEqual(alone);
    expect(await isLoaded(graph, a)).toBe(true);
  });
});

describe('What an event of another dataset needs', () => {
  /** Declares no entity or source itself. */
  const borrowing = (reports = [report('gazette')], participants = event('x').participants): DatasetRecord =>
    dataset('b', { events: [event('talks', { reports, participants })] });
  const lending = dataset('a', {
    entities: [...ENTITIES, entity('cy', { partOf: `${PREFIX}bo` })],
    sources: SOURCES,
  });

  test('stays though its own dataset lets go of it, and goes with the event', async () => {
    await load(lending, borrowing(), dataset('a'));
    expect(await ids()).toEqual(['ada', 'b', 'bo', 'event:talks', 'source:gazette'].sort());
    expect(await relationships()).toEqual(['ada URGED bo gazette 2024-05-05 2024-05-05']);
    expect((await loadDataset(graph, borrowing())).events).toMatchObject({ left: 1 });
    await clear(graph, 'b');
    expect(await ids()).toEqual([]);
  });

  test('is also whom others act for, whom it attributes a claim to, and of what these are a part', async () => {
    const denied = { stance: 'DENIES', participants: [part('AGENT', 'ada', 'cy')] } as const;
    await load(
      lending,
      borrowing([report('gazette'), report('gazette', { ...denied, locator: 'p2' })]),
      dataset('a'),
    );
    expect(await ids()).toContain('cy');
    await clear(graph, 'b');

    const attributed = [report('gazette', { attributedTo: `${PREFIX}cy` })];
    await load(lending, borrowing(attributed, [part('AGENT', 'ada')]), dataset('a'));
    expect(await ids()).toEqual(expect.arrayContaining(['bo', 'cy']));
    await clear(graph, 'b');
    expect(await ids()).toEqual([]);
  });

  test('is found when it is loaded first only', async () => {
    await expect(load(borrowing())).rejects.toThrow(`source:${PREFIX}gazette`);
    expect(await ids()).toEqual([]);
  });
});
