import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { decide, review, undoAll } from '../resolving/decide.ts';
import { dataset, entity, event, part, PREFIX, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { startService, type TestService } from '../setup/testService.ts';

const id = (name: string): string => `${PREFIX}${name}`;

/** Ada of one dataset, Adeline of another, who are one; and Bo, an organ of Adeline's. */
const DATASET = dataset('a', {
  entities: [
    entity('ada', { name: 'Ada Loadtest', identifiers: [{ scheme: 'load-test', value: 'ada' }] }),
    entity('adeline', {
      name: 'Adeline Loadtest',
      aliases: ['Addie Loadtest'],
      identifiers: [{ scheme: 'load-test-other', value: 'adeline' }],
      partOf: id('cy'),
    }),
    entity('bo', { kind: 'ORGANIZATION', partOf: id('adeline') }),
    entity('cy'),
  ],
  sources: [source('gazette')],
  events: [
    event('appeal', {
      participants: [part('AGENT', 'adeline'), part('TARGET', 'bo')],
      reports: [report('gazette', { attributedTo: id('adeline') })],
    }),
    event('listing', { type: 'DESIGNATED', participants: [part('AGENT', 'cy'), part('TARGET', 'adeline')] }),
  ],
});

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await loadDataset(service.graph, DATASET);
  await decide(service.graph, review([id('ada'), 'same', id('adeline')]));
});
afterAll(async () => {
  await undoAll(service.graph);
  await clear(service.graph, 'a');
  await service.close();
});

describe('An entity that has been joined with another', () => {
  test.each([
    `entity(id: "${id('adeline')}")`,
    `entity(identifier: { scheme: "load-test-other", value: "adeline" })`,
    `node(id: "${id('adeline')}")`,
  ])('is answered as that one by %s', async (question) => {
    const data = await service.data(`{ found: ${question} { ... on Entity { id name } } }`);
    expect(data.found).toEqual({ id: id('ada'), name: 'Ada Loadtest' });
  });

  test('tells what it was, when that was decided, and by whom', async () => {
    const { entity: found } = await service.data(
      `{ entity(id: "${id('ada')}") { sameAs { id name aliases decidedOn decidedBy } } }`,
    );
    expect(found.sameAs).toEqual([
      {
        ...{ id: id('adeline'), name: 'Adeline Loadtest', aliases: ['Addie Loadtest'] },
        ...{ decidedOn: '2026-01-31', decidedBy: 'review.csv' },
      },
    ]);
  });

  test('gives it its keys, its whole and its organs, its events, statuses and claims', async () => {
    const { entity: found, event: appeal } = await service.data(`{
      entity(id: "${id('ada')}") {
        identifiers { value } partOf { id } organs { id }
        events { edges { node { id } } }
        counterparts { edges { node { entity { id } } } }
        statuses { authority { id } state }
      }
      event(id: "event:${id('appeal')}") { participants { entity { id } } reports { attributedTo { id } } }
    }`);
    expect(found).toMatchObject({
      identifiers: [{ value: 'adeline' }, { value: 'ada' }],
      partOf: { id: id('cy') },
      organs: [{ id: id('bo') }],
      events: {
        edges: [{ node: { id: `event:${id('appeal')}` } }, { node: { id: `event:${id('listing')}` } }],
      },
      statuses: [{ authority: { id: id('cy') }, state: 'IN_FORCE' }],
    });
    expect(appeal).toEqual({
      participants: [{ entity: { id: id('ada') } }, { entity: { id: id('bo') } }],
      reports: [{ attributedTo: { id: id('ada') } }],
    });
  });

  test('is found by its names, as the other, once; and is in no list by itself', async () => {
    const listed = 'totalCount edges { node { id } }';
    const found = async (search: string) =>
      (await service.data(`{ entities(search: "${search}") { ${listed} } }`)).entities;
    const ada = { totalCount: 1, edges: [{ node: { id: id('ada') } }] };
    for (const search of ['Adeline Loadtest', 'addie loadtest', 'Loadtest'])
      expect(await found(search)).toEqual(ada);
    const { entities } = await service.data(`{ entities(first: 200) { ${listed} } }`);
    const ids = entities.edges.map(({ node }: any) => node.id as string);
    expect(ids).toContain(id('ada'));
    expect(ids).not.toContain(id('adeline'));
    expect(entities.totalCount).toBe(ids.length);
  });

  test('takes no statement more than another does', async () => {
    const ask = (name: string) => service.data(`{ entity(id: "${id(name)}") { id name } }`);
    expect(await service.statements(() => ask('adeline'))).toBe(1);
    const list = '{ entities(first: 20) { edges { node { id sameAs { id } } } } }';
    expect(await service.statements(() => service.data(list))).toBe(2);
  });

  const [ADA, ADELINE, BO, CY] = ['ada', 'adeline', 'bo', 'cy'].map((name) => JSON.stringify(id(name)));
  const DAYS = 'during: { from: "2024-01-01", to: "2025-01-01" }';
  test.each([
    ['where.from', `events(where: { from: [${ADELINE}] }) { totalCount }`],
    ['where.from', `events(where: { from: [${CY}, ${ADELINE}] }) { totalCount }`],
    ['where.between', `events(where: { between: [${ADA}, ${BO}, ${ADELINE}] }) { totalCount }`],
    ['where.participants.all', `events(where: { participants: { all: [${ADELINE}] } }) { totalCount }`],
    ['where.to', `relationships(where: { to: [${BO}, ${ADELINE}] }) { totalCount }`],
    ['where.between', `relationships(where: { between: [${ADA}, ${BO}, ${ADELINE}] }) { totalCount }`],
    ['where.from', `entity(id: ${BO}) { relationships(where: { from: [${ADELINE}] }) { totalCount } }`],
    ['to', `paths(from: ${CY}, to: ${ADELINE}) { truncated }`],
    ['from', `paths(from: ${ADELINE}, to: ${BO}, mode: EARLIEST_ARRIVAL) { truncated }`],
    ['from', `paths(from: ${ADELINE}, to: ${ADELINE}) { truncated }`],
    ['avoid', `paths(from: ${CY}, to: ${BO}, avoid: [${ADELINE}]) { truncated }`],
    ['subject', `status(authority: ${CY}, subject: ${ADELINE}, regime: DESIGNATION) { state }`],
    ['authority', `status(authority: ${ADELINE}, subject: ${CY}, regime: DESIGNATION) { state }`],
    ['subject', `positions(subject: ${ADELINE}, regime: DESIGNATION) { rows { state } }`],
    ['entities', `changes(entities: [${ADELINE}, ${BO}], ${DAYS}) { truncated }`],
    ['between', `changes(between: [${ADELINE}, ${BO}, ${ADA}], ${DAYS}) { truncated }`],
  ])(
    'is no answer left out: where "%s" names it, the error names the other, in %s',
    async (argument, question) => {
      const { errors } = await service.ask(`{ ${question} }`);
      expect(errors).toMatchObject([
        {
          message: `Argument "${argument}": "${id('adeline')}" has been joined with "${id('ada')}". Use "${id('ada')}".`,
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ]);
    },
  );
});
