import type { Draw, GraphqlSide, Operation } from './operation.ts';
import { EVENT, eventOfChancery, eventOfNeo4jGraphql, eventOfRow } from './eventAnswer.ts';

interface PageOf {
  readonly name: string;
  readonly asks: string;
  readonly group?: 'PAGE_20';
  readonly first: number;
  readonly order?: 'DATE_ASC';
  readonly draw: Operation['draw'];
  /** Conditions besides the entity, in both languages. */
  readonly where?: (draw: Draw) => object;
  readonly neo4jWhere?: (draw: Draw) => object;
}

/** The first events of an entity in order of time. */
export function pageOfEntity({ name, asks, group, first, order, draw, ...page }: PageOf): Operation {
  const { where = () => ({}), neo4jWhere = () => ({}) } = page;
  const ours = (drawn: Draw) => ({ participants: { any: [drawn.entity] }, ...where(drawn) });
  return {
    ...{ name, asks, draw, ...(group === undefined ? {} : { group }) },
    ...oursAlone(first, ours, order),
    neo4jGraphql: {
      query: `query ($entity: ID!, $where: EventWhere, $first: Int) {
        entities(where: { id: { eq: $entity } }) {
          events(where: $where, limit: $first, sort: ${sort(order)}) { ${EVENT.neo4jGraphql} }
        }
      }`,
      variables: (drawn) => ({ entity: drawn.entity, where: { ...AFFIRMED, ...neo4jWhere(drawn) }, first }),
      answer: ({ entities }) => entities[0].events.map(eventOfNeo4jGraphql),
    },
  };
}

/** The first of all events in order of time. */
export function pageOfAll({ name, asks, first, order, draw, ...page }: PageOf): Operation {
  const { where = () => ({}), neo4jWhere = () => ({}) } = page;
  return {
    ...{ name, asks, draw },
    ...oursAlone(first, where, order),
    neo4jGraphql: {
      query: `query ($where: EventWhere, $first: Int) {
        events(where: $where, limit: $first, sort: ${sort(order)}) { ${EVENT.neo4jGraphql} }
      }`,
      variables: (drawn) => ({ where: { ...AFFIRMED, ...neo4jWhere(drawn) }, first }),
      answer: ({ events }) => events.map(eventOfNeo4jGraphql),
    },
  };
}

/** A page that only Chancery can express, with its own Cypher. */
export function oursAlone(
  first: number,
  where: (draw: Draw) => object,
  order = 'DATE_DESC',
): { chancery: GraphqlSide; cypher: Operation['cypher'] } {
  return {
    chancery: {
      query: `query ($where: EventFilter, $first: Int) {
        events(where: $where, first: $first, orderBy: ${order}) { edges { node { ${EVENT.chancery} } } }
      }`,
      variables: (drawn) => ({ where: where(drawn), first }),
      answer: ({ events }) => events.edges.map(({ node }: any) => eventOfChancery(node)),
    },
    // One row more is read, to find out whether there are more.
    cypher: ([rows = []]) => rows.slice(0, first).map(eventOfRow),
  };
}

/** The events that a source affirms, which Chancery returns by default. */
export const AFFIRMED = { affirmed: { eq: true } };

export function overlapping({ from, to }: { from: string; to: string }) {
  return { earliest: { lt: to }, latest: { gte: from } };
}

function sort(order = 'DATE_DESC'): string {
  const direction = order === 'DATE_ASC' ? 'ASC' : 'DESC';
  return `[{ at: ${direction} }, { id: ${direction} }]`;
}
