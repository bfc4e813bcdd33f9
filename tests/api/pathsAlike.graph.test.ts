import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../../src/cypher/statement.ts';
import { Graph, type ReadOptions } from '../../src/graph/graph.ts';
import { GraphError } from '../../src/graph/graphError.ts';
import { EVENT_TYPE_NAMES } from '../../src/ontology/lookups.ts';
import { allRelationships } from '../../src/queries/allRelationships.ts';
import { testConnection } from '../setup/testGraph.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { visitWorld, world } from './world.ts';

/** Of one graph: a service that has a snapshot of all relationships, and one that can never read them. */
let withSnapshot: TestService;
let byStatement: TestService;
beforeAll(async () => {
  withSnapshot = await startService();
  byStatement = await startService(new UnreadableGraph(testConnection()));
});
afterAll(async () => {
  await withSnapshot.close();
  await byStatement.close();
});

class UnreadableGraph extends Graph {
  override async readEach<Row>(statement: Statement<Row>, visit: (row: Row) => void, options: ReadOptions) {
    if (statement.text === allRelationships().text)
      throw new GraphError('TIMEOUT', 'Too many relationships.');
    await super.readEach(statement, visit, options);
  }
}

const PATHS = `query ($from: ID!, $to: ID!, $mode: PathMode!, $where: PathFilter, $avoid: [ID!], $maxHops: Int!, $limit: Int!) {
  paths(from: $from, to: $to, mode: $mode, where: $where, avoid: $avoid, maxHops: $maxHops, limit: $limit) {
    truncated
    items { length independentSourceCount departs { edtf } arrives { edtf } departsOn arrivesOn breaksIfRetracted { id }
      hops { from { id name } to { id } forward parallelCount day
        relationship { id type level from { id } to { id } date { edtf disputed qualified } event { id summary }
          sources { id } independentSourceCount } } } } }`;

const ask = async (service: TestService, question: object) =>
  (await service.data(PATHS, { ...question })).paths;

const PEOPLE = [
  ...world()
    .entities.map(({ id }) => id)
    .filter((id) => !id.includes('crowd')),
  'russia',
  'taliban',
];

const SOURCES = world().sources.map(({ id }) => id);

const anyQuestion = fc.record({
  ends: fc.uniqueArray(fc.constantFrom(...PEOPLE, 'w-crowd-03'), { minLength: 2, maxLength: 2 }),
  mode: fc.constantFrom('SHORTEST', 'ALL_SHORTEST', 'ALL_SHORTEST'),
  maxHops: fc.constantFrom(1, 2, 3, 4),
  limit: fc.constantFrom(1, 3, 10, 50),
  avoid: fc.option(fc.subarray(PEOPLE, { maxLength: 3 }), { freq: 2 }),
  where: fc.oneof(
    fc.constant({}),
    fc.record({ types: fc.subarray([...EVENT_TYPE_NAMES], { minLength: 9 }) }),
    fc.record({ levels: fc.constantFrom(['NAMED'], ['PRINCIPAL']) }),
    fc.record({
      during: fc.constantFrom(
        { from: '2024-01-15', to: '2024-01-16' },
        { from: '2024-01-01' },
        { to: '2024-02-01' },
      ),
      certainty: fc.constantFrom('POSSIBLE', 'CERTAIN'),
    }),
    fc.record({ sources: fc.subarray(SOURCES, { minLength: 2 }), minSources: fc.constantFrom(1, 2) }),
  ),
});

describe('The shortest paths are the same, by a statement and from the snapshot', () => {
  const seen = { several: 0, none: 0, cut: 0, parallel: 0 };

  test.each([1, 2, 3])('in world %i', async (seed) => {
    const leave = await visitWorld(withSnapshot.graph, seed);
    try {
      // What nothing else can answer is awaited: then there is a snapshot of this world.
      await withSnapshot.data(
        '{ paths(from: "w-00", to: "w-01", mode: K_SHORTEST, limit: 1) { truncated } }',
      );
      await fc.assert(
        fc.asyncProperty(anyQuestion, async ({ ends: [from, to], ...rest }) => {
          fc.pre(!rest.avoid?.some((id) => id === from || id === to));
          const question = { from, to, ...rest };
          let found: any;
          const statements = await withSnapshot.statements(
            async () => (found = await ask(withSnapshot, question)),
          );
          const stated = await ask(byStatement, question);
          // A statement that stopped at its bound has not seen all.
          if (stated.truncated && stated.items.length < rest.limit) return;
          expect(found).toEqual(stated);
          if (rest.avoid === null && found.items.length === 0) expect(statements).toBe(1);
          if (found.items.length > 1) seen.several++;
          if (found.items.length === 0) seen.none++;
          if (found.truncated) seen.cut++;
          if (found.items.some(({ hops }: any) => hops.some((hop: any) => hop.parallelCount > 1)))
            seen.parallel++;
        }),
        { seed, numRuns: 40 },
      );
    } finally {
      await leave();
    }
  });

  test('among them several paths, none, more than asked for, and parallel relationships', () => {
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  });
});
