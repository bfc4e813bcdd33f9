import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { getNamedType, type GraphQLObjectType, isLeafType } from 'graphql';
import { buildSchema } from '../../src/api/schema.ts';
import { stated, type Table } from '../../src/record/attribute.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { EVENT } from '../../src/record/event.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE } from '../../src/record/source.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { exportText, exportTexts } from '../exporting/exportText.ts';
import { dataset, entity, event, part, PREFIX, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { startService, type TestService } from '../setup/testService.ts';

/** Records that state all that their tables have. Whoever adds an attribute states it here. */
const ORGAN = entity('organ', {
  ...{ kind: 'ORGANIZATION', aliases: ['The organ'], description: 'An organ.', group: true },
  ...{ existed: '1994/..', partOf: `${PREFIX}ada`, identifiers: [{ scheme: 'wikidata', value: 'Q1' }] },
  countries: ['france'],
});
const PAGE = source('gazette', {
  ...{ author: 'Somebody', url: 'https://example.org/', role: 'CONTEXT', retracted: '2099-01-01' },
  ...{ publishedBasis: 'Its header.', titled: false, basedOn: [`source:${PREFIX}herald`] },
  ...{ entries: 2, unread: ['XXi.002'] },
});
const SAID = report('gazette', {
  ...{
    stance: 'EXPECTS',
    wording: 'early May',
    attributedTo: `${PREFIX}organ`,
    confidence: 60,
    key: 'rows:1',
  },
  ...{ basis: 'the agency dates it', basedOn: [`source:${PREFIX}herald`] },
  participants: [part('AGENT', 'organ', 'ada'), part('TARGET', 'bo')],
});
const TOLD = event('talks', {
  ...{ post: 'secretary', intends: 'DELISTED', cameo: '024', plover: 'REQUEST:change', closeness: 'broad' },
  ...{ topics: ['trade'], places: ['Kabul'], figures: [{ what: 'dead', value: 0 }] },
  ...{ partOf: [`event:${PREFIX}summit`], follows: [`event:${PREFIX}appeal`] },
  reports: [SAID, report('herald')],
});
const RICH = dataset('rich', {
  entities: [entity('ada'), entity('bo'), ORGAN],
  sources: [PAGE, source('herald')],
  events: [event('summit'), event('appeal'), TOLD],
});

interface Shown {
  readonly table: Table;
  readonly record: object;
  /** The question that answers the record's object. */
  readonly asked: (fields: string) => string;
  readonly answer: (data: any) => any;
  readonly file: string;
  /** What has a table of its own, or none. */
  readonly notInCsv: readonly string[];
}

const SHOWN: Readonly<Record<string, Shown>> = {
  Entity: {
    ...{ table: ENTITY, record: ORGAN, file: 'entities.csv', notInCsv: [] },
    asked: (fields) => `{ entity(id: "${ORGAN.id}") { ${fields} } }`,
    answer: ({ entity }) => entity,
  },
  Source: {
    ...{ table: SOURCE, record: PAGE, file: 'sources.csv', notInCsv: ['publishedBasis'] },
    asked: (fields) => `{ source(id: "${PAGE.id}") { ${fields} } }`,
    answer: ({ source }) => source,
  },
  Event: {
    ...{ table: EVENT, record: TOLD, file: 'events.csv', notInCsv: ['partOf', 'follows', 'participants'] },
    asked: (fields) => `{ event(id: "${TOLD.id}") { ${fields} } }`,
    answer: ({ event }) => event,
  },
  Report: {
    ...{ table: REPORT, record: SAID, file: 'reports.csv', notInCsv: ['date'] },
    asked: (fields) => `{ event(id: "${TOLD.id}") { reports { ${fields} } } }`,
    answer: ({ event }) => event.reports[0],
  },
};

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await loadDataset(service.graph, RICH);
});
afterAll(async () => {
  await clear(service.graph, 'rich');
  await service.close();
});

describe.each(Object.entries(SHOWN))('Every attribute of a record, once it is stated: %s', (type, shown) => {
  const { table, record, asked, answer, file, notInCsv } = shown;
  // The event's participants by this report are answered with the event.
  const names = Object.keys(table.attributes).filter((name) => type !== 'Report' || name !== 'participants');

  test('is stated in this test', () => {
    expect(Object.keys(stated(table, record))).toEqual(Object.keys(table.attributes));
  });

  test.each(names)('%s is answered by GraphQL', async (name) => {
    const fields = (buildSchema().getType(type) as GraphQLObjectType).getFields();
    expect(fields).toHaveProperty(name);
    const { [name]: value } = answer(await service.data(asked(`${name} ${below(fields[name]!.type)}`)));
    expect([value].flat()).not.toEqual([]);
    expect(value).not.toBeNull();
  });

  test('is a column of a table', async () => {
    const texts = await exportTexts('csv', { graph: service.graph, filter: null });
    const [columns = []] = parse(texts[file]!, { to: 1 });
    for (const name of names.filter((one) => !notInCsv.includes(one))) expect(columns).toContain(name);
  });
});

test('An export as jsonl states each attribute that the records state', async () => {
  const lines = (await exportText('jsonl', { graph: service.graph, filter: null }))
    .split('\n')
    .filter((line) => line.includes(PREFIX))
    .map((line) => JSON.parse(line));
  const recordOf = (kind: string, { id }: { id: string }) => lines.find((one) => one[kind]?.id === id)[kind];
  expect(recordOf('entity', ORGAN)).toEqual(stated(ENTITY, ORGAN));
  expect(recordOf('source', PAGE)).toEqual(stated(SOURCE, PAGE));
  const { reports, ...told } = recordOf('event', TOLD);
  expect([...Object.keys(told), 'reports'].sort()).toEqual(Object.keys(EVENT.attributes).sort());
  // The participants that all reports share may stand with the event, whichever report named them.
  const inReports = new Set(reports.flatMap(Object.keys));
  expect([...inReports].sort()).toEqual(Object.keys(REPORT.attributes).sort());
});

/** The fields below an object: all that have a value by themselves, or the one within. */
function below(type: Parameters<typeof getNamedType>[0]): string {
  const named = getNamedType(type);
  if (named === undefined || isLeafType(named)) return '';
  const fields = Object.values((named as GraphQLObjectType).getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  return `{ ${leaves.join(' ')} }`;
}
