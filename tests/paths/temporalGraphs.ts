import fc from 'fast-check';
import type { Direction } from '../../src/paths/edgeRules.ts';
import type { TemporalEdges } from '../../src/paths/temporalEdges.ts';
import { type TemporalEdgeRow, TemporalEdgesBuilder } from '../../src/paths/temporalEdgesBuilder.ts';
import { addDays, type Day } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';

/** Small graphs live in the first days of 1970, whose epoch days are small numbers. */
export const LAST_SMALL_DAY = 7;

export function dayOf(number: number): Day {
  return addDays('1970-01-01', number);
}

export function edgesOf(rows: readonly TemporalEdgeRow[]): TemporalEdges {
  const builder = new TemporalEdgesBuilder();
  for (const row of rows) builder.add(row);
  return builder.build();
}

export type Dates = Pick<TemporalEdgeRow, 'earliest' | 'beginLatest' | 'endEarliest' | 'latest'>;

const number = fc.integer({ min: 0, max: LAST_SMALL_DAY });

const exactDay = number.map(onDay);
const someDay = fc.tuple(number, number).map((days) => someDayOf(...ordered(days)));
const span = fc.tuple(number, number, number, number).map((days) => {
  const [a, b, c, d] = ordered(days);
  return { earliest: a, beginLatest: b, endEarliest: c, latest: d };
});
/** Of which neither end is known, so that it may have begun after the day on which it may have ended. */
const vagueSpan = fc.tuple(number, number, number, number).map((days) => {
  const [a, b, c, d] = ordered(days);
  return { earliest: a, beginLatest: c, endEarliest: b, latest: d };
});

export const anyDates: fc.Arbitrary<Dates> = fc.oneof(
  { weight: 4, arbitrary: exactDay },
  { weight: 2, arbitrary: someDay },
  span,
  vagueSpan,
);

export function onDay(day: number): Dates {
  return someDayOf(day, day);
}

export function someDayOf(first: number, last: number): Dates {
  return { earliest: first, beginLatest: last, endEarliest: first, latest: last };
}

function ordered<T extends number[]>(days: T): T {
  return days.toSorted((a, b) => a - b) as T;
}

const ENTITIES = ['a', 'b', 'c', 'd', 'e'];
const entity = fc.constantFrom(...ENTITIES);

/** Few entities, days and events, so that ties, loops, parallel relationships and shared events abound. */
const anyRow = fc
  .record({
    ends: fc.tuple(entity, entity),
    type: fc.constantFrom('MET', 'URGED'),
    event: fc.integer({ min: 0, max: 7 }),
    level: fc.constantFrom('NAMED' as const, 'PRINCIPAL' as const),
    qualified: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    known: fc.tuple(number, number).map(ordered),
    until: rarely(
      fc.tuple(number, number).map(([possibly, certainly]) => ({ possibly, certainly })),
      2,
    ),
    sources: fc.subarray(['source:1', 'source:2', 'source:3'], { minLength: 1 }),
    datasets: fc.subarray(['one', 'two'], { minLength: 1 }),
    codings: fc.subarray(['HUMAN', 'MACHINE'], { minLength: 1 }),
  })
  .map(({ ends: [from, to], type, event, level, qualified, known, until, ...origin }) => ({
    ...{ from, to, type, level, qualified, until, event: `event:${event}`, ...origin },
    symmetric: type === 'MET',
    asOfPossibly: known[0],
    asOfCertainly: known[1],
  }));

/** Relationships of one event share its dates. */
export const anyRows: fc.Arbitrary<TemporalEdgeRow[]> = fc
  .tuple(
    fc.array(anyRow, { minLength: 1, maxLength: 12 }),
    fc.array(anyDates, { minLength: 8, maxLength: 8 }),
  )
  .map(([rows, dates]) => rows.map((row) => ({ ...row, ...dates[Number(row.event.slice(6))]! })));

export interface SmallQuestion {
  readonly from: string;
  readonly to: string;
  readonly certainty: Certainty;
  readonly direction: Direction;
  readonly during?: { readonly from: Day; readonly to: Day };
  readonly types?: readonly string[];
  readonly levels?: readonly ('NAMED' | 'PRINCIPAL')[];
  readonly knownBy?: Day;
  readonly sources?: readonly string[];
  readonly minSources?: number;
  readonly datasets?: readonly string[];
  readonly coding?: readonly ('HUMAN' | 'MACHINE')[];
  readonly avoid?: readonly string[];
}

/** Mostly with few conditions, as many together leave no path. */
export const anyQuestion: fc.Arbitrary<SmallQuestion> = fc
  .record(
    {
      from: fc.constantFrom('a', 'b'),
      to: fc.constantFrom('d', 'e'),
      certainty: fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
      direction: fc.constantFrom('FORWARD' as const, 'BACKWARD' as const, 'EITHER' as const),
      during: rarely(
        fc
          .tuple(number, fc.integer({ min: 1, max: 8 }))
          .map(([first, days]) => ({ from: dayOf(first), to: dayOf(first + days) })),
        2,
      ),
      types: rarely(fc.constantFrom(['MET'], ['URGED'], ['MET', 'URGED']), 6),
      levels: rarely(fc.constantFrom(['NAMED' as const], ['PRINCIPAL' as const]), 9),
      knownBy: rarely(number.map(dayOf), 6),
      sources: rarely(fc.constantFrom(['source:1'], ['source:2', 'source:3']), 6),
      minSources: rarely(fc.constantFrom(1, 2), 6),
      datasets: rarely(fc.constantFrom(['one'], ['one', 'two']), 6),
      coding: rarely(fc.constantFrom(['HUMAN' as const], ['MACHINE' as const]), 6),
      avoid: rarely(fc.constantFrom(['c'], ['unheard-of']), 6),
    },
    { noNullPrototype: true },
  )
  .map((question) => {
    const given = Object.entries(question).filter(([, value]) => value !== null);
    return Object.fromEntries(given) as unknown as SmallQuestion;
  });

function rarely<T>(arbitrary: fc.Arbitrary<T>, freq: number): fc.Arbitrary<T | null> {
  return fc
    .option(arbitrary, { nil: null, freq: 1 })
    .chain((value) => fc.integer({ min: 1, max: freq }).map((draw) => (draw === 1 ? value : null)));
}

/** A row of an event of its own, unless another is named. */
export function rowOf(
  from: string,
  to: string,
  dates: Dates,
  more: Partial<TemporalEdgeRow> = {},
): TemporalEdgeRow {
  return {
    ...{ from, to, type: 'URGED', symmetric: false, level: 'NAMED' as const, qualified: false },
    ...{ event: `event:${from}-${to}`, sources: ['source:1'], datasets: ['one'], codings: ['HUMAN'] },
    ...{ asOfPossibly: 0, asOfCertainly: 0, until: null },
    ...dates,
    ...more,
  };
}
