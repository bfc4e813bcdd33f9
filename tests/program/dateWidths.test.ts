import { expect, test } from '@jest/globals';
import { datedEvents, widthTable } from '../../src/program/dateWidths.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';

const corpus = await readCorpus();
const [first] = corpus.events;

/** A dataset of one source, read on the last day of 2025, with an event for each date that it affirms. */
function dataset(...affirmed: readonly string[]): DatasetRecord {
  const source = { ...corpus.sources[0]!, published: '2025-12-31', retracted: null };
  return {
    id: 'small',
    entities: [],
    sources: [source],
    events: affirmed.map((date, index) => ({
      ...first!,
      id: `event:e${index}`,
      reports: [{ ...first!.reports[0]!, source: source.id, stance: 'AFFIRMS', date }],
    })),
  };
}

test.each([
  ['2025-07-03', 'one day', false],
  ['2025-07', 'up to a month', false],
  ['2025', 'up to a year', false],
  ['[2023-01-05..2025-07-03]', 'over a year', false],
  ['[..2025-07-03]', 'open', false],
  ['2025-07-03/..', 'one day', true],
  ['2025-07/..', 'up to a month', true],
  ['2025-07-03/2025', 'up to a year', true],
  ['/2025-07-03', 'open', true],
])('%s is %s wide', (date, width, lasts) => {
  expect(datedEvents(dataset(date))).toMatchObject([{ width, lasts }]);
});

test('What a source expects has no place, and what it affirms ends with its publication', () => {
  const { events, ...rest } = dataset('2025-07-03', '[2025-12-01..2026-12-31]');
  const [expected, affirmed] = events;
  const reports = expected!.reports.map((report) => ({ ...report, stance: 'EXPECTS' as const }));
  expect(datedEvents({ ...rest, events: [{ ...expected!, reports }, affirmed!] })).toMatchObject([
    { id: 'event:e1', width: 'up to a month' },
  ]);
});

test('The table counts each event once', () => {
  expect(
    widthTable(dataset('2025-07-03', '2025-07-04', '[..2025-07-03]', '2025-07-03/..')).split('\n'),
  ).toEqual([
    'Affirmed events by the width of their dates   of a day   lasting',
    '  one day                                            2         1',
    '  up to a month                                      0         0',
    '  up to a year                                       0         0',
    '  over a year                                        0         0',
    '  open                                               1         0',
  ]);
});
