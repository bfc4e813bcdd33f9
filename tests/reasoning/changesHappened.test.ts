import { describe, expect, test } from '@jest/globals';
import type { Coding } from '../../src/ontology/codings.ts';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { Stance } from '../../src/ontology/stances.ts';
import { KnownPeriod, statusesBecameKnown } from '../../src/reasoning/changes/becameKnown.ts';
import { eventsHappened } from '../../src/reasoning/changes/happened.ts';
import { type FullEvent, statusHistories } from '../../src/reasoning/changes/histories.ts';
import type { Knowledge } from '../../src/reasoning/countsBy.ts';

interface Said {
  readonly date: string;
  readonly published?: string;
  readonly stance?: Stance;
  readonly coding?: Coding;
  readonly participants?: string;
}

let count = 0;

/** An event by the reports of its sources, with participants such as `AGENT a, TARGET s`. */
function event(
  type: EventType,
  participants: string,
  said: readonly Said[],
  post: string | null = null,
): FullEvent {
  const id = `${type} ${(count += 1)}`;
  return {
    ...{ id, type, intends: null, post },
    reports: said.map(
      ({ date, published = '2030-01-01', stance = 'AFFIRMS', coding = 'HUMAN', ...own }, i) => {
        const day = { earliest: published, latest: published };
        return {
          ...{ source: `${id}-${i}`, stance, date, coding, locator: '', published: day },
          participants: (own.participants ?? participants).split(', '),
          validity: { published: day, retracted: null },
        };
      },
    ),
  };
}

const CONCERN = { entities: new Set(['a', 's']), between: null };
const NOW: Knowledge = { knownBy: null, certainty: 'POSSIBLE' };
const JUNE = { from: '2024-06-01', to: '2024-07-01' };

const historiesOf = (events: readonly FullEvent[]) =>
  statusHistories(events, CONCERN, null, (id) => ({
    kind: id === 'a' ? 'COUNTRY' : 'ACTOR',
    ...{ isGroup: false, existed: null },
  }));

function happenedIn(events: readonly FullEvent[], knowledge = NOW): [string, boolean][] {
  const happened = eventsHappened(events, historiesOf(events), CONCERN, JUNE, knowledge);
  return happened.map(({ id, isCertain }) => [id, isCertain]);
}

const listed = (date: string, list: string) =>
  event('DESIGNATED', `AGENT a, TARGET s, LIST ${list}`, [{ date }]);
const observed = (date: string, list: string) =>
  event('LISTS', `AGENT a, TARGET s, LIST ${list}`, [{ date }]);

describe('An observation', () => {
  test('is a change of its own list, whatever is known of another', () => {
    const [act, same, other] = [
      listed('2020', 'one'),
      observed('2024-06-05', 'one'),
      observed('2024-06-05', 'two'),
    ];
    expect(happenedIn([act, same, other])).toEqual([[other.id, false]]);
  });

  test('is a change of its own post', () => {
    const holds = (date: string, post: string) => event('HOLDS_POST', 'AGENT s, TARGET a', [{ date }], post);
    const [deputy, minister] = [holds('2020-01-01', 'deputy'), holds('2024-06-05', 'minister')];
    expect(happenedIn([deputy, minister])).toEqual([[minister.id, false]]);
  });

  test('repeats what is so before the period, if it may be older than the period', () => {
    const [act, later] = [listed('2020', 'one'), observed('[..2024-06-05]/..', 'one')];
    expect(happenedIn([act, later])).toEqual([]);
  });

  test('repeats what an act of the same day brings about', () => {
    const [act, same] = [listed('2024-06-05', 'one'), observed('2024-06-05', 'one')];
    expect(happenedIn([act, same])).toEqual([[act.id, true]]);
  });

  test('does not repeat what only a program has read, unless that counts', () => {
    const act = event('DESIGNATED', 'AGENT a, TARGET s', [{ date: '2020', coding: 'MACHINE' }]);
    const seen = event('LISTS', 'AGENT a, TARGET s', [{ date: '2024-06-05' }]);
    expect(happenedIn([act, seen])).toEqual([[seen.id, false]]);
    expect(happenedIn([act, seen], { ...NOW, coding: ['HUMAN', 'MACHINE'] })).toEqual([]);
  });
});

describe('A status becomes known differently', () => {
  const EVER = new KnownPeriod({ from: '0001-01-01', to: '2026-01-02' }, NOW);
  const revisions = (...events: readonly FullEvent[]) =>
    statusesBecameKnown(historiesOf(events), EVER).map(({ from, to, day }) => [from, to, day]);

  test('by a report that names the list', () => {
    const one = event('DESIGNATED', 'AGENT a, TARGET s, LIST one', [
      { date: '2001', published: '2002-01-01' },
    ]);
    const ended = event('DELISTED', 'AGENT a, TARGET s, LIST one', [
      { date: '2005', published: '2006-01-01' },
    ]);
    const other = event('DESIGNATED', 'AGENT a, TARGET s', [
      { date: '2003', published: '2006-01-01' },
      { date: '2003', published: '2010-01-01', participants: 'AGENT a, TARGET s, LIST two' },
    ]);
    expect(revisions(one, ended, other)).toContainEqual(['LIFTED', 'IN_FORCE', '2010-01-01']);
  });

  test('by an end that is expected, and by its denial after its day', () => {
    const act = event('DESIGNATED', 'AGENT a, TARGET s', [{ date: '2020', published: '2020-12-31' }]);
    const end = event('DELISTED', 'AGENT a, TARGET s', [
      { date: '2024-06-30', published: '2021-05-05', stance: 'EXPECTS' },
      { date: '2024-06-30', published: '2021-06-06', stance: 'DENIES' },
      { date: '2024-06-30', published: '2025-05-05', stance: 'DENIES' },
    ]);
    expect(revisions(act, end)).toEqual([
      ['NO_RECORD', 'IN_FORCE', '2020-12-31'],
      ['IN_FORCE', 'POSSIBLE', '2021-05-05'],
      ['POSSIBLE', 'IN_FORCE', '2025-05-05'],
    ]);
  });
});
