import { describe, expect, test } from '@jest/globals';
import { type EventType, ANNOUNCING_TYPES, regimeTypes } from '../../src/ontology/lookups.ts';
import type { RegimeEvent, RegimeReport } from '../../src/reasoning/status/regimeEvent.ts';
import { statusChanges } from '../../src/reasoning/status/statusChanges.ts';
import { stateOn, statusOn } from '../../src/reasoning/status/statusOn.ts';
import type { StatusState } from '../../src/reasoning/status/statusState.ts';
import { AFTER_ALL } from './counting.ts';
import { ofRegime } from './ofRegime.ts';

type Said =
  [EventType, string] | [EventType, string, 'GENERAL'] | [EventType, string, RegimeReport['stance'], string];

/** What is said of one event by each of its sources, in order. */
function events(...said: Said[]): RegimeEvent[] {
  return said.map(([type, date, stance, other], index) =>
    ofRegime({
      id: `e${index}`,
      type,
      intends: ANNOUNCING_TYPES.includes(type) ? 'DELISTED' : null,
      isGeneral: stance === 'GENERAL',
      reports: [
        { source: `a${index}`, stance: 'AFFIRMS', date, published: AFTER_ALL },
        ...(other === undefined || stance === 'GENERAL'
          ? []
          : [{ source: `b${index}`, stance: stance!, date: other, published: AFTER_ALL }]),
      ],
    }),
  );
}

const CASES: readonly [string, RegimeEvent[], Record<string, StatusState>][] = [
  ['nothing is known', [], { '2020-01-01': 'NO_RECORD' }],
  [
    'an act counts from its own day on',
    events(['DESIGNATED', '2020-05-05'], ['DELISTED', '2021-05-05']),
    {
      '2020-05-04': 'NOT_IN_FORCE',
      '2020-05-05': 'IN_FORCE',
      '2021-05-04': 'IN_FORCE',
      '2021-05-05': 'LIFTED',
    },
  ],
  [
    'a closing without a known opening implies one on an unknown day',
    events(['DELISTED', '2020-05-05']),
    { '1950-01-01': 'POSSIBLE', '2020-05-04': 'POSSIBLE', '2020-05-05': 'LIFTED' },
  ],
  [
    'an observation in force says nothing of the days before it',
    events(['LISTS', '2020-05-05']),
    { '2020-05-04': 'NO_RECORD', '2020-05-05': 'IN_FORCE', '2030-01-01': 'IN_FORCE' },
  ],
  [
    'an observation in force before the first known opening shows an earlier one',
    events(['LISTS', '2020'], ['DESIGNATED', '2022']),
    { '2019-12-31': 'NO_RECORD', '2021-01-01': 'IN_FORCE', '2023-01-01': 'IN_FORCE' },
  ],
  [
    'an observation that may be of a day before the opening is taken to be of one after it',
    events(['LISTS', '2003/2017'], ['DESIGNATED', '2003']),
    { '2002-12-31': 'NOT_IN_FORCE', '2003-06-30': 'POSSIBLE', '2003-12-31': 'IN_FORCE' },
  ],
  [
    'an absence says nothing of the days before it',
    events(['DOES_NOT_RECOGNIZE', '2021-08/..']),
    {
      '2021-07-31': 'NO_RECORD',
      '2021-08-15': 'POSSIBLE',
      '2021-09-01': 'NOT_IN_FORCE',
      '2024-10-05': 'NOT_IN_FORCE',
    },
  ],
  [
    'what is observed as absent is absent until something opens, and was before the first known opening',
    events(['DOES_NOT_RECOGNIZE', '[2024-10-04..2025-07-02]'], ['RECOGNIZED', '2025-07-03']),
    { '2000-01-01': 'NOT_IN_FORCE', '2024-10-05': 'NOT_IN_FORCE', '2025-07-03': 'IN_FORCE' },
  ],
  [
    'an absence that may be of a day after the opening is taken to be of one before it',
    events(['DOES_NOT_RECOGNIZE', '[2024-10-04..2026-12-31]'], ['RECOGNIZED', '2025-07-03']),
    { '2025-07-02': 'NOT_IN_FORCE', '2025-07-04': 'IN_FORCE', '2027-01-01': 'IN_FORCE' },
  ],
  [
    'it was opened on an unknown day between an absence and an observation in force',
    events(['DOES_NOT_LIST', '2010-01-01'], ['LISTS', '2020-01-01']),
    {
      '2010-01-01': 'NOT_IN_FORCE',
      '2010-01-02': 'POSSIBLE',
      '2019-12-31': 'POSSIBLE',
      '2020-01-01': 'IN_FORCE',
    },
  ],
  [
    'it ended on an unknown day between an opening and an absence',
    events(['DESIGNATED', '2010-01-01'], ['DOES_NOT_LIST', '2020-01-01']),
    { '2010-01-01': 'IN_FORCE', '2015-01-01': 'POSSIBLE', '2020-01-01': 'NOT_IN_FORCE' },
  ],
  [
    'it was opened again on an unknown day between a closing and an observation in force',
    events(['DESIGNATED', '2000'], ['DELISTED', '2010'], ['LISTS', '2020-01-01']),
    { '2015-01-01': 'POSSIBLE', '2020-01-01': 'IN_FORCE' },
  ],
  [
    'an absence does not undo what a closing or a suspension says',
    events(['DELISTED', '2010'], ['DOES_NOT_LIST', '2020']),
    { '2021-01-01': 'LIFTED' },
  ],
  [
    'of vague observations for and against, either may come last',
    events(['LISTS', '2020'], ['DOES_NOT_LIST', '2020']),
    { '2019-12-31': 'NO_RECORD', '2020-06-01': 'POSSIBLE', '2021-01-01': 'POSSIBLE' },
  ],
  [
    'observations for and against of one day contradict each other until something changes',
    events(['LISTS', '2020-01-01'], ['DOES_NOT_LIST', '2020-01-01'], ['DELISTED', '2022-01-01']),
    { '2020-01-01': 'DISPUTED', '2021-01-01': 'DISPUTED', '2022-01-01': 'LIFTED' },
  ],
  [
    'what is said to have lasted without a break contradicts a closing within it',
    events(['LISTS', '2003/2020'], ['DELISTED', '2010-05-05']),
    {
      '2004-01-01': 'IN_FORCE',
      '2010-05-05': 'DISPUTED',
      '2015-01-01': 'DISPUTED',
      '2025-01-01': 'LIFTED',
    },
  ],
  [
    'what is said to have lasted is over after its end',
    events(['LISTS', '2003/2010-05-05']),
    { '2005-01-01': 'IN_FORCE', '2010-05-04': 'IN_FORCE', '2010-05-05': 'LIFTED', '2020-01-01': 'LIFTED' },
  ],
  [
    'what lasted, and went on in another span, is not over between the two',
    events(['LISTS', '2003/2010-05-05'], ['LISTS', '2010-05-05/2015-05-05']),
    { '2010-05-05': 'IN_FORCE', '2012-01-01': 'IN_FORCE', '2015-05-05': 'LIFTED' },
  ],
  [
    'an end that is not known comes by the last day that it may have',
    events(['LISTS', '2003/[2010..2012]']),
    { '2009-12-31': 'IN_FORCE', '2011-01-01': 'POSSIBLE', '2013-01-01': 'LIFTED' },
  ],
  [
    'what goes on lasts until something changes',
    events(['LISTS', '2003/..'], ['DELISTED', '2010-05-05']),
    { '2004-01-01': 'IN_FORCE', '2010-05-05': 'LIFTED' },
  ],
  [
    'a qualified date is never certain',
    events(['DESIGNATED', '2003~']),
    { '2002-01-01': 'POSSIBLE', '2003-06-01': 'POSSIBLE', '2010-01-01': 'POSSIBLE' },
  ],
  [
    'of two acts of one day the order is open',
    events(['LISTS', '2019'], ['DELISTED', '2020-01-01'], ['DESIGNATED', '2020-01-01']),
    { '2020-01-01': 'POSSIBLE', '2022-01-01': 'POSSIBLE' },
  ],
  [
    'an opening and a closing of one vague date come in the order that needs nothing unreported',
    events(['DESIGNATED', '2020'], ['DELISTED', '2020']),
    { '2019-12-31': 'NOT_IN_FORCE', '2020-06-01': 'POSSIBLE', '2021-01-01': 'LIFTED' },
  ],
  [
    'sources that give different dates dispute only the days between',
    events(['DESIGNATED', '2003-05-05', 'AFFIRMS', '2005-05-05']),
    { '2003-05-04': 'NOT_IN_FORCE', '2004-01-01': 'DISPUTED', '2005-05-05': 'IN_FORCE' },
  ],
  [
    'a source that denies an act disputes what follows from it',
    events(['DESIGNATED', '2003'], ['DELISTED', '2010', 'DENIES', '2010']),
    { '2009-01-01': 'IN_FORCE', '2011-01-01': 'DISPUTED' },
  ],
  [
    'a denial changes nothing where it makes no difference',
    events(['DESIGNATED', '2003'], ['LISTS', '2010', 'DENIES', '2010']),
    { '2011-01-01': 'IN_FORCE' },
  ],
  [
    'what nobody in particular has, an authority has not of which nothing else is known',
    events(['DOES_NOT_RECOGNIZE', '2024', 'GENERAL']),
    { '2023-12-31': 'NO_RECORD', '2024-06-01': 'POSSIBLE', '2030-01-01': 'NOT_IN_FORCE' },
  ],
  [
    'what nobody in particular has gives way to what is known of the authority itself',
    events(['RECOGNIZED', '2020'], ['DOES_NOT_RECOGNIZE', '2024-01-01', 'GENERAL']),
    { '2022-01-01': 'IN_FORCE', '2024-01-01': 'IN_FORCE' },
  ],
  [
    'what nobody in particular has narrows a vague opening',
    events(['RECOGNIZED', '[2021..2025]'], ['DOES_NOT_RECOGNIZE', '2024-01-01', 'GENERAL']),
    { '2023-01-01': 'NOT_IN_FORCE', '2024-06-01': 'POSSIBLE', '2026-01-01': 'IN_FORCE' },
  ],
];

describe('the status of one authority toward one subject', () => {
  test.each(CASES)('%s', (_, given, expected) => {
    const found = Object.keys(expected).map((day) => [day, stateOn(day, given)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('is not moved by what is only expected, denied or announced', () => {
    const [event] = events(['DESIGNATED', '2003']);
    const [announcement] = events(['ANNOUNCED_INTENTION', '2003']);
    for (const stance of ['EXPECTS', 'DENIES'] as const) {
      const given = [
        { ...event!, reports: [{ source: 'a', stance, date: '2003', published: AFTER_ALL }] },
        announcement!,
      ];
      expect(statusOn('2010-01-01', given)).toMatchObject({ state: 'NO_RECORD', evidence: [], since: null });
    }
  });

  test('is open where the evidence can be ordered in too many ways to try', () => {
    const verbs: EventType[] = ['DESIGNATED', 'DELISTED', 'SUSPENDED_DESIGNATION', 'RESUMED_DESIGNATION'];
    const years = [2003, 2009, 2001, 2011, 2005, 2007, 2010, 2002, 2012, 2004, 2008, 2006, 2013, 2000];
    const given = events(
      ...years.map((year, index): Said => [verbs[index % 4]!, `[${2000 - index}..${year + 10}]`]),
    );
    expect(stateOn('2005-01-01', given)).toBe('POSSIBLE');
  });
});

describe('since', () => {
  test.each([
    ['is the day of the opening', events(['DESIGNATED', '2003-05-05']), '2003-05-05'],
    ['is as vague as the opening', events(['DESIGNATED', '2003']), '2003'],
    ['is not moved by a repetition', events(['DESIGNATED', '2003'], ['DESIGNATED', '2005']), '2003'],
    ['is on or before an observation', events(['LISTS', '2003-05-05']), '[..2003-05-05]'],
    ['is the begin of a span', events(['LISTS', '2003/..']), '2003'],
    ['is on or before a span of unknown begin', events(['LISTS', '[..2003-05-05]/..']), '[..2003-05-05]'],
    [
      'is on or before an observation that is older than a span',
      events(['LISTS', '2003/..'], ['LISTS', '2001-01-01']),
      '[..2001-01-01]',
    ],
    [
      'lies between an absence and an observation',
      events(['DOES_NOT_LIST', '2002-12-31'], ['LISTS', '2003-12-31']),
      '2003',
    ],
    ['is the resumption', events(['SUSPENDED_DESIGNATION', '2003'], ['RESUMED_DESIGNATION', '2005']), '2005'],
  ])('%s', (_, given, edtf) => {
    expect(statusOn('2010-01-01', given).since).toMatchObject({ edtf, disputed: false });
  });

  test('spans the dates that sources dispute, and says so', () => {
    const { since } = statusOn('2010-01-01', events(['DESIGNATED', '2003-05-05', 'AFFIRMS', '2005-05-05']));
    expect(since).toMatchObject({ edtf: '[2003-05-05..2005-05-05]', disputed: true });
  });

  test('is not given for what has not been in force yet, nor for what is open', () => {
    const given = events(['DESIGNATED', '2003']);
    expect(statusOn('2002-01-01', given).since).toBeNull();
    expect(statusOn('2003-06-01', given).since).toBeNull();
  });
});

describe('the evidence', () => {
  test('is in order of time, and leaves out what came after the day', () => {
    const given = events(['DELISTED', '2020'], ['LISTS', '2010'], ['DESIGNATED', '2003'], ['LISTS', '2003']);
    const { evidence } = statusOn('2015-01-01', given);
    expect(evidence.map(({ event, effect, bearing }) => [event, effect, bearing])).toEqual([
      ['e2', 'OPENS', 'FOR'],
      ['e3', 'OBSERVES_IN_FORCE', 'FOR'],
      ['e1', 'OBSERVES_IN_FORCE', 'FOR'],
    ]);
  });

  test('holds what came first after the day, where the answer rests on it', () => {
    const given = events(['DESIGNATED', '2020'], ['DELISTED', '2022']);
    expect(statusOn('2015-01-01', given).evidence.map(({ event }) => event)).toEqual(['e0']);
  });

  test('names only the sources that affirm it', () => {
    const given = events(['DESIGNATED', '2003', 'DENIES', '2003']);
    expect(statusOn('2015-01-01', given).evidence).toMatchObject([{ sources: ['a0'] }]);
  });
});

describe('what is disputed', () => {
  test('names the readings of a date', () => {
    const { disputed } = statusOn('2010-01-01', events(['DESIGNATED', '2003', 'AFFIRMS', '2005']));
    expect(disputed).toMatchObject([
      { about: 'DATE', events: ['e0'], dates: [{ edtf: '2003' }, { edtf: '2005' }], sources: ['a0', 'b0'] },
    ]);
  });

  test('names who denies it', () => {
    const { disputed } = statusOn('2010-01-01', events(['DESIGNATED', '2003', 'DENIES', '2003']));
    expect(disputed).toEqual([{ about: 'HAPPENING', events: ['e0'], sources: ['b0'] }]);
  });

  test('names what cannot both be true', () => {
    const { disputed } = statusOn('2015-01-01', events(['LISTS', '2003/2020'], ['DELISTED', '2010']));
    expect(disputed).toEqual([{ about: 'CONTRADICTION', events: ['e0', 'e1'], sources: ['a0', 'a1'] }]);
  });
});

describe('what is announced', () => {
  const given = events(['DESIGNATED', '2003'], ['LEGISLATED', '2010'], ['DELISTED', '2012']);

  test('is shown from when it may have been announced until it is certainly done', () => {
    const shown = ['2009-12-31', '2010-06-01', '2011-01-01', '2012-06-01', '2012-12-31'].map((day) =>
      statusOn(day, given).announced.map(({ event, isCertain }) => [event, isCertain]),
    );
    expect(shown).toEqual([[], [['e1', false]], [['e1', true]], [['e1', true]], []]);
  });

  test('stays where the act was done only before it', () => {
    const again = events(['DELISTED', '2005'], ['ANNOUNCED_INTENTION', '2010']);
    expect(statusOn('2015-01-01', again).announced).toMatchObject([{ event: 'e1', intends: 'DELISTED' }]);
  });
});

describe('the changes', () => {
  const all = { from: '1900-01-01', to: '2100-01-01' };

  test('have the imprecise dates of what brought them about', () => {
    const given = events(['DESIGNATED', '2003'], ['LISTS', '2010'], ['DELISTED', '[2023-10..2023-12]']);
    expect(statusChanges(given, all)).toMatchObject([
      { from: 'NOT_IN_FORCE', to: 'IN_FORCE', date: { edtf: '2003' }, causes: ['e0'] },
      { from: 'IN_FORCE', to: 'LIFTED', date: { edtf: '[2023-10..2023-12]' }, causes: ['e2'] },
    ]);
  });

  test('may fall in the period', () => {
    const given = events(['DESIGNATED', '2003'], ['DELISTED', '[2023-10..2023-12]']);
    expect(statusChanges(given, { from: '2023-12-31', to: '2024-01-01' })).toMatchObject([{ to: 'LIFTED' }]);
    expect(statusChanges(given, { from: '2024-01-01', to: '2024-01-02' })).toEqual([]);
  });

  test('hold a closing whose opening is unknown, but not what is merely observed for the first time', () => {
    expect(statusChanges(events(['DELISTED', '2010']), all)).toMatchObject([
      { from: 'POSSIBLE', to: 'LIFTED', date: { edtf: '2010' } },
    ]);
    expect(statusChanges(events(['LISTS', '2010']), all)).toEqual([]);
    expect(statusChanges(events(['DOES_NOT_LIST', '2010']), all)).toEqual([]);
  });

  test('tell of an uncertain while that ends as it began', () => {
    const denied: Said = ['DELISTED', '2010-01-01', 'DENIES', '2010-01-01'];
    const given = events(['DESIGNATED', '2000'], denied, ['LISTS', '2020-01-01']);
    expect(statusChanges(given, all)).toMatchObject([
      { from: 'NOT_IN_FORCE', to: 'IN_FORCE', date: { edtf: '2000' } },
      { from: 'IN_FORCE', to: 'DISPUTED', date: { edtf: '2010-01-01' }, causes: ['e1'] },
      { from: 'DISPUTED', to: 'IN_FORCE', date: { edtf: '2020-01-01' }, causes: ['e2'] },
    ]);
    expect(statusOn('2020-01-01', given).since).toMatchObject({
      earliest: '2000-01-01',
      latest: '2020-01-01',
      disputed: true,
    });
  });
});

describe('the types of a regime', () => {
  test('are those of the table', () => {
    expect(regimeTypes('RECOGNITION')).toEqual([
      'RECOGNIZED',
      'WITHDREW_RECOGNITION',
      'RECOGNIZES',
      'DOES_NOT_RECOGNIZE',
    ]);
  });

  test('do not hold announcements, which may be of any', () => {
    expect(ANNOUNCING_TYPES).toEqual(['ANNOUNCED_INTENTION', 'LEGISLATED']);
  });
});
