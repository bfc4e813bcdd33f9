import { describe, expect, test } from '@jest/globals';
import { breaksIfRetracted } from '../../src/reasoning/status/breaksIfRetracted.ts';
import { statusOn } from '../../src/reasoning/status/statusOn.ts';
import type { StatusState } from '../../src/reasoning/status/statusState.ts';
import { about, type Asked, corpusEvents, corpusReported } from './statusCorpus.ts';

const russiaLists: Asked = { authority: 'russia', subject: 'taliban', regime: 'DESIGNATION' };
const kazakhstanLists: Asked = { ...russiaLists, authority: 'kazakhstan' };
const unLists: Asked = {
  ...russiaLists,
  authority: 'un-security-council',
  list: 'un-security-council-sanctions-list',
};
const russiaRecognizes: Asked = { authority: 'russia', subject: 'taliban', regime: 'RECOGNITION' };
const by2025: Asked = { ...russiaRecognizes, knownBy: '2025-01-01' };

const afghanistanObserves: Asked = {
  authority: 'shanghai-cooperation-organization',
  subject: 'afghanistan',
  regime: 'OBSERVERSHIP',
};

const EXPECTED: readonly [string, Asked, string, StatusState][] = [
  ["Russia's designation before 2003", russiaLists, '2002-06-30', 'NOT_IN_FORCE'],
  ["Russia's designation within 2003", russiaLists, '2003-06-30', 'POSSIBLE'],
  ["Russia's designation after 2003", russiaLists, '2010-01-01', 'IN_FORCE'],
  ["Russia's designation in early 2022", russiaLists, '2022-01-01', 'IN_FORCE'],
  ["Russia's designation after the decision to end it", russiaLists, '2024-10-05', 'IN_FORCE'],
  ["Russia's designation on the eve of its suspension", russiaLists, '2025-04-16', 'IN_FORCE'],
  ["Russia's designation since its suspension", russiaLists, '2026-01-01', 'SUSPENDED'],
  ["Kazakhstan's designation in late 2023", kazakhstanLists, '2023-11-15', 'POSSIBLE'],
  ["Kazakhstan's designation after late 2023", kazakhstanLists, '2024-06-01', 'LIFTED'],
  ["the UN's list before any text observes it", unLists, '2020-01-01', 'NO_RECORD'],
  ["the UN's list on the eve of the day that a text observes", unLists, '2024-11-24', 'NO_RECORD'],
  ["the UN's list once a text has observed it", unLists, '2025-06-10', 'IN_FORCE'],
  ["Russia's recognition in October 2024", russiaRecognizes, '2024-10-05', 'NOT_IN_FORCE'],
  ["Russia's recognition the day before", russiaRecognizes, '2025-07-02', 'NOT_IN_FORCE'],
  ["Russia's recognition the day after", russiaRecognizes, '2025-07-04', 'IN_FORCE'],
  [
    "Pakistan's recognition before Russia's",
    { ...russiaRecognizes, authority: 'pakistan' },
    '2025-07-02',
    'NOT_IN_FORCE',
  ],
  ["Russia's recognition as known by 2025, in 2024", by2025, '2024-10-05', 'NOT_IN_FORCE'],
  ["Russia's recognition as known by 2025, the day after", by2025, '2025-07-04', 'NOT_IN_FORCE'],
  [
    "Russia's recognition as known by 2020",
    { ...russiaRecognizes, knownBy: '2020-01-01' },
    '2024-10-05',
    'NO_RECORD',
  ],
  ["Afghanistan's observership before it was granted", afghanistanObserves, '2012-06-06', 'NO_RECORD'],
  ["Afghanistan's observership before the Taliban took power", afghanistanObserves, '2019-01-01', 'IN_FORCE'],
  [
    "Afghanistan's observership on the day of a summit that it missed",
    afghanistanObserves,
    '2021-09-09',
    'IN_FORCE',
  ],
  ["Afghanistan's observership in the year after", afghanistanObserves, '2022-06-01', 'DISPUTED'],
  ["Afghanistan's observership two years later", afghanistanObserves, '2023-01-01', 'DISPUTED'],
  ["Afghanistan's observership when a text misses it", afghanistanObserves, '2024-11-25', 'DISPUTED'],
  ["Afghanistan's observership by Putin's words", afghanistanObserves, '2026-01-15', 'IN_FORCE'],
  ["Peru's designation", { ...russiaLists, authority: 'peru' }, '2024-10-05', 'NO_RECORD'],
  ["Peru's recognition", { ...russiaRecognizes, authority: 'peru' }, '2024-10-05', 'NOT_IN_FORCE'],
];

describe('the corpus', () => {
  test.each(EXPECTED)('on %s', (_, asked, day, state) => {
    expect(statusOn(day, corpusEvents(asked)).state).toBe(state);
  });

  test('shows the removal that Russia has decided as announced, not as done', () => {
    const { announced, evidence, since, disputed } = statusOn('2024-10-05', corpusEvents(russiaLists));
    expect(announced).toMatchObject([
      { event: 'event:russian-ministries-propose-delisting', date: { edtf: '2024-05-27' } },
      { event: 'event:russia-decides-to-delist-taliban', intends: 'DELISTED', isCertain: true },
      { event: 'event:russian-foreign-ministry-announces-delisting-decision', date: { edtf: '2024-10-04' } },
    ]);
    expect(evidence[0]).toMatchObject({
      event: 'event:taliban-designated-by-russia',
      effect: 'OPENS',
      bearing: 'FOR',
    });
    expect(evidence.map(({ event }) => event)).not.toContain('event:russia-delists-taliban');
    expect(since).toMatchObject({ edtf: '2003', disputed: false });
    expect(disputed).toEqual([]);
  });

  test("dates the end of Kazakhstan's designation to December 2023", () => {
    expect(statusOn('2024-06-01', corpusEvents(kazakhstanLists)).since).toMatchObject({
      edtf: '[2023-12-01..2023-12-29]',
    });
  });

  test('dates what is only observed to the observation or before it', () => {
    expect(statusOn('2025-06-10', corpusEvents(unLists)).since).toMatchObject({ edtf: '[..2024-11-25]' });
  });

  test('cites the text that says no country had recognized the Taliban', () => {
    const { evidence } = statusOn('2024-10-05', corpusEvents(russiaRecognizes));
    expect(evidence).toContainEqual(
      expect.objectContaining({
        event: 'event:no-country-recognizes-taliban',
        bearing: 'AGAINST',
        isGeneral: true,
        sources: expect.arrayContaining(['source:delisting-decision-2024']),
      }),
    );
  });

  test("rests Kazakhstan's delisting on no single source, as several date it", () => {
    expect(breaksIfRetracted('2023-11-15', about(kazakhstanLists), corpusReported())).toEqual([]);
    expect(breaksIfRetracted('2024-06-01', about(kazakhstanLists), corpusReported())).toEqual([]);
  });

  test("rests the suspension of Russia's designation on no single source", () => {
    expect(breaksIfRetracted('2025-04-18', about(russiaLists), corpusReported())).toEqual([]);
  });

  test("rests Russia's recognition on no single source, as two date it", () => {
    expect(breaksIfRetracted('2025-07-04', about(russiaRecognizes), corpusReported())).toEqual([]);
  });
});
