import type { Operation } from './operation.ts';
import { entityColumns } from '../../src/queries/parts/columns.ts';
import { askedWords } from '../../src/queries/parts/askedWords.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE } from '../../src/record/source.ts';
import { EVENT, eventOfChancery, eventOfNeo4jGraphql, eventOfRow } from './eventAnswer.ts';
import { AFFIRMED, overlapping } from './eventPages.ts';

/** Single things by id, what belongs to them, and counts. */
export const LOOKUPS: readonly Operation[] = [
  {
    name: 'eventById',
    asks: 'an event by its id, with who took part',
    draw: ({ events }, random) => ({ id: random.pick(events) }),
    chancery: {
      query: `query ($id: ID!) { event(id: $id) { ${EVENT.chancery} } }`,
      variables: (drawn) => drawn,
      answer: ({ event }) => eventOfChancery(event),
    },
    cypher: (rows) => eventOfRow(rows[0]?.[0]),
    neo4jGraphql: {
      query: `query ($id: ID!) { events(where: { id: { eq: $id } }) { ${EVENT.neo4jGraphql} } }`,
      variables: (drawn) => drawn,
      answer: ({ events }) => eventOfNeo4jGraphql(events[0]),
    },
  },
  {
    name: 'sourcesOfEvent',
    asks: 'an event by its id, with its reports and their sources',
    draw: ({ events }, random) => ({ id: random.pick(events) }),
    chancery: {
      query: 'query ($id: ID!) { event(id: $id) { reports { stance date { edtf } source { id title } } } }',
      variables: (drawn) => drawn,
      answer: ({ event }) =>
        event.reports
          .map(({ stance, date, source }: any) => report(stance, date.edtf, source.id, source.title))
          .sort(),
    },
    cypher: (rows) =>
      rows[0]?.[0].reports
        .map((row: any) => {
          const source = row[REPORT.place.source];
          const [id, title] = [source[SOURCE.place.id], source[SOURCE.place.title]];
          return report(row[REPORT.place.stance], row[REPORT.place.date], id, title);
        })
        .sort(),
    neo4jGraphql: {
      query: `query ($id: ID!) {
        events(where: { id: { eq: $id } }) {
          sourcesConnection(sort: [{ edge: { earliest: ASC } }, { edge: { latest: ASC } }, { node: { id: ASC } }, { edge: { locator: ASC } }]) { edges { node { id title } properties { stance edtf } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ events }) =>
        events[0].sourcesConnection.edges
          .map(({ node, properties }: any) => report(properties.stance, properties.edtf, node.id, node.title))
          .sort(),
    },
  },
  {
    name: 'entityById',
    asks: 'an entity by its id',
    draw: ({ ordinary }, random) => ({ id: random.pick(ordinary) }),
    chancery: {
      query: 'query ($id: ID!) { entity(id: $id) { id kind name aliases } }',
      variables: (drawn) => drawn,
      answer: ({ entity }) => entity,
    },
    cypher: (rows) => {
      const { id, kind, name, aliases } = entityColumns(rows[0]?.[0].entity);
      return { id, kind, name, aliases };
    },
    neo4jGraphql: {
      query: 'query ($id: ID!) { entities(where: { id: { eq: $id } }) { id kind name aliases } }',
      variables: (drawn) => drawn,
      // The store has no list if it would be empty.
      answer: ({ entities: [entity] }) => ({ ...entity, aliases: entity.aliases ?? [] }),
    },
  },
  {
    name: 'entitiesByName',
    asks: 'entities by name: those that the text index has',
    draw: ({ names }, random) => ({ name: random.pick(names) }),
    chancery: {
      query: 'query ($name: String!) { entities(search: $name, first: 200) { edges { node { id name } } } }',
      variables: (drawn) => drawn,
      answer: ({ entities }) => entities.edges.map(({ node }: any) => `${node.id} ${node.name}`).sort(),
    },
    cypher: ([rows = []]) =>
      rows
        .slice(0, 200)
        .map(({ entity }) => `${entity[ENTITY.place.id]} ${entity[ENTITY.place.name]}`)
        .sort(),
    neo4jGraphql: {
      query: `query ($phrase: String!) {
        entitiesByName(phrase: $phrase, first: 200) { edges { node { id name } } }
      }`,
      variables: ({ name }) => ({ phrase: askedWords(name).search }),
      answer: ({ entitiesByName }) =>
        entitiesByName.edges.map(({ node }: any) => `${node.id} ${node.name}`).sort(),
    },
  },
  countOfEntity('countOfEntity', 'how many events an entity has', ({ ordinary }, random) => ({
    id: random.pick(ordinary),
  })),
  countOfEntity('countOfHub', 'how many events the hub has', ({ hub }) => ({ id: hub })),
  {
    name: 'countInMonth',
    asks: 'how many meetings there were within a month',
    draw: ({ periods }, random) => ({ during: random.pick(periods.months) }),
    chancery: {
      query: 'query ($where: EventFilter) { events(where: $where) { totalCount } }',
      variables: ({ during }) => ({ where: { types: ['MET'], during } }),
      answer: ({ events }) => events.totalCount,
    },
    cypher: (rows) => rows.at(-1)?.[0].count,
    neo4jGraphql: {
      query: 'query ($where: EventWhere) { eventsConnection(where: $where) { totalCount } }',
      variables: ({ during }) => ({ where: { ...AFFIRMED, type: { eq: 'MET' }, ...overlapping(during) } }),
      answer: ({ eventsConnection }) => eventsConnection.totalCount,
    },
  },
  {
    name: 'eventsOfSource',
    asks: 'the first 20 events that a source reports',
    draw: ({ sources }, random) => ({ id: random.pick(sources) }),
    chancery: {
      query: `query ($id: ID!) { source(id: $id) { title events(first: 20) { edges { node { ${EVENT.chancery} } } } } }`,
      variables: (drawn) => drawn,
      answer: ({ source }) => [
        source.title,
        source.events.edges.map(({ node }: any) => eventOfChancery(node)),
      ],
    },
    cypher: ([sources = [], events = []]) => [sources[0].source[1], events.slice(0, 20).map(eventOfRow)],
    neo4jGraphql: {
      query: `query ($id: ID!) {
        sources(where: { id: { eq: $id } }) {
          title
          events(where: { affirmed: { eq: true } }, limit: 20, sort: [{ at: ASC }, { id: ASC }]) {
            ${EVENT.neo4jGraphql}
          }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ sources: [{ title, events }] }) => [title, events.map(eventOfNeo4jGraphql)],
    },
  },
  {
    name: 'firstEntities',
    asks: 'the first 50 entities in the order of their ids',
    draw: () => ({}),
    chancery: {
      query: '{ entities(first: 50) { edges { node { id kind name } } } }',
      variables: () => ({}),
      answer: ({ entities }) => entities.edges.map(({ node }: any) => node),
    },
    cypher: ([rows = []]) =>
      rows
        .slice(0, 50)
        .map(({ entity }) => entityColumns(entity))
        .map(({ id, kind, name }) => ({ id, kind, name })),
    neo4jGraphql: {
      query: '{ entities(limit: 50, sort: [{ id: ASC }]) { id kind name } }',
      variables: () => ({}),
      answer: ({ entities }) => entities,
    },
  },
];

function report(...parts: string[]): string {
  return parts.join(' ');
}

function countOfEntity(name: string, asks: string, draw: Operation['draw']): Operation {
  return {
    ...{ name, asks, draw },
    chancery: {
      query: 'query ($id: ID!) { events(where: { participants: { any: [$id] } }) { totalCount } }',
      variables: (drawn) => drawn,
      answer: ({ events }) => events.totalCount,
    },
    cypher: (rows) => rows.at(-1)?.[0].count,
    neo4jGraphql: {
      query: `query ($id: ID!) {
        eventsConnection(where: { affirmed: { eq: true }, participants: { some: { id: { eq: $id } } } }) { totalCount }
      }`,
      variables: (drawn) => drawn,
      answer: ({ eventsConnection }) => eventsConnection.totalCount,
    },
  };
}
