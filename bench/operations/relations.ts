import { PARTICIPANT } from '../../src/queries/parts/columns.ts';
import { ENTITY } from '../../src/record/entity.ts';
import type { Operation } from './operation.ts';
import { EVENT, eventOfChancery, eventOfNeo4jGraphql, eventOfRow } from './eventAnswer.ts';
import { AFFIRMED, overlapping } from './eventPages.ts';

/** Relationships, neighbours, and entities two steps away. */
export const RELATIONS: readonly Operation[] = [
  {
    name: 'meetingsOfPair',
    asks: 'the meetings of two entities, as relationships',
    draw: ({ pairs }, random) => ({ pair: random.pick(pairs) }),
    chancery: {
      query: `query ($pair: [ID!]!) {
        relationships(where: { types: [MET], between: $pair }, first: 200) {
          edges { node { level date { edtf } from { id } to { id } event { id } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ relationships }) =>
        relationships.edges
          .map(({ node }: any) => [node.event.id, node.level, node.date.edtf].join(' '))
          .sort(),
    },
    cypher: ([rows = []]) =>
      rows
        .slice(0, 200)
        .map(({ id, level, edtf }) => [id, level, edtf].join(' '))
        .sort(),
    neo4jGraphql: {
      query: `query ($a: ID!, $b: ID!) {
        entities(where: { id: { eq: $a } }) {
          id
          metConnection(where: { node: { id: { eq: $b } } }, sort: [{ edge: { at: ASC } }, { edge: { event: ASC } }]) {
            edges { node { id } properties { event level edtf } }
          }
        }
      }`,
      variables: ({ pair: [a, b] }) => ({ a, b }),
      answer: ({ entities }) =>
        entities[0].metConnection.edges
          .map(({ properties: { event, level, edtf } }: any) => [event, level, edtf].join(' '))
          .sort(),
    },
  },
  {
    name: 'metWithinMonths',
    asks: 'whom an entity met within a tenth of the time',
    draw: ({ ordinary, periods }, random) => ({
      id: random.pick(ordinary),
      during: random.pick(periods.years),
    }),
    chancery: {
      query: `query ($id: ID!, $during: PeriodInput) {
        relationships(where: { types: [MET], from: [$id], during: $during }, first: 200) {
          edges { node { from { id name } to { id name } event { id } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ relationships }, { id }) =>
        relationships.edges
          .map(({ node: { event, from, to } }: any) => met(event.id, from.id === id ? to : from))
          .sort(),
    },
    cypher: ([rows = []], drawn) =>
      rows
        .slice(0, 200)
        .map(({ id, fromEntity, toEntity }) => {
          const [other, , name] = fromEntity[0] === drawn.id ? toEntity : fromEntity;
          return met(id, { id: other, name });
        })
        .sort(),
    neo4jGraphql: {
      query: `query ($id: ID!, $edge: RelatedWhere) {
        entities(where: { id: { eq: $id } }) {
          metConnection(where: { edge: $edge }, sort: [{ edge: { at: ASC } }, { edge: { event: ASC } }, { node: { id: ASC } }]) { edges { node { id name } properties { event } } }
        }
      }`,
      variables: ({ id, during }) => ({ id, edge: overlapping(during) }),
      answer: ({ entities }) =>
        entities[0].metConnection.edges
          .map(({ node, properties }: any) => met(properties.event, node))
          .sort(),
    },
  },
  {
    name: 'whomItUrged',
    asks: 'whom an entity urged',
    draw: ({ ordinary }, random) => ({ id: random.pick(ordinary) }),
    chancery: {
      query: `query ($id: ID!) {
        relationships(where: { types: [URGED], from: [$id] }, first: 200) {
          edges { node { to { id name } event { id } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ relationships }) =>
        relationships.edges.map(({ node }: any) => met(node.event.id, node.to)).sort(),
    },
    cypher: ([rows = []]) =>
      rows
        .slice(0, 200)
        .map(({ id, toEntity: [other, , name] }) => met(id, { id: other, name }))
        .sort(),
    neo4jGraphql: {
      query: `query ($id: ID!) {
        entities(where: { id: { eq: $id } }) {
          urgedConnection(sort: [{ edge: { at: ASC } }, { edge: { event: ASC } }, { node: { id: ASC } }]) { edges { node { id name } properties { event } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ entities }) =>
        entities[0].urgedConnection.edges
          .map(({ node, properties }: any) => met(properties.event, node))
          .sort(),
    },
  },
  {
    name: 'twoHops',
    asks: 'the latest 3 events of each of those in the latest 5 events of an entity',
    draw: ({ ordinary }, random) => ({ id: random.pick(ordinary) }),
    chancery: {
      query: `query ($id: ID!) {
        events(where: { participants: { any: [$id] } }, first: 5, orderBy: DATE_DESC) {
          edges { node { id participants { entity {
            id events(first: 3, orderBy: DATE_DESC) { edges { node { id type summary date { edtf } } } }
          } } } }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ events }) =>
        events.edges.map(({ node }: any) => [
          node.id,
          node.participants
            .map(({ entity }: any) => [
              entity.id,
              entity.events.edges.map(({ node: { id, type, summary, date } }: any) => [
                id,
                type,
                summary,
                date.edtf,
              ]),
            ])
            .sort(byFirst),
        ]),
    },
    cypher: ([events = [], further = []]) =>
      events.slice(0, 5).map(({ id, participants }) => [
        id,
        participants
          .filter((row: any) => row[PARTICIPANT.place.named])
          .map((row: any) => row[PARTICIPANT.place.entity][ENTITY.place.id])
          .map((entity: any) => [
            entity,
            further
              .filter(({ owner }) => owner === entity)
              .slice(0, 3)
              .map((row) => [row.id, row.type, row.summary, row.edtf]),
          ])
          .sort(byFirst),
      ]),
    neo4jGraphql: {
      query: `query ($id: ID!) {
        entities(where: { id: { eq: $id } }) {
          events(where: { affirmed: { eq: true } }, limit: 5, sort: [{ at: DESC }, { id: DESC }]) {
            id
            participantsConnection(where: { edge: { named: { eq: true }, through: { eq: null } } }) {
              edges { node {
                id
                events(where: { affirmed: { eq: true } }, limit: 3, sort: [{ at: DESC }, { id: DESC }]) {
                  id type summary edtf
                }
              } }
            }
          }
        }
      }`,
      variables: (drawn) => drawn,
      answer: ({ entities }) =>
        entities[0].events.map(({ id, participantsConnection }: any) => [
          id,
          participantsConnection.edges
            .map(({ node }: any) => [
              node.id,
              node.events.map((event: any) => [event.id, event.type, event.summary, event.edtf]),
            ])
            .sort(byFirst),
        ]),
    },
  },
  {
    name: 'thousandOfTwenty',
    asks: 'the latest 50 events of each of 20 entities: 1,000 events',
    group: 'PAGE_1000',
    draw: ({ busy }, random) =>
      busy.length < 20
        ? null
        : {
            ids: [...Array(20).keys()].map((index) => busy[(index * 7 + random.between(0, 6)) % busy.length]),
          },
    chancery: {
      query: `query (${[...Array(20).keys()].map((index) => `$i${index}: ID!`).join(' ')}) {
        ${[...Array(20).keys()].map((index) => `e${index}: entity(id: $i${index}) { ...Latest }`).join('\n')}
      }
      fragment Latest on Entity { id events(first: 50, orderBy: DATE_DESC) { edges { node { ${EVENT.chancery} } } } }`,
      variables: ({ ids }) => Object.fromEntries(ids.map((id: string, index: number) => [`i${index}`, id])),
      answer: (data) =>
        byEntity(
          Object.values<any>(data).map(({ id, events }) => [
            id,
            events.edges.map(({ node }: any) => eventOfChancery(node)),
          ]),
        ),
    },
    cypher: (rows, { ids }) => {
      const events = rows.flat().filter(({ owner }) => owner !== undefined);
      return byEntity(
        ids.map((id: string) => [
          id,
          events
            .filter(({ owner }) => owner === id)
            .slice(0, 50)
            .map(eventOfRow),
        ]),
      );
    },
    neo4jGraphql: {
      query: `query ($ids: [ID!]!, $where: EventWhere) {
        entities(where: { id: { in: $ids } }) {
          id
          events(where: $where, limit: 50, sort: [{ at: DESC }, { id: DESC }]) { ${EVENT.neo4jGraphql} }
        }
      }`,
      variables: ({ ids }) => ({ ids, where: AFFIRMED }),
      answer: ({ entities }) =>
        byEntity(entities.map(({ id, events }: any) => [id, events.map(eventOfNeo4jGraphql)])),
    },
  },
];

function met(event: string, { id, name }: { id: string; name: string }): string {
  return `${event} ${id} ${name}`;
}

function byFirst([a]: readonly any[], [b]: readonly any[]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byEntity(pairs: readonly (readonly [string, unknown])[]) {
  return Object.fromEntries(pairs);
}
