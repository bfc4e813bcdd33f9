import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import type { Participation } from '../../src/record/participation.ts';
import { canonicalParticipants } from '../../src/reasoning/canonicalRecord.ts';
import { canonicalIds, type Decision, type Verdict } from '../../src/reasoning/decisions.ts';
import { applyReview } from '../../src/resolving/applyReview.ts';
import type { ReviewRow } from '../../src/resolving/reviewFile.ts';
import { graphHash } from '../setup/graphHash.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import {
  anyDataset,
  dataset,
  entity,
  event,
  part,
  PREFIX,
  report,
  source,
} from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { testGraph } from '../setup/testGraph.ts';
import { decide, review, undoAll } from './decide.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterEach(async () => {
  await undoAll(graph);
  await clear(graph, 'a', 'b');
});
afterAll(() => graph.close());

const [ADA, BO, CY, DEE] = ['ada', 'bo', 'cy', 'dee'].map((name) => `${PREFIX}${name}`) as [
  ...[string, string, string, string],
];

/** A dataset that declares all four entities, so that any of them can be decided about. */
const anyWhole = (name: string) =>
  anyDataset(name).map((each) => ({
    ...each,
    entities: ['ada', 'bo', 'cy', 'dee'].map(
      (other) => each.entities.find(({ id }) => id.endsWith(other)) ?? entity(other),
    ),
  }));

/** Verdicts on some of the pairs, none against another: the same are those to whom one letter is drawn. */
const anyReview: fc.Arbitrary<ReviewRow[]> = fc
  .tuple(
    fc.array(fc.constantFrom('x', 'y'), { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom('skip', 'left', 'right'), { minLength: 6, maxLength: 6 }),
  )
  .map(([letters, ways]) => {
    const ids = [ADA, BO, CY, DEE];
    const all = ids.flatMap((one, i) =>
      ids.slice(i + 1).map((other, j) => [one, other, letters[i] === letters[i + 1 + j]] as const),
    );
    const rows = all.flatMap(([one, other, isSame], i): [string, Verdict, string][] => {
      const verdict = isSame ? 'same' : 'different';
      if (ways[i] === 'skip') return [];
      return [ways[i] === 'left' ? [one, verdict, other] : [other, verdict, one]];
    });
    return review(...rows);
  });

const shuffledReview = anyReview.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);

const undone = (rows: readonly ReviewRow[]) => rows.map((row): ReviewRow => ({ ...row, verdict: 'undo' }));

/** Few, as each run loads and projects several times; every test run tries others. */
const RUNS = { numRuns: 2 };

async function freshly(...datasets: readonly DatasetRecord[]): Promise<void> {
  await undoAll(graph);
  await clear(graph, 'a', 'b');
  for (const each of datasets) await loadDataset(graph, each);
}

describe('What the graph holds', () => {
  test('is what it was before, once all decisions are undone, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhole('a'), anyDataset('b'), shuffledReview, async (a, b, [rows, shuffled]) => {
        await freshly(a, b);
        const before = await graphHash(graph);
        await decide(graph, rows);
        for (const row of undone(shuffled)) await decide(graph, [row]);
        expect(await graphHash(graph)).toBe(before);
      }),
      RUNS,
    );
  });

  test('does not depend on the order of the decisions, nor on whether they come at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhole('a'), shuffledReview, async (a, [rows, shuffled]) => {
        await freshly(a);
        await decide(graph, rows);
        const atOnce = await graphHash(graph);
        expect(await decide(graph, shuffled)).toMatchObject({ left: rows.length, events: 0 });
        await decide(graph, undone(rows));
        for (const row of shuffled) await decide(graph, [row]);
        expect(await graphHash(graph)).toBe(atOnce);
      }),
      RUNS,
    );
  });

  test('does not depend on whether a dataset was loaded before or after them, or again', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhole('a'), anyWhole('b'), anyReview, async (a, b, rows) => {
        await freshly(a, b);
        await decide(graph, rows);
        const after = await graphHash(graph);
        await freshly(a);
        await decide(graph, rows);
        await loadDataset(graph, b);
        expect(await graphHash(graph)).toBe(after);
        await clear(graph, 'a');
        await loadDataset(graph, a);
        // Of what both declare, the first has the say: what `b` says of it is to be written again.
        await loadDataset(graph, b);
        expect(await graphHash(graph)).toBe(after);
      }),
      RUNS,
    );
  });

  test('is what a rebuild of the view from the record gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhole('a'), anyReview, async (a, rows) => {
        await freshly(a);
        await decide(graph, rows);
        const before = await graphHash(graph);
        await rebuildView(graph);
        expect(await graphHash(graph)).toBe(before);
      }),
      RUNS,
    );
  });

  test('is, of the view, what records would give that named the one entity wherever they name the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhole('a'), anyReview, async (a, rows) => {
        await freshly(a);
        await decide(graph, rows);
        const joined = await viewEdges();
        await freshly(renamed(a, rows));
        expect(joined).toEqual(await viewEdges());
      }),
      RUNS,
    );
  });
});

/** Every edge of the views of the tests' events. */
async function viewEdges(): Promise<string[]> {
  const rows = await graph.read(
    plainStatement<{ ends: string[]; properties: object }>(
      `MATCH (a)-[r]->(b) WHERE r.event STARTS WITH $prefix OR (b.id STARTS WITH $prefix AND type(r) STARTS WITH 'TOOK_PART')
         OR a.id STARTS WITH $prefix AND type(r) = 'PROJECTS' OR b.id STARTS WITH $entity AND type(r) IN ['FROM', 'TO']
       RETURN [a.id, type(r), b.id] AS ends, properties(r) AS properties`,
      { prefix: `event:${PREFIX}`, entity: PREFIX },
    ),
  );
  return rows.map((row) => JSON.stringify(row)).sort();
}

function renamed(original: DatasetRecord, decisions: readonly ReviewRow[]): DatasetRecord {
  const ids = canonicalIds(decisions as readonly Decision[]);
  const map = (participants: readonly Participation[]) => canonicalParticipants(participants, ids);
  return {
    ...original,
    events: original.events.map((each) => ({
      ...each,
      participants: map(each.participants),
      reports: each.reports.map((one) => ({
        ...one,
        participants: one.participants && map(one.participants),
      })),
    })),
  };
}

describe('A review', () => {
  const small = dataset('a', {
    entities: ['ada', 'bo', 'cy', 'dee'].map((name) => entity(name)),
    sources: [source('gazette')],
    events: [
      event('talks', { type: 'MET', participants: [part('PARTY', 'ada'), part('PARTY', 'bo')] }),
      event('appeal', { participants: [part('AGENT', 'cy'), part('TARGET', 'bo')] }),
    ],
  });

  const related = () =>
    graph.read(
      plainStatement<{ a: string; type: string; b: string }>(
        'MATCH (a)-[r]->(b) WHERE r.event STARTS WITH $prefix RETURN a.id AS a, type(r) AS type, b.id AS b',
        { prefix: `event:${PREFIX}` },
      ),
    );

  test('tells what it did; applied again, it does nothing', async () => {
    await freshly(small);
    const rows = review([ADA, 'same', CY], [BO, 'different', DEE]);
    const none = { same: 0, different: 0, undone: 0, left: 0, events: 0 };
    expect(await decide(graph, rows)).toEqual({ ...none, same: 1, different: 1, events: 1 });
    expect(await related()).toContainEqual({ a: ADA, type: 'URGED', b: BO });
    const hash = await graphHash(graph);
    expect(await decide(graph, rows)).toEqual({ ...none, left: 2 });
    expect(await graphHash(graph)).toBe(hash);
    expect(await decide(graph, review([ADA, 'different', CY], [DEE, 'undo', BO]))).toEqual({
      ...none,
      ...{ different: 1, undone: 1, events: 1 },
    });
    expect(await related()).toContainEqual({ a: CY, type: 'URGED', b: BO });
  });

  test('that joins two who met leaves the event, and no relationship of one with itself', async () => {
    await freshly(small);
    await decide(graph, review([ADA, 'same', BO]));
    expect(await related()).toEqual([{ a: CY, type: 'URGED', b: ADA }]);
    const [row] = await graph.read(
      plainStatement<{ parties: string[]; stated: string[] }>(
        `MATCH (e:Event {id: $id})<-[r:REPORTS]-() RETURN [(e)<-[p:TOOK_PART]-(n) | n.id] AS parties, r.participants AS stated`,
        { id: `event:${PREFIX}talks` },
      ),
    );
    expect(row).toEqual({ parties: [ADA], stated: [`PARTY ${ADA}`, `PARTY ${BO}`] });
  });

  test('moves events that name somebody only as the one acted for, by a source that does not decide', async () => {
    const reports = [
      report('gazette'),
      report('gazette', { locator: 'p2', stance: 'DENIES', participants: [part('AGENT', 'bo', 'cy')] }),
    ];
    await freshly({ ...small, events: [event('appeal', { reports })] });
    expect(await decide(graph, review([DEE, 'same', CY]))).toMatchObject({ events: 1 });
    const [row] = await graph.read(
      plainStatement<{ principals: string[] }>(
        'MATCH (:Event {id: $id})<-[p:TOOK_PART]-() WITH DISTINCT p.onBehalfOf AS one WHERE one IS NOT NULL RETURN collect(one) AS principals',
        { id: `event:${PREFIX}appeal` },
      ),
    );
    expect(row?.principals).toEqual([DEE]);
  });

  test('against what was decided, or against itself, is refused with the rows that say so', async () => {
    await freshly(small);
    const rows = review([ADA, 'same', BO], [BO, 'same', CY]);
    await expect(decide(graph, [...rows, ...review([ADA, 'different', CY])])).rejects.toThrow(
      new RegExp(
        `${ADA} and ${CY} .*cannot be different: ${ADA} and ${BO} .review.csv:2., ${BO} and ${CY} .review.csv:3. are the same`,
      ),
    );
    await decide(graph, rows);
    const hash = await graphHash(graph);
    await expect(decide(graph, review([DEE, 'different', ADA], [CY, 'different', ADA]))).rejects.toThrow(
      /review\.csv:3\) cannot be different: .*\(decided on 2026-01-31, review\.csv\)/,
    );
    expect(await graphHash(graph)).toBe(hash);
  });

  test('about somebody whom nobody declares is refused with line and column', async () => {
    await freshly(small);
    await expect(decide(graph, review([ADA, 'same', BO], [ADA, 'same', `${PREFIX}eve`]))).rejects.toThrow(
      /review\.csv:3, right id: no entity has the id "load-test-eve"\. Import its dataset first\.\nNothing was applied/,
    );
    expect(await related()).toHaveLength(2);
  });

  test('with several faults is told of all of them, in the order of their lines', async () => {
    await freshly(small);
    const place = (line: number) => ({ file: 'review.csv', line });
    const rows = review([ADA, 'same', BO], [BO, 'same', `${PREFIX}eve`], [ADA, 'different', BO]).map(
      (row, i) => ({
        ...row,
        place: place(i + 4),
      }),
    );
    const faulty = [{ place: place(2), left: `${PREFIX}fay`, right: CY }];
    const faults = [{ ...place(2), column: 'verdict', message: '"maybe" is not a verdict.' }];
    await decide(graph, review([ADA, 'same', CY], [BO, 'same', CY]));
    await expect(
      applyReview(graph, { rows: rows.slice(1), faults, faulty }, { on: '2026-01-31', by: 'review.csv' }),
    ).rejects.toThrow(
      new RegExp(
        [
          `review.csv:2, verdict: "maybe" is not a verdict\\.`,
          `review.csv:2, left id: no entity has the id "${PREFIX}fay".*`,
          `review.csv:5, right id: no entity has the id "${PREFIX}eve".*`,
          `${ADA} and ${BO} .review.csv:6. cannot be different: .*`,
          'Nothing was applied\\.',
        ].join('\n'),
      ),
    );
  });

  test('holds while the dataset is away; an entity without one goes with its last decision', async () => {
    await freshly(small);
    const hash = await graphHash(graph);
    await decide(graph, review([ADA, 'same', CY]));
    await clear(graph, 'a');
    await loadDataset(graph, small);
    expect(await related()).toContainEqual({ a: ADA, type: 'URGED', b: BO });
    await clear(graph, 'a');
    await undoAll(graph);
    await loadDataset(graph, small);
    expect(await graphHash(graph)).toBe(hash);
  });
});
