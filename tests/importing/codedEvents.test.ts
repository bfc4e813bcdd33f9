import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codedEvents } from '../../src/importing/coded/codedEvents.ts';
import type { CodedRow } from '../../src/importing/coded/codedRow.ts';
import { arbitraryRows, codedRow } from './codedRows.ts';

const DAY = '2001-01-01';
const [TUVALU, NAURU, COUNCIL, ANNA] = [0, 1, 2, 3];
const MAPPED = { dataset: 'test', asIs: false, scheme: 'test' };
const AS_IS = { ...MAPPED, asIs: true };

const row = (line: number, agent: number, code: string, target: number) =>
  codedRow(line, DAY, agent, code, target);

/** Each event as its type, its code, its participants and its rows' keys. */
function eventsOf(rows: readonly CodedRow[], coding = MAPPED) {
  return codedEvents(rows, coding).events.map(({ type, cameo, participants, reports }) => [
    `${type} ${cameo ?? ''}`,
    participants.map(({ role, entity }) => `${role} ${entity}`).join(', '),
    reports.map(({ key }) => key).join(' '),
  ]);
}

describe('Coded rows of one day', () => {
  test('of both directions of a meeting are one event, with a report for each', () => {
    const { events, merged } = codedEvents(
      [row(2, TUVALU, '040', NAURU), row(3, NAURU, '040', TUVALU)],
      MAPPED,
    );
    expect(merged).toBe(1);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: 'event:test-14',
      type: 'MET',
      cameo: '040',
      closeness: 'exact',
      summary: 'Tuvalu met Nauru',
      reports: [
        { key: 'test:14', locator: '2', date: DAY, stance: 'AFFIRMS' },
        { key: 'test:21', locator: '3', date: DAY, stance: 'AFFIRMS' },
      ],
    });
  });

  test('of a visit paid and the same visit received are one event, the visit paid; a return visit is another', () => {
    const rows = [row(2, NAURU, '043', TUVALU), row(3, TUVALU, '042', NAURU), row(4, NAURU, '042', TUVALU)];
    const both = 'PARTY nauru, PARTY tuvalu';
    expect(eventsOf(rows)).toEqual([
      ['MET 042', both, 'test:14 test:21'],
      ['MET 042', both, 'test:28'],
    ]);
    const [first, second] = codedEvents(rows, MAPPED).events;
    expect(first?.summary).toBe('Tuvalu visited Nauru');
    expect(second?.summary).toBe('Nauru visited Tuvalu');
  });

  test('of different codes stay different events', () => {
    expect(eventsOf([row(2, TUVALU, '040', NAURU), row(3, NAURU, '041', TUVALU)])).toHaveLength(2);
  });

  test('of what is not symmetric stay one event each, even where they say the same', () => {
    const rows = [row(2, ANNA, '051', NAURU), row(3, NAURU, '051', ANNA), row(4, ANNA, '051', NAURU)];
    expect(eventsOf(rows)).toEqual([
      ['PRAISED 051', 'AGENT test-3, TARGET nauru', 'test:14'],
      ['PRAISED 051', 'AGENT nauru, TARGET test-3', 'test:21'],
      ['PRAISED 051', 'AGENT test-3, TARGET nauru', 'test:28'],
    ]);
  });

  test('say what they cannot be mapped to in the words of their code', () => {
    const { events } = codedEvents([row(2, COUNCIL, '090', ANNA)], MAPPED);
    expect(events[0]).toMatchObject({ type: 'CODED', cameo: '090' });
    expect(events[0]).not.toHaveProperty('closeness');
    expect(events[0]?.summary).toBe('Fishing Council toward Anna Example: code 090');
  });

  test('of an intention to meet name the act that is to come', () => {
    const { events } = codedEvents([row(2, TUVALU, '036', NAURU), row(3, TUVALU, '030', NAURU)], MAPPED);
    expect(events.map(({ intends }) => intends)).toEqual(['MET', null]);
  });

  test('of an entity and itself are skipped', () => {
    const { events, entities, skipped } = codedEvents([row(2, ANNA, '051', ANNA)], MAPPED);
    expect({ events, entities, skipped }).toEqual({
      events: [],
      entities: [],
      skipped: { 'an entity acts toward itself': 1 },
    });
  });

  test('with a key that another has already are faults', () => {
    const again = { ...row(3, ANNA, '051', NAURU), key: '14' };
    const { events, faults } = codedEvents([row(2, ANNA, '051', NAURU), again], MAPPED);
    expect(events).toHaveLength(1);
    expect(faults).toEqual([
      { file: 'rows', line: 3, column: null, message: 'line 2 has its key 14 already' },
    ]);
  });

  test('are each a directed CODED event where they are taken as they are', () => {
    expect(eventsOf([row(2, TUVALU, '040', NAURU), row(3, NAURU, '040', TUVALU)], AS_IS)).toEqual([
      ['CODED 040', 'AGENT tuvalu, TARGET nauru', 'test:14'],
      ['CODED 040', 'AGENT nauru, TARGET tuvalu', 'test:21'],
    ]);
  });
});

describe('Whatever the rows of a day', () => {
  test('each makes exactly one report, unless it is skipped or faulty', () => {
    fc.assert(
      fc.property(arbitraryRows(1), fc.boolean(), (rows, asIs) => {
        const repeated = [...rows, ...rows.slice(0, 2)];
        const { events, skipped, faults, merged } = codedEvents(repeated, { ...MAPPED, asIs });
        const keys = events.flatMap(({ reports }) => reports.map(({ key }) => key));
        const left = Object.values(skipped).reduce((sum, count) => sum + count, 0) + faults.length;
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length + left).toBe(repeated.length);
        expect(merged).toBe(keys.length - events.length);
      }),
    );
  });

  test('their order makes no difference to the events', () => {
    fc.assert(
      fc.property(
        arbitraryRows(1).chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const sorted = (of: readonly CodedRow[]) =>
            [...codedEvents(of, MAPPED).events].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(sorted(shuffled)).toEqual(sorted(rows));
        },
      ),
    );
  });

  test('turning all the rows of symmetric codes around makes no difference but to their wording', () => {
    const turned = ({ agent, target, code, ...rest }: CodedRow): CodedRow => {
      const isTurned = ['040', '041', '042', '043', '057', '152', '193'].includes(code);
      const mirrored = { '042': '043', '043': '042' }[code] ?? code;
      return isTurned
        ? { ...rest, agent: target, target: agent, code: mirrored }
        : { ...rest, agent, target, code };
    };
    fc.assert(
      fc.property(arbitraryRows(1), (rows) => {
        const summaries = (of: readonly CodedRow[]) =>
          codedEvents(of, MAPPED).events.map(({ id, type, participants, reports }) => ({
            id,
            type,
            participants,
            reports,
          }));
        expect(summaries(rows.map(turned))).toEqual(summaries(rows));
      }),
    );
  });

  test('events have ids and participants of their own, and everything that they refer to comes with them', () => {
    fc.assert(
      fc.property(arbitraryRows(1), fc.boolean(), (rows, asIs) => {
        const { events, entities, sources } = codedEvents(rows, { ...MAPPED, asIs });
        const ids = events.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^event:[a-z0-9]+(-[a-z0-9]+)*$/);
        const named = events.flatMap(({ participants }) => participants.map(({ entity }) => entity));
        const cited = events.flatMap(({ reports }) => reports.map(({ source }) => source));
        expect(new Set(named)).toEqual(new Set(entities.map(({ id }) => id)));
        expect(new Set(cited)).toEqual(new Set(sources.map(({ id }) => id)));
      }),
    );
  });
});
