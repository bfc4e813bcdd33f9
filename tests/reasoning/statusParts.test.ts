import { describe, expect, test } from '@jest/globals';
import {
  type ReportedEvent,
  statusEvents,
  type StatusSubject,
} from '../../src/reasoning/status/regimeEvent.ts';
import { statusChanges } from '../../src/reasoning/status/statusChanges.ts';
import { statusOn } from '../../src/reasoning/status/statusOn.ts';
import type { EventType } from '../../src/ontology/lookups.ts';
import { AFTER_ALL } from './counting.ts';

const DESIGNATION: StatusSubject = {
  ...{ authority: 'a', kind: 'COUNTRY', subject: 's', regime: 'DESIGNATION', list: null },
};
const POST: StatusSubject = { ...DESIGNATION, authority: 'office', kind: 'ORGANIZATION', regime: 'POST' };

/** What one source says, with its participants: `LIST one`. */
function said(
  type: EventType,
  date: string,
  participants: string,
  post: string | null = null,
): ReportedEvent {
  const id = `${type} ${date} ${participants}`;
  const keys = participants.split(', ');
  const reports = [
    { source: id, stance: 'AFFIRMS' as const, date, published: AFTER_ALL, participants: keys },
  ];
  return { id, type, intends: null, post, reports };
}

function listed(type: EventType, date: string, list?: string): ReportedEvent {
  return said(type, date, `AGENT a, TARGET s${list === undefined ? '' : `, LIST ${list}`}`);
}

function statesOn(day: string, status: StatusSubject, events: readonly ReportedEvent[]) {
  const { state, parts } = statusOn(day, statusEvents(status, events));
  return [state, Object.fromEntries(parts.map((part) => [part.name ?? '', part.state]))];
}

describe('Two lists of one authority', () => {
  const lists = [listed('DESIGNATED', '2001', 'one'), listed('DESIGNATED', '2002', 'two')];

  test('are separate: who is taken off one stays on the other', () => {
    const events = [...lists, listed('DELISTED', '2005', 'one')];
    expect(statesOn('2010-01-01', DESIGNATION, events)).toEqual([
      'IN_FORCE',
      { one: 'LIFTED', two: 'IN_FORCE' },
    ]);
    const alone = (list: string) => statesOn('2010-01-01', { ...DESIGNATION, list }, events)[0];
    expect([alone('one'), alone('two'), alone('three')]).toEqual(['LIFTED', 'IN_FORCE', 'NO_RECORD']);
  });

  test('are in force since the first of those began that have been in force without a break', () => {
    const given = statusEvents(DESIGNATION, [
      listed('DESIGNATED', '2001', 'one'),
      listed('DESIGNATED', '2004', 'two'),
      listed('DELISTED', '2005', 'one'),
    ]);
    expect(statusOn('2010-01-01', given).since).toMatchObject({ edtf: '2001' });
    expect(statusOn('2010-01-01', given).parts.map(({ since }) => since?.edtf)).toEqual(['2005', '2004']);
  });

  test('may each be ended by what names none', () => {
    const events = [...lists, listed('DELISTED', '2005')];
    expect(statesOn('2010-01-01', DESIGNATION, events)).toEqual([
      'POSSIBLE',
      { one: 'POSSIBLE', two: 'POSSIBLE' },
    ]);
    expect(statesOn('2004-01-01', DESIGNATION, events)[0]).toBe('IN_FORCE');
  });

  test('are both denied by an absence that names none', () => {
    expect(statesOn('2010-01-01', DESIGNATION, [...lists, listed('DOES_NOT_LIST', '2006')])).toEqual([
      'NOT_IN_FORCE',
      { one: 'NOT_IN_FORCE', two: 'NOT_IN_FORCE' },
    ]);
  });

  test('are lifted if both are', () => {
    const events = [...lists, listed('DELISTED', '2005', 'one'), listed('DELISTED', '2007', 'two')];
    expect(statesOn('2006-01-01', DESIGNATION, events)[0]).toBe('IN_FORCE');
    expect(statesOn('2010-01-01', DESIGNATION, events)[0]).toBe('LIFTED');
  });
});

describe('A list that is part of another', () => {
  const wholes = new Map([
    ['one', 'whole'],
    ['two', 'whole'],
  ]);
  const asked = { ...DESIGNATION, wholes };

  test('is what others mean who name the whole', () => {
    const events = [
      listed('DESIGNATED', '2001', 'one'),
      listed('LISTS', '2003', 'whole'),
      listed('DELISTED', '2005', 'one'),
    ];
    expect(statesOn('2004-01-01', asked, events)).toEqual(['IN_FORCE', { one: 'IN_FORCE' }]);
    expect(statesOn('2010-01-01', asked, events)).toEqual(['LIFTED', { one: 'LIFTED' }]);
    expect(statesOn('2010-01-01', DESIGNATION, events)[0]).toBe('IN_FORCE');
  });

  test('counts for a question about the whole', () => {
    const events = [
      listed('DESIGNATED', '2001', 'one'),
      listed('DESIGNATED', '2002', 'two'),
      listed('DESIGNATED', '2003', 'apart'),
      listed('DELISTED', '2005', 'one'),
      listed('DELISTED', '2006', 'apart'),
    ];
    const of = (list: string, day: string) => statesOn(day, { ...asked, list }, events);
    expect(of('whole', '2010-01-01')).toEqual(['IN_FORCE', { one: 'LIFTED', two: 'IN_FORCE' }]);
    expect(of('one', '2010-01-01')).toEqual(['LIFTED', { one: 'LIFTED' }]);
    expect(of('apart', '2010-01-01')[0]).toBe('LIFTED');
  });
});

test('What names no list concerns the only list that is known', () => {
  const events = [listed('DESIGNATED', '2001', 'one'), listed('DELISTED', '2005')];
  expect(statesOn('2010-01-01', DESIGNATION, events)).toEqual(['LIFTED', { one: 'LIFTED' }]);
  expect(statesOn('2010-01-01', { ...DESIGNATION, list: 'one' }, events)[0]).toBe('LIFTED');
  expect(statesOn('2010-01-01', { ...DESIGNATION, list: 'two' }, events)[0]).toBe('NO_RECORD');
});

test('Two posts in one body are separate, whatever the case of their names', () => {
  const holds = (type: EventType, date: string, post: string) =>
    said(type, date, 'AGENT s, TARGET office', post);
  const events = [
    holds('HOLDS_POST', '2012/2024-05-12', 'Minister'),
    holds('RESIGNED', '2024-05-12', 'minister'),
    holds('HOLDS_POST', '2024-11-25', 'Secretary'),
  ];
  expect(statesOn('2024-12-01', POST, events)).toEqual([
    'IN_FORCE',
    { Minister: 'LIFTED', Secretary: 'IN_FORCE' },
  ]);
});

test('Two posts together began when the first did, or on a day before if that may be', () => {
  const holds = (type: EventType, date: string, post: string) =>
    said(type, date, `AGENT s, TARGET office`, post);
  const heir = said('SUCCEEDED', '2024-05-12', 'AGENT s, TARGET elder, OFFICE office', 'Secretary');
  const sinceOf = (date: string) => {
    const events = [holds('HOLDS_POST', date, 'Minister'), heir];
    const { since, parts } = statusOn('2022-01-01', statusEvents(POST, events));
    expect(parts.find(({ name }) => name === 'Minister')?.since).toEqual(since);
    return since?.edtf;
  };
  expect(sinceOf('2012-11-06')).toBe('[..2012-11-06]');
  expect(sinceOf('2012-11-06/2024-05-12')).toBe('2012-11-06');
});

test("A successor ends the predecessor's post", () => {
  const events = [
    said('HOLDS_POST', '2018', 'AGENT s, TARGET office', 'envoy'),
    said('SUCCEEDED', '2021-10-19', 'AGENT heir, TARGET s, OFFICE office', 'envoy'),
  ];
  const of = (subject: string) => statesOn('2022-01-01', { ...POST, subject }, events)[0];
  expect([of('s'), of('heir')]).toEqual(['LIFTED', 'IN_FORCE']);
});

test('Of those for whom others act, an opening tells nothing of the time before', () => {
  const status: StatusSubject = { ...DESIGNATION, regime: 'ACCREDITATION', subject: 'state' };
  const events = [said('ACCEPTED_AMBASSADOR', '2024', 'AGENT a, TARGET movement state')];
  expect(statesOn('2020-01-01', status, events)[0]).toBe('NO_RECORD');
  expect(statesOn('2020-01-01', { ...status, subject: 'movement' }, events)[0]).toBe('NOT_IN_FORCE');
  expect(statesOn('2025-01-01', status, events)[0]).toBe('IN_FORCE');
  const ever = { from: '1000-01-01', to: '2026-01-01' };
  expect(statusChanges(statusEvents(status, events), ever)).toEqual([]);
});
