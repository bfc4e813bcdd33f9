import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EVENT_TYPES } from '../../src/ontology/eventTypes.ts';
import { FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { compare, type Replay, relationshipsWhere, replay } from './replay.ts';

let service: TestService;
let known: Replay;
beforeAll(async () => {
  service = await startService();
  known = await replay();
});
afterAll(() => service.close());

const EVENT = `id type summary post intends topics places figures { what value } stances reportCount
  date { edtf earliest beginLatest endEarliest latest disputed qualified }
  participants { role entity { id } onBehalfOf { id } }
  reports { id stance wording locator date { edtf } source { id } attributedTo { id } }
  partOf { id } follows { id }`;

describe('An event is answered as its record has it', () => {
  test('all of it, for every event', async () => {
    const open = (day: string) => (day === FIRST_DAY || day === LAST_DAY ? null : day);
    const query = `query ($after: String) { events(where: { stances: [AFFIRMS, DENIES, EXPECTS] }, first: 200, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { ${EVENT} } } } }`;
    const answered = new Map<string, any>();
    for (let page = { hasNextPage: true, endCursor: null }; page.hasNextPage;) {
      const { events } = await service.data(query, { after: page.endCursor });
      for (const { node } of events.edges) answered.set(node.id, node);
      page = events.pageInfo;
    }
    for (const { record, view } of known.events) {
      const event = answered.get(record.id);
      const { id, type, summary, post, intends, topics, places, figures } = record;
      const { edtf, disputed, qualified, ...bounds } = view.date;
      expect(event).toMatchObject({ id, type, summary, post, intends, topics, places, figures });
      expect([event.stances, event.reportCount]).toEqual([view.stances, view.reportCount]);
      expect(event.date).toEqual({
        ...{ edtf, disputed, qualified },
        earliest: open(bounds.earliest),
        beginLatest: open(bounds.beginLatest),
        endEarliest: open(bounds.endEarliest),
        latest: open(bounds.latest),
      });
      expect(
        event.reports
          .map((one: any) => [
            one.source.id,
            one.locator,
            one.stance,
            one.date.edtf,
            one.wording,
            one.attributedTo?.id ?? null,
          ])
          .sort(compare),
      ).toEqual(
        record.reports
          .map((one) => [one.source, one.locator, one.stance, one.date, one.wording, one.attributedTo])
          .sort(compare as never),
      );
      const named = view.participations.filter(({ named: isNamed }) => isNamed);
      expect(
        event.participants.map(
          ({ role, entity, onBehalfOf }: any) => `${role} ${entity.id} ${onBehalfOf?.id ?? ''}`,
        ),
      ).toEqual(named.map(({ role, entity, onBehalfOf }) => `${role} ${entity} ${onBehalfOf ?? ''}`).sort());
      expect(event.partOf.map((one: any) => one.id).sort()).toEqual([...record.partOf].sort());
      expect(event.follows.map((one: any) => one.id).sort()).toEqual([...record.follows].sort());
    }
  });

  test('report ids are unique', async () => {
    const { events } = await service.data('{ events(first: 200) { edges { node { reports { id } } } } }');
    const ids = events.edges.flatMap(({ node }: any) => node.reports.map(({ id }: any) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('Relationships', () => {
  test('are the typed edges of the graph, each once, under ids of their own', async () => {
    const { relationships } = await service.data('{ relationships(first: 200) { totalCount } }');
    const edges = await service.graph.read(
      plainStatement<{ count: number }>(
        `MATCH (:Entity)-[r]->(:Entity) WHERE r.event IS NOT NULL RETURN count(r) AS count`,
      ),
    );
    expect(relationships.totalCount).toBe(edges[0]!.count);
    const found: any[] = [];
    for (let after: string | null = null; found.length < relationships.totalCount;) {
      const page: any = await service.data(
        `query ($after: String) { relationships(first: 200, after: $after) { pageInfo { endCursor } edges { node {
          id type level from { id } to { id } sources { id } event { id } } } } }`,
        { after },
      );
      after = page.relationships.pageInfo.endCursor;
      found.push(...page.relationships.edges.map(({ node }: any) => node));
    }
    const stored = await service.graph.read(
      plainStatement<
        Record<'type' | 'from' | 'to' | 'event' | 'level', string> & { sources: string[] }
      >(`MATCH (a:Entity)-[r]->(b:Entity) WHERE r.event IS NOT NULL
        RETURN type(r) AS type, a.id AS from, b.id AS to, r.event AS event, r.level AS level, r.sources AS sources`),
    );
    const ids = new Set(found.map(({ id }) => id as string));
    expect(
      found
        .map((one) =>
          [
            one.event.id,
            one.type,
            one.from.id,
            one.to.id,
            one.level,
            ...one.sources.map(({ id }: any) => id),
          ].join(' '),
        )
        .sort(),
    ).toEqual(
      stored
        .map((one) => [one.event, one.type, one.from, one.to, one.level, ...one.sources].join(' '))
        .sort(),
    );
    expect(ids.size).toBe(relationships.totalCount);
    expect(relationshipsWhere(known, {}).length).toBeLessThanOrEqual(relationships.totalCount);
  });
});

describe('Entities, sources and the rest', () => {
  test('every entity is found by its id, as a node, and by each of its identifiers', async () => {
    const card = 'id name kind aliases description group existed { edtf } countries';
    const { entities } = await service.data(
      `{ entities(first: 200) { edges { node { ${card} partOf { id } identifiers { scheme value } } } } }`,
    );
    const answered = new Map<string, any>(entities.edges.map(({ node }: any) => [node.id, node]));
    const query = `query ($id: ID!) { node(id: $id) { __typename id } entity(id: $id) { ${card} } }`;
    for (const { partOf, identifiers, existed, ...rest } of known.dataset.entities) {
      const own = { ...rest, existed: existed === null ? null : { edtf: existed } };
      expect(answered.get(own.id)).toMatchObject({ ...own, partOf: partOf === null ? null : { id: partOf } });
      expect(answered.get(own.id).identifiers).toEqual(expect.arrayContaining([...identifiers]));
      expect(await service.data(query, { id: own.id })).toEqual({
        node: { __typename: 'Entity', id: own.id },
        entity: own,
      });
      for (const identifier of identifiers) {
        const byKey = await service.data(
          'query ($identifier: IdentifierInput!) { entity(identifier: $identifier) { id } }',
          { identifier },
        );
        expect(byKey.entity).toEqual({ id: own.id });
      }
    }
  });

  test('every source is found by its id and as a node', async () => {
    for (const { id, title, publisher, author, url, role, read } of known.dataset.sources) {
      const data = await service.data(
        'query ($id: ID!) { source(id: $id) { id title publisher author url role read } node(id: $id) { __typename ... on Source { title } } }',
        { id },
      );
      expect(data).toEqual({
        source: { id, title, publisher, author, url, role, read },
        node: { __typename: 'Source', title },
      });
    }
  });

  test('counterparts are counted by events, whatever the number of relationships', async () => {
    for (const id of ['russia', 'taliban', 'sergei-shoigu', 'moscow-format']) {
      const { entity } = await service.data(
        'query ($id: ID!) { entity(id: $id) { counterparts(first: 200) { totalCount edges { node { entity { id } events types } } } } }',
        { id },
      );
      const related = new Map<string, { events: Set<string>; types: Set<string> }>();
      for (const { from, to, event, type } of known.relationships) {
        const other = from === id ? to : to === id ? from : null;
        if (other === null) continue;
        const entry = related.get(other) ?? { events: new Set(), types: new Set() };
        related.set(other, entry);
        entry.events.add(event.record.id);
        entry.types.add(type);
      }
      const expected = [...related]
        .map(([other, { events, types }]) => ({
          entity: { id: other },
          events: events.size,
          types: [...types].sort(),
        }))
        .sort((a, b) => b.events - a.events || (a.entity.id < b.entity.id ? -1 : 1));
      expect(entity.counterparts.edges.map(({ node }: any) => node)).toEqual(expected);
      expect(entity.counterparts.totalCount).toBe(expected.length);
    }
  });

  test('posts are those that a status of the regime POST says, on any day', async () => {
    const query = `query ($id: ID!, $on: Date, $certainty: Certainty!) { entity(id: $id) {
      posts(on: $on, certainty: $certainty) { title state certain holder { id } office { id } event { id } } } }`;
    const asked = async (id: string, on: string | null, certainty = 'POSSIBLE') =>
      (await service.data(query, { id, on, certainty })).entity.posts;
    const status = `query ($authority: ID!, $subject: ID!, $on: Date!, $certainty: Certainty!) {
      status(authority: $authority, subject: $subject, regime: POST, on: $on, certainty: $certainty) { parts { post state } } }`;
    const pairs = known.relationships.filter(({ type }) => type === 'HOLDS_POST');
    const DAYS = [
      '1999-01-01',
      '2021-10-20',
      '2022-06-01',
      '2024-05-12',
      '2024-11-25',
      '2025-07-03',
      '2040-01-01',
    ];
    let held = 0;
    for (const { from, to } of pairs) {
      for (const on of DAYS) {
        for (const [certainty, states] of [
          ['POSSIBLE', ['IN_FORCE', 'POSSIBLE', 'DISPUTED']],
          ['CERTAIN', ['IN_FORCE']],
        ] as const) {
          const { parts } = (await service.data(status, { authority: to, subject: from, on, certainty }))
            .status;
          const expected: string[] = parts
            .filter(({ state }: any) => states.includes(state as never))
            .map(({ post }: any) => post);
          const posts = (await asked(from, on, certainty)).filter(({ office }: any) => office.id === to);
          expect([from, to, on, posts.map(({ title }: any) => title).sort()]).toEqual([
            from,
            to,
            on,
            expected.sort(),
          ]);
          if (certainty === 'CERTAIN') expect(posts.every(({ certain }: any) => certain)).toBe(true);
          held += expected.length;
        }
      }
      expect((await asked(to, null)).some(({ holder }: any) => holder.id === from)).toBe(true);
    }
    expect(held).toBeGreaterThan(20);
    expect(await asked('sergei-shoigu', '1999-01-01')).toEqual([]);
  });

  test('the table of types is that of the ontology', async () => {
    const { eventTypes } = await service.data(
      '{ eventTypes { name phrase inverse nature symmetric inPaths description } }',
    );
    expect(eventTypes.map(({ name }: any) => name)).toEqual(Object.keys(EVENT_TYPES));
    for (const { name, symmetric, ...rest } of eventTypes) {
      expect(EVENT_TYPES[name as keyof typeof EVENT_TYPES]).toMatchObject(rest);
      expect(symmetric).toBe('PARTY' in EVENT_TYPES[name as keyof typeof EVENT_TYPES].roles);
    }
  });

  test('statistics count what is there', async () => {
    const { statistics, entities, sources, events } = await service.data(`{
      statistics { entities events sources reports entitiesByKind { count } eventsByType { count } }
      entities { totalCount } sources { totalCount } events(where: { stances: [AFFIRMS, DENIES, EXPECTS] }) { totalCount } }`);
    const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
    expect(statistics.entities).toBe(entities.totalCount);
    expect(statistics.sources).toBe(sources.totalCount);
    expect(statistics.events).toBe(events.totalCount);
    expect([sum(statistics.entitiesByKind), sum(statistics.eventsByType)]).toEqual([
      statistics.entities,
      statistics.events,
    ]);
    expect(statistics.reports).toBeGreaterThanOrEqual(statistics.events);
  });
});
