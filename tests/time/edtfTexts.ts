import fc from 'fast-check';

/**
 * EDTF texts beside the days that they allow, which are found by trying: every year, every day of the year, every
 * season. Nothing here is taken from src/time.
 */
export interface EdtfText {
  readonly text: string;
  /** Null if no day is allowed, or if an interval has no begin on or before its end. */
  readonly days: FourDays | null;
}

interface FourDays {
  readonly earliest: string;
  readonly beginLatest: string;
  readonly endEarliest: string;
  readonly latest: string;
}

/** The first and the last day. */
type Stretch = readonly [first: string, last: string];

interface Piece {
  readonly text: string;
  readonly stretch: Stretch | null;
}

/** Digits of which some are X. */
function masked(...bases: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...bases),
      fc.array(fc.constantFrom(false, false, true), { minLength: 4, maxLength: 4 }),
    )
    .map(([digits, hidden]) => Array.from(digits, (digit, i) => (hidden[i] ? 'X' : digit)).join(''));
}

const qualifier = fc.constantFrom('', '', '', '', '', '', '?', '~', '%');
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'));

const year = fc.oneof(
  masked('2004', '2003', '1900', '2000', '0001', '9999', '1999'),
  fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0')),
);
const month = fc.oneof(
  { weight: 6, arbitrary: masked(...numbers(1, 12)) },
  { weight: 3, arbitrary: masked(...numbers(21, 41)) },
  { weight: 1, arbitrary: masked('00', '13', '20', '42', '50') },
);
const day = fc.oneof(
  { weight: 9, arbitrary: masked(...numbers(1, 31)) },
  { weight: 1, arbitrary: masked('00', '30', '31', '32', '40') },
);

/** A year, with or without a month or a part of the year, with or without a day; each with qualifiers around it. */
const point: fc.Arbitrary<Piece> = fc
  .record({
    parts: fc.oneof(
      fc.tuple(year),
      { weight: 2, arbitrary: fc.tuple(year, month) },
      { weight: 4, arbitrary: fc.tuple(year, month, day) },
    ),
    around: fc.array(fc.tuple(qualifier, qualifier), { minLength: 3, maxLength: 3 }),
  })
  .map(({ parts, around }) => ({
    text: parts.map((part, i) => `${around[i]![0]}${part}${around[i]![1]}`).join('-'),
    stretch: stretchOf(parts),
  }));

const member: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 3, arbitrary: point },
  fc.tuple(point, point).map(([from, to]) => ({
    text: `${from.text}..${to.text}`,
    stretch: from.stretch && to.stretch && inOrder([from.stretch[0], to.stretch[1]]),
  })),
);

const set: fc.Arbitrary<Piece> = fc
  .record({
    members: fc.array(member, { minLength: 1, maxLength: 3 }),
    comma: fc.constantFrom(',', ', '),
    before: fc.constantFrom('', '', '..'),
    after: fc.constantFrom('', '', '..'),
  })
  .map(({ members, comma, before, after }) => {
    const days = members.flatMap(({ stretch }) => stretch ?? []).toSorted();
    const [first = '', last = ''] = [days[0], days.at(-1)];
    return {
      text: `[${before}${members.map(({ text }) => text).join(comma)}${after}]`,
      stretch: members.some(({ stretch }) => stretch === null)
        ? null
        : [before === '' ? first : FIRST, after === '' ? last : LAST],
    };
  });

const moment = fc.oneof({ weight: 3, arbitrary: point }, set);
const openEnd = fc.constantFrom('', '..');

/** Texts of every pattern: alone, as the ends of intervals, and as members of sets. */
export const anyText: fc.Arbitrary<EdtfText> = fc.oneof(
  {
    weight: 3,
    arbitrary: moment.map(({ text, stretch }) => ({ text, days: stretch && lasting(stretch, stretch) })),
  },
  fc.tuple(moment, moment).map(([begin, end]) => ({
    text: `${begin.text}/${end.text}`,
    days: begin.stretch && end.stretch && lasting(begin.stretch, end.stretch, true),
  })),
  fc.tuple(moment, openEnd).map(([begin, end]) => ({
    text: `${begin.text}/${end}`,
    days: begin.stretch && lasting(begin.stretch, end === '' ? [FIRST, LAST] : [LAST, LAST], true),
  })),
  fc.tuple(openEnd, moment).map(([begin, end]) => ({
    text: `${begin}/${end.text}`,
    days: end.stretch && lasting(begin === '' ? [FIRST, LAST] : [FIRST, FIRST], end.stretch, true),
  })),
);

const FIRST = '0001-01-01';
const LAST = '9999-12-31';

/** The four days. Nothing ends before it begins. */
function lasting(begin: Stretch, end: Stretch, isInterval = false): FourDays | null {
  if (isInterval && end[1] < begin[0]) return null;
  return {
    earliest: begin[0],
    beginLatest: isInterval && end[1] < begin[1] ? end[1] : begin[1],
    endEarliest: isInterval && end[0] < begin[0] ? begin[0] : end[0],
    latest: end[1],
  };
}

function inOrder([first, last]: Stretch): Stretch | null {
  return first <= last ? [first, last] : null;
}

const YEARS = Array.from({ length: 9999 }, (_, i) => String(i + 1).padStart(4, '0'));

/** All days of a common and of a leap year, as MM-DD. */
const [COMMON, LEAP] = [daysOfYear(2001), daysOfYear(2000)];

function daysOfYear(year: number): string[] {
  return Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString())
    .filter((text) => text.startsWith(String(year)))
    .map((text) => text.slice(5, 10));
}

/** By year: in a leap year, the 60th day is 29 February. */
const isLeap = new Map(
  YEARS.map((year) => {
    const sixtieth = new Date(Date.parse(`${year}-01-01T00:00:00Z`) + 59 * 86_400_000);
    return [year, sixtieth.getUTCDate() === 29];
  }),
);

/** By number, the months of each part of a year; from 13 on those of the next year. */
const MONTHS_OF_PARTS: Readonly<Record<string, readonly number[]>> = {
  ...{ 21: [3, 4, 5], 22: [6, 7, 8], 23: [9, 10, 11], 24: [12, 13, 14] },
  ...{ 25: [3, 4, 5], 26: [6, 7, 8], 27: [9, 10, 11], 28: [12, 13, 14] },
  ...{ 29: [9, 10, 11], 30: [12, 13, 14], 31: [3, 4, 5], 32: [6, 7, 8] },
  ...{ 33: [1, 2, 3], 34: [4, 5, 6], 35: [7, 8, 9], 36: [10, 11, 12] },
  ...{ 37: [1, 2, 3, 4], 38: [5, 6, 7, 8], 39: [9, 10, 11, 12] },
  ...{ 40: [1, 2, 3, 4, 5, 6], 41: [7, 8, 9, 10, 11, 12] },
};

/** The first and the last of all days that some digits in place of the X give. */
const stretchOf = remembering((parts: readonly string[]): Stretch | null => {
  const [year = '', month = 'XX', day] = parts;
  const isMonth = numbers(1, 12).some(fits(month));
  if (!isMonth && day !== undefined) return null;
  const days: string[] = [];
  for (const each of yearsLike(year)) {
    const found = isMonth ? daysLike(`${month}-${day ?? 'XX'}`, each) : daysOfParts(month, each);
    // The first and the last of a year are enough.
    if (found.length > 0) days.push(found[0]!, found.at(-1)!);
  }
  days.sort();
  return days.length === 0 ? null : [days[0]!, days.at(-1)!];
});

const yearsLike = remembering((pattern: string) => YEARS.filter(fits(pattern)));
const monthDaysLike = remembering((pattern: string) => {
  const [common, leap] = [COMMON, LEAP].map((all) => all.filter(fits(pattern)));
  return { common: common!, leap: leap! };
});
const partsLike = remembering((pattern: string) => Object.keys(MONTHS_OF_PARTS).filter(fits(pattern)));

function daysLike(pattern: string, year: string): string[] {
  const { common, leap } = monthDaysLike(pattern);
  const found = isLeap.get(year) === true ? leap : isLeap.has(year) ? common : [];
  return [found[0], found.at(-1)].flatMap((monthDay) =>
    monthDay === undefined ? [] : `${year}-${monthDay}`,
  );
}

function daysOfParts(pattern: string, year: string): string[] {
  const next = String(Number(year) + 1).padStart(4, '0');
  const months = partsLike(pattern).flatMap((part) => MONTHS_OF_PARTS[part]!);
  // Of the months in one year, the first has the first day and the last has the last.
  return [
    ...daysOfMonths(
      months.filter((month) => month <= 12),
      year,
    ),
    ...daysOfMonths(
      months.filter((month) => month > 12).map((month) => month - 12),
      next,
    ),
  ];
}

function daysOfMonths(months: readonly number[], year: string): string[] {
  const ends = months.length === 0 ? [] : [Math.min(...months), Math.max(...months)];
  return ends.flatMap((month) => daysLike(`${String(month).padStart(2, '0')}-XX`, year));
}

function fits(pattern: string): (text: string) => boolean {
  const expression = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`);
  return (text) => expression.test(text);
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const name = String(key);
    let value = made.get(name);
    if (value === undefined) made.set(name, (value = make(key)));
    return value;
  };
}
