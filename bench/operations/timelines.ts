import type { Operation } from './operation.ts';
import { overlapping, pageOfAll, pageOfEntity } from './eventPages.ts';

/** Pages of the events of an entity, and of all events. */
export const TIMELINES: readonly Operation[] = [
  pageOfEntity({
    name: 'latest20',
    asks: 'the latest 20 events of an entity, with who took part',
    group: 'PAGE_20',
    first: 20,
    draw: ({ ordinary }, random) => ({ entity: random.pick(ordinary) }),
  }),
  pageOfEntity({
    name: 'latest20OfHub',
    asks: 'the latest 20 events of the hub',
    group: 'PAGE_20',
    first: 20,
    draw: ({ hub }) => ({ entity: hub }),
  }),
  pageOfEntity({
    name: 'latest100',
    asks: 'the latest 100 events of an entity',
    first: 100,
    draw: ({ ordinary }, random) => ({ entity: random.pick(ordinary) }),
  }),
  pageOfEntity({
    name: 'latest100OfHub',
    asks: 'the latest 100 events of the hub',
    first: 100,
    draw: ({ hub }) => ({ entity: hub }),
  }),
  pageOfEntity({
    name: 'first20',
    asks: 'the first 20 events of an entity',
    group: 'PAGE_20',
    first: 20,
    order: 'DATE_ASC',
    draw: ({ ordinary }, random) => ({ entity: random.pick(ordinary) }),
  }),
  pageOfEntity({
    name: 'window',
    asks: 'the events of an entity within a year, 20 of them',
    first: 20,
    draw: ({ ordinary, periods }, random) => ({
      entity: random.pick(ordinary),
      during: random.pick(periods.years),
    }),
    where: ({ during }) => ({ during }),
    neo4jWhere: ({ during }) => overlapping(during),
  }),
  pageOfEntity({
    name: 'earlyWindowOfHub',
    asks: 'the events of the hub within an early tenth of the time, 20 of them',
    first: 20,
    draw: ({ hub, periods }) => ({ entity: hub, during: periods.early }),
    where: ({ during }) => ({ during }),
    neo4jWhere: ({ during }) => overlapping(during),
  }),
  pageOfEntity({
    name: 'lateWindowOfHub',
    asks: 'the events of the hub within a late tenth of the time, 20 of them',
    first: 20,
    draw: ({ hub, periods }) => ({ entity: hub, during: periods.late }),
    where: ({ during }) => ({ during }),
    neo4jWhere: ({ during }) => overlapping(during),
  }),
  pageOfEntity({
    name: 'latestOfType',
    asks: 'the latest 20 meetings of an entity',
    first: 20,
    draw: ({ ordinary }, random) => ({ entity: random.pick(ordinary) }),
    where: () => ({ types: ['MET'] }),
    neo4jWhere: () => ({ type: { eq: 'MET' } }),
  }),
  pageOfEntity({
    name: 'latestDoneBy',
    asks: 'the latest 20 events in which an entity acts',
    first: 20,
    draw: ({ ordinary }, random) => ({ entity: random.pick(ordinary) }),
    where: ({ entity }) => ({ from: [entity] }),
    neo4jWhere: ({ entity }) => ({
      participantsConnection: {
        some: { node: { id: { eq: entity } }, edge: { role: { in: ['AGENT', 'PARTY'] } } },
      },
    }),
  }),
  pageOfEntity({
    name: 'latestOfTwo',
    asks: 'the latest 20 events in which two entities take part',
    first: 20,
    draw: ({ pairs }, random) => {
      const [entity, other] = random.pick(pairs);
      return { entity, other };
    },
    where: ({ entity, other }) => ({ participants: { all: [entity, other] } }),
    neo4jWhere: ({ other }) => ({ participants: { some: { id: { eq: other } } } }),
  }),
  pageOfAll({
    name: 'latestOfAll',
    asks: 'the latest 20 events of all',
    first: 20,
    draw: () => ({}),
  }),
  pageOfAll({
    name: 'latestMeetings',
    asks: 'the latest 20 meetings of all',
    first: 20,
    draw: () => ({}),
    where: () => ({ types: ['MET'] }),
    neo4jWhere: () => ({ type: { eq: 'MET' } }),
  }),
  pageOfAll({
    name: 'monthOfAll',
    asks: '20 events within a month',
    first: 20,
    draw: ({ periods }, random) => ({ during: random.pick(periods.months) }),
    where: ({ during }) => ({ during }),
    neo4jWhere: ({ during }) => overlapping(during),
  }),
  pageOfAll({
    name: 'topicInMonth',
    asks: '20 events about a topic within a month',
    first: 20,
    draw: ({ periods, topics }, random) =>
      topics.length === 0 ? null : { during: random.pick(periods.months), topic: random.pick(topics) },
    where: ({ during, topic }) => ({ during, topics: [topic] }),
    neo4jWhere: ({ during, topic }) => ({ ...overlapping(during), topics: { includes: topic } }),
  }),
];
