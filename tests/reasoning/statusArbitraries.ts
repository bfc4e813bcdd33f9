import fc from 'fast-check';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { RegimeEvent, RegimeReport } from '../../src/reasoning/status/regimeEvent.ts';
import type { Publication } from '../../src/reasoning/publication.ts';
import { addDays, type Day } from '../../src/time/day.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { daysFrom } from '../time/arbitraries.ts';
import { AFTER_ALL } from './counting.ts';
import { ofRegime } from './ofRegime.ts';

/** Every day of the small histories, and some before and after them. */
export const ASKED: readonly Day[] = daysFrom('2023-12-30', '2024-01-09');

const day = fc.integer({ min: 0, max: 5 }).map((days) => addDays('2024-01-01', days));

/** A day of one week, or some day from one to another. */
const moment = fc.tuple(day, fc.integer({ min: 0, max: 4 })).map(([first, width]) => {
  const last = addDays(first, width);
  return width === 0 ? first : `[${first}..${last > '2024-01-07' ? '2024-01-07' : last}]`;
});

/** Dates within the week, few enough to try every completion of several. */
export const weekDate: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 8, arbitrary: moment },
    { weight: 2, arbitrary: fc.tuple(moment, moment).map(([begin, end]) => `${begin}/${end}`) },
    { weight: 1, arbitrary: moment.map((begin) => `${begin}/..`) },
    { weight: 1, arbitrary: day.map((each) => `${each}~`) },
  )
  .filter(isDate);

/** After everything, or within the week, from one day to another. */
export const published: fc.Arbitrary<Publication> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(AFTER_ALL) },
  fc.tuple(day, fc.integer({ min: 0, max: 3 })).map(([earliest, width]) => {
    return { earliest, latest: addDays(earliest, width) };
  }),
);

/** One type for each effect. */
export const DESIGNATION_TYPES: readonly EventType[] = [
  'DESIGNATED',
  'SUSPENDED_DESIGNATION',
  'RESUMED_DESIGNATION',
  'DELISTED',
  'LISTS',
  'DOES_NOT_LIST',
];

const type = fc.constantFrom(...DESIGNATION_TYPES);

function report(stances: readonly RegimeReport['stance'][]): fc.Arbitrary<RegimeReport> {
  return fc.record({
    source: fc.constantFrom('s1', 's2', 's3', 's4'),
    stance: fc.constantFrom(...stances),
    date: weekDate,
    published,
  });
}

/** Events of a week that sources may date differently, deny or only expect. */
export function regimeEvents(maxEvents: number): fc.Arbitrary<RegimeEvent[]> {
  const reports = fc
    .tuple(
      report(['AFFIRMS']),
      fc.array(report(['AFFIRMS', 'AFFIRMS', 'DENIES', 'EXPECTS']), { maxLength: 2 }),
    )
    .map(([first, rest]) => [first, ...rest]);
  return fc.array(fc.tuple(type, reports, fc.boolean()), { maxLength: maxEvents }).map((events) =>
    events.map(([each, said, general], index) =>
      ofRegime({
        id: `e${index}`,
        type: each,
        isGeneral: general && each === 'DOES_NOT_LIST',
        reports: said,
      }),
    ),
  );
}

function isDate(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}
