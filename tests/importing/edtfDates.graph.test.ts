import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/importing/importFiles.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { addDays } from '../../src/time/day.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { fileOf } from './importerLaws.ts';

const DATASET = { id: 'test-edtf', coding: 'HUMAN' } as const;

/** Texts with their four days: begin from and to, end from and to. */
const DATED: readonly [
  edtf: string,
  earliest: string,
  beginLatest: string,
  endEarliest: string,
  latest: string,
][] = [
  ['194X-35', '1940-07-01', '1949-09-30', '1940-07-01', '1949-09-30'],
  ['18XX-23', '1800-09-01', '1899-11-30', '1800-09-01', '1899-11-30'],
  ['191X-24', '1910-12-01', '1920-02-29', '1910-12-01', '1920-02-29'],
  ['1871-X0', '1871-10-01', '1871-10-31', '1871-10-01', '1871-10-31'],
  ['1872-X0-07', '1872-10-07', '1872-10-07', '1872-10-07', '1872-10-07'],
  ['1873-11-3X', '1873-11-30', '1873-11-30', '1873-11-30', '1873-11-30'],
  ['2001-29', '2001-09-01', '2001-11-30', '2001-09-01', '2001-11-30'],
  ['2003-40', '2003-01-01', '2003-06-30', '2003-01-01', '2003-06-30'],
  ['1870S2', '1800-01-01', '1899-12-31', '1800-01-01', '1899-12-31'],
  ['[1901-1X,1905-21]', '1901-10-01', '1905-05-31', '1901-10-01', '1905-05-31'],
  ['1881-X0-07/1882-02-X9', '1881-10-07', '1881-10-07', '1882-02-09', '1882-02-19'],
  ['199X-33/2005-38', '1990-01-01', '1999-03-31', '2005-05-01', '2005-08-31'],
  ['188X?', '1880-01-01', '1889-12-31', '1880-01-01', '1889-12-31'],
  ['1891-~06-XX', '1891-06-01', '1891-06-30', '1891-06-01', '1891-06-30'],
];

const SOURCE = {
  ...{ id: 'source:test-edtf', title: 'Dates', publisher: 'Press' },
  ...{ published: '2020-01-01', read: '2020-01-02' },
};
const PARTICIPANTS = ['edtf-a', 'edtf-b'].map((entity) => ({ role: 'PARTY', entity }));
const idOf = (place: number) => `event:test-edtf-${place}`;

let service: TestService;
beforeAll(async () => {
  service = await startService();
  const lines = [
    { entity: { id: 'edtf-a', kind: 'COUNTRY', name: 'A' } },
    { entity: { id: 'edtf-b', kind: 'COUNTRY', name: 'B' } },
    { source: SOURCE },
    ...DATED.map(([date], place) => ({
      event: {
        ...{ id: idOf(place), type: 'MET', summary: `A and B meet: ${date}.`, participants: PARTICIPANTS },
        reports: [{ source: SOURCE.id, date, locator: `p${place}` }],
      },
    })),
  ];
  const report = await importFiles(intoGraph(service.graph, DATASET), jsonl, {
    ...{ files: [await fileOf(lines.map((line) => JSON.stringify(line)).join('\n'))], dataset: DATASET.id },
    ...{ limit: Infinity, asIs: false, strict: true, restart: true, onProgress: () => undefined },
  });
  expect(report.created).toBe(DATED.length);
});
afterAll(async () => {
  await removeDataset(service.graph, DATASET.id);
  await service.close();
});

/** The events that are found in the period, from the first day to the last. */
async function found(first: string, last: string, certainty: 'POSSIBLE' | 'CERTAIN'): Promise<string[]> {
  const { events } = await service.data(
    `query ($where: EventFilter) { events(where: $where, first: 200) { edges { node { id } } } }`,
    { where: { datasets: [DATASET.id], during: { from: first, to: addDays(last, 1) }, certainty } },
  );
  return events.edges.map(({ node }: any) => node.id).toSorted();
}

const idsWhere = (holds: (row: (typeof DATED)[number]) => boolean) =>
  DATED.flatMap((row, place) => (holds(row) ? [idOf(place)] : [])).toSorted();
const isCertain = ([edtf]: (typeof DATED)[number]) => !/[?~%]/.test(edtf);

describe('Dates with unspecified digits and parts of years', () => {
  test('have their four days, and come back as they are written', async () => {
    for (const [place, [edtf, earliest, beginLatest, endEarliest, latest]] of DATED.entries()) {
      const { event } = await service.data(
        `query ($id: ID!) { event(id: $id) {
          date { edtf earliest beginLatest endEarliest latest qualified }
          reports { date { edtf earliest latest } }
        } }`,
        { id: idOf(place) },
      );
      const qualified = !isCertain(DATED[place]!);
      expect(event).toEqual({
        date: { edtf, earliest, beginLatest, endEarliest, latest, qualified },
        reports: [{ date: { edtf, earliest, latest } }],
      });
    }
  });

  test('are possible from the first of their days to the last, on each and no further', async () => {
    const days = new Set(
      DATED.flatMap(([, earliest, , , latest]) =>
        [earliest, latest].flatMap((day) => [-1, 0, 1].map((by) => addDays(day, by))),
      ),
    );
    for (const day of days) {
      const possible = idsWhere(([, earliest, , , latest]) => earliest <= day && day <= latest);
      expect([day, await found(day, day, 'POSSIBLE')]).toEqual([day, possible]);
    }
  });

  test('are certain in a period that leaves none of their days out, and in no shorter one', async () => {
    for (const [, , beginLatest, endEarliest] of DATED) {
      const isLong = beginLatest < endEarliest;
      const firsts = [endEarliest, addDays(endEarliest, 1)];
      const lasts = [beginLatest, addDays(beginLatest, -1)];
      // What certainly went on from one day to another is tried on days.
      const periods = isLong
        ? [...firsts, ...lasts].map((day) => [day, day] as const)
        : firsts.flatMap((first) => lasts.map((last) => [first, last] as const));
      for (const [first, last] of periods.filter(([first, last]) => first <= last)) {
        const certain = idsWhere((row) => isCertain(row) && row[2] <= last && row[3] >= first);
        expect([first, last, await found(first, last, 'CERTAIN')]).toEqual([first, last, certain]);
      }
    }
  });
});
