import { NO_BLOCKS } from '../../src/queries/parts/columns.ts';
import { pathHops } from '../../src/queries/paths.ts';
import type { Random } from '../random.ts';
import { earliestArrivalCypher } from './earliestArrivalCypher.ts';
import { oursAlone } from './eventPages.ts';
import type { Draw, Operation } from './operation.ts';

/** Questions that @neo4j/graphql cannot express: what was known by a day, paths, arrivals, statuses. */
export const OURS_ONLY: readonly Operation[] = [
  knownBy(
    'latest20KnownBy',
    'the latest 20 events of an entity, as known by a day',
    ({ ordinary, periods }, random) => ({
      entity: random.pick(ordinary),
      day: periods.lastDay,
    }),
  ),
  knownBy(
    'latest20OfHubKnownBy',
    'the latest 20 events of the hub, as known by a day',
    ({ hub, periods }) => ({
      entity: hub,
      day: periods.lastDay,
    }),
  ),
  shortestPath(
    'path',
    'a shortest path between two entities within a year',
    ({ ordinary, periods }, random) => ({
      ...twoOf(ordinary, random),
      during: random.pick(periods.years),
    }),
  ),
  shortestPath(
    'pathInMonth',
    'a shortest path between two entities within a month',
    ({ ordinary, periods }, random) => ({
      ...twoOf(ordinary, random),
      during: random.pick(periods.months),
    }),
  ),
  shortestPath(
    'pathFromHub',
    'a shortest path from the hub within a month',
    ({ hub, ordinary, periods }, random) => ({
      from: hub,
      to: random.pick(ordinary),
      during: random.pick(periods.months),
    }),
  ),
  shortestPath(
    'noPath',
    'a shortest path within a time in which there is none',
    ({ ordinary, periods }, random) => ({
      ...twoOf(ordinary, random),
      during: periods.before,
    }),
  ),
  {
    name: 'earliestArrival',
    asks: 'the earliest arrival from one entity at another in a year (Cypher: by four hops at most)',
    group: 'ARRIVAL',
    draw: ({ ordinary, periods }, random) => ({
      from: random.pick(ordinary),
      to: random.pick(ordinary),
      during: random.pick(periods.years),
    }),
    chancery: {
      query: `query ($from: ID!, $to: ID!, $during: PeriodInput) {
        paths(from: $from, to: $to, mode: EARLIEST_ARRIVAL, where: { during: $during }) {
          items { arrivesOn length hops { from { id } to { id } relationship { type date { edtf } } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ paths }, { from, to }) => (from === to ? 'here' : (paths.items[0]?.arrivesOn ?? null)),
    },
    cypher: (rows, { from, to }) => (from === to ? 'here' : (rows[0]?.[0]?.arrival ?? null)),
    bestCypher: earliestArrivalCypher,
  },
  {
    name: 'status',
    asks: 'whether an authority has someone designated on a day',
    draw: ({ designations, periods }, random) =>
      designations.length === 0 ? null : { pair: random.pick(designations), on: periods.lastDay },
    chancery: {
      query: `query ($authority: ID!, $subject: ID!, $on: Date) {
        status(authority: $authority, subject: $subject, regime: DESIGNATION, on: $on) { state }
      }`,
      variables: ({ pair: [authority, subject], on }) => ({ authority, subject, on }),
      answer: ({ status }) => typeof status.state,
    },
    // The state is derived from the rows, not read.
    cypher: () => 'string',
  },
];

function knownBy(name: string, asks: string, draw: Operation['draw']): Operation {
  const where = ({ entity, day }: Draw) => ({ participants: { any: [entity] }, knownBy: day });
  return { name, asks, draw, ...oursAlone(20, where) };
}

/** Neo4j searches no path from an entity to itself. */
function twoOf(entities: readonly string[], random: Random) {
  const from = random.pick(entities);
  return { from, to: random.pick(entities.filter((one) => one !== from)) };
}

function shortestPath(name: string, asks: string, draw: Operation['draw']): Operation {
  return {
    ...{ name, asks, draw },
    group: 'PATH',
    // The statement that Chancery sends while it has no snapshot of the relationships.
    bestCypher: ({ from, to, during }) =>
      pathHops(
        {
          ...{ from, to, filter: { during } },
          ...{ maxHops: 6, avoid: [], limit: 1, blocks: NO_BLOCKS },
        },
        'QUICK',
      ),
    chancery: {
      query: `query ($from: ID!, $to: ID!, $during: PeriodInput) {
        paths(from: $from, to: $to, mode: SHORTEST, where: { during: $during }) {
          items { hops { from { id } to { id } forward parallelCount relationship { type date { edtf } event { id } } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ paths }) =>
        (paths.items[0]?.hops ?? []).map(
          ({ from, to, forward, parallelCount, relationship: { type, event } }: any) => ({
            ...{ from: from.id, to: to.id, forward, parallelCount, type, event: event.id },
          }),
        ),
    },
    cypher: (rows) =>
      rows
        .flat()
        .filter(({ path }) => path === 0)
        .map(
          ({
            fromEntity: [a],
            toEntity: [b],
            forward,
            parallelCount,
            relationshipType: type,
            id: event,
          }) => ({
            ...{ from: forward ? a : b, to: forward ? b : a, forward, parallelCount, type, event },
          }),
        ),
  };
}
