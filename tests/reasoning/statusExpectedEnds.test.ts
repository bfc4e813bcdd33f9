import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { Stance } from '../../src/ontology/stances.ts';
import type { RegimeEvent } from '../../src/reasoning/status/regimeEvent.ts';
import { statusChanges } from '../../src/reasoning/status/statusChanges.ts';
import { stateOn, statusOn } from '../../src/reasoning/status/statusOn.ts';
import { addDays } from '../../src/time/day.ts';
import { ofRegime } from './ofRegime.ts';
import { ASKED, regimeEvents } from './statusArbitraries.ts';

type Said = readonly [stance: Stance, date: string, published: string];

function event(id: string, type: EventType, ...said: readonly Said[]): RegimeEvent {
  const reports = said.map(([stance, date, day], index) => {
    return { source: `${id}-${index}`, stance, date, published: { earliest: day, latest: day } };
  });
  return ofRegime({ id, type, reports });
}

const LISTED = event('listed', 'DESIGNATED', ['AFFIRMS', '2020-01-01', '2020-01-02']);
const END = event('end', 'DELISTED', ['EXPECTS', '2024-06-30', '2020-01-02']);

function statesOf(events: readonly RegimeEvent[], ...days: readonly string[]) {
  return days.map((day) => stateOn(day, events));
}

describe('An end that is only expected', () => {
  test('leaves the state open once its day has passed without news', () => {
    expect(statesOf([LISTED, END], '2024-06-30', '2024-07-01', '2030-01-01')).toEqual([
      'IN_FORCE',
      'POSSIBLE',
      'POSSIBLE',
    ]);
  });

  test('is cited with those who expect it from the day on which it leaves the state open', () => {
    expect(statusOn('2024-06-30', [LISTED, END]).evidence).toHaveLength(1);
    expect(statusOn('2024-07-01', [LISTED, END])).toMatchObject({
      state: 'POSSIBLE',
      lastEvidence: { edtf: '2020-01-01' },
      evidence: [
        { event: 'listed', bearing: 'FOR' },
        { event: 'end', effect: 'CLOSES', bearing: 'AGAINST', sources: ['end-0'] },
      ],
    });
  });

  test('is a change on the day after', () => {
    const changes = statusChanges([LISTED, END], { from: '2024-01-01', to: '2025-01-01' });
    expect(changes).toMatchObject([
      { from: 'IN_FORCE', to: 'POSSIBLE', date: { edtf: '2024-07-01' }, causes: ['end'] },
    ]);
  });

  test('can be that of a term of office, told beside its begin', () => {
    const term = event(
      'term',
      'LISTS',
      ['AFFIRMS', '2020-01-01/..', '2020-02-01'],
      ['EXPECTS', '2020-01-01/2024-06-30', '2020-02-01'],
    );
    expect(statesOf([term], '2024-06-30', '2024-07-01')).toEqual(['IN_FORCE', 'POSSIBLE']);
  });

  test('is nothing where something later tells what became of it', () => {
    const observed = event('observed', 'LISTS', ['AFFIRMS', '2024-09-01', '2024-09-01']);
    expect(statesOf([LISTED, END, observed], '2024-07-01', '2025-01-01')).toEqual(['IN_FORCE', 'IN_FORCE']);
    const ended = event('ended', 'DELISTED', ['AFFIRMS', '2024-09-01', '2024-09-01']);
    expect(statesOf([LISTED, END, ended], '2024-07-01', '2025-01-01')).toEqual(['IN_FORCE', 'LIFTED']);
    const again = event('again', 'DESIGNATED', ['AFFIRMS', '2024-09-01', '2024-09-01']);
    expect(statesOf([LISTED, END, again], '2024-07-01', '2025-01-01')).toEqual(['POSSIBLE', 'IN_FORCE']);
  });

  test('is nothing where a source denies it after its day; before it, the denial is an expectation too', () => {
    const denied = (day: string) =>
      event('end', 'DELISTED', ['EXPECTS', '2024-06-30', '2020-01-02'], ['DENIES', '2024-06-30', day]);
    expect(statesOf([LISTED, denied('2024-08-01')], '2024-09-01')).toEqual(['IN_FORCE']);
    expect(statesOf([LISTED, denied('2024-05-01')], '2024-09-01')).toEqual(['POSSIBLE']);
  });

  test('passes with the latest day that any source expects, and never without one', () => {
    const later = event('end', 'DELISTED', ...END.reports.map(saidOf), ['EXPECTS', '2025', '2024-01-01']);
    expect(statesOf([LISTED, later], '2025-12-31', '2026-01-01')).toEqual(['IN_FORCE', 'POSSIBLE']);
    const open = event('end', 'DELISTED', ['EXPECTS', '[2024-06-30..]', '2020-01-02']);
    expect(statesOf([LISTED, open], '2090-01-01')).toEqual(['IN_FORCE']);
  });

  test('is of its own list', () => {
    const one = { ...LISTED, names: ['one'] };
    const two = { ...LISTED, id: 'two', names: ['two'] };
    expect(statesOf([one, two, { ...END, names: ['one'] }], '2025-01-01')).toEqual(['IN_FORCE']);
    expect(statesOf([one, { ...END, names: ['two'] }], '2025-01-01')).toEqual(['IN_FORCE']);
    expect(statesOf([one, { ...END, names: ['one'] }], '2025-01-01')).toEqual(['POSSIBLE']);
  });

  test('settles nothing: it changes a settled state to POSSIBLE, and only after its last day', () => {
    fc.assert(
      fc.property(
        regimeEvents(3),
        fc.constantFrom(...ASKED),
        fc.constantFrom(...ASKED),
        (given, day, last) => {
          const end = event('end', 'DELISTED', ['EXPECTS', last, '2020-01-02']);
          const [without, within] = [stateOn(day, given), stateOn(day, [...given, end])];
          if (day <= last) expect(within).toBe(without);
          else expect([without, 'POSSIBLE']).toContain(within);
        },
      ),
    );
  });

  test('of a day on which nothing is in force changes nothing', () => {
    expect(statesOf([END], '2025-01-01')).toEqual(['NO_RECORD']);
    const lifted = event('lifted', 'DELISTED', ['AFFIRMS', '2022', '2022-12-31']);
    expect(statesOf([LISTED, lifted, END], addDays('2024-06-30', 1))).toEqual(['LIFTED']);
  });
});

function saidOf({ stance, date, published }: RegimeEvent['reports'][number]): Said {
  return [stance, date, published.earliest];
}
