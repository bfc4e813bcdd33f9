import fc from 'fast-check';
import { addDays, type Day } from '../../src/time/day.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { type BoundedDate, parseEdtf } from '../../src/time/parseEdtf.ts';

/** Any day of the calendar. */
export const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays('0001-01-01', days));

/** A day of some eight weeks around the end of a leap year's February: few enough to try every completion. */
export const nearDay = fc.integer({ min: 0, max: 55 }).map((days) => addDays('2024-01-29', days));

/** EDTF texts of every supported form, often close to each other. */
export const anyEdtf: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: edtfAround(nearDay) },
  { weight: 1, arbitrary: edtfAround(anyDay) },
);

/** EDTF dates whose every begin and end lies within a few months, so that their completions can be listed. */
export const smallDate: fc.Arbitrary<BoundedDate> = fc
  .tuple(fineMoment(nearDay), fc.option(fineMoment(nearDay), { nil: undefined }))
  .map(([begin, end]) => (end === undefined ? begin : `${begin}/${end}`))
  .filter(parses)
  .map(parseEdtf);

export const anyDate: fc.Arbitrary<BoundedDate> = anyEdtf.map(parseEdtf);

/** One begin and one end that a date allows. */
export interface Completion {
  begin: Day;
  end: Day;
}

/** Every begin and end that the date allows, by trying them all. */
export function completionsOf(date: BoundedDate): Completion[] {
  const begins = daysFrom(date.earliest, date.beginLatest);
  if (date.extent === 'DAY') return begins.map((day) => ({ begin: day, end: day }));
  const ends = daysFrom(date.endEarliest, date.latest);
  return begins.flatMap((begin) => ends.filter((end) => begin <= end).map((end) => ({ begin, end })));
}

export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function edtfAround(day: fc.Arbitrary<Day>): fc.Arbitrary<string> {
  const moment = fc.oneof(point(day), oneOf(day));
  const endpoint = fc.oneof({ weight: 4, arbitrary: moment }, fc.constantFrom('', '..'));
  const span = fc.tuple(endpoint, endpoint).map(([begin, end]) => `${begin}/${end}`);
  return fc.oneof(moment, span.filter(parses));
}

function fineMoment(day: fc.Arbitrary<Day>): fc.Arbitrary<string> {
  return fc.oneof(qualified(day), qualified(month(day)), setOf(day));
}

function point(day: fc.Arbitrary<Day>): fc.Arbitrary<string> {
  const year = day.map((each) => each.slice(0, 4));
  const season = fc.integer({ min: 21, max: 41 });
  const seasonOfYear = fc.tuple(year, season).map(([y, s]) => `${y}-${s}`);
  return fc.oneof(
    ...[day, month(day), year, seasonOfYear].map(qualified),
    unspecified(day),
    unspecified(month(day)),
    unspecified(year),
  );
}

function month(day: fc.Arbitrary<Day>): fc.Arbitrary<string> {
  return day.map((each) => each.slice(0, 7));
}

function qualified(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.constantFrom('', '', '', '~', '?', '%')).map((parts) => parts.join(''));
}

/** The text with its last digits, as many as drawn, turned to X, or with one of them alone. */
function unspecified(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.integer({ min: 1, max: 3 }), fc.boolean())
    .map(([each, count, isOne]) => {
      const from = each.length - count;
      const to = isOne ? from + 1 : each.length;
      return each.slice(0, from) + each.slice(from, to).replaceAll(/\d/g, 'X') + each.slice(to);
    })
    .filter(parses);
}

function oneOf(day: fc.Arbitrary<Day>): fc.Arbitrary<string> {
  return fc.constantFrom(4, 7, 10).chain((length) => {
    const text = day.map((each) => each.slice(0, length));
    const open = text.chain((each) => fc.constantFrom(`[..${each}]`, `[${each}..]`));
    return fc.oneof(setOf(text), open);
  });
}

function setOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, text, fc.constantFrom('..', ','))
    .map(([a, b, between]) => `[${[a, b].sort().join(between)}]`);
}

function parses(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}
