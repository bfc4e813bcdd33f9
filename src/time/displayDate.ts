import { englishMoment, isPhrase } from './englishMoment.ts';
import { canJoin, joinPoints } from './englishPoint.ts';
import { type DatePoint, type EdtfInterval, type Endpoint, readEdtf } from './readEdtf.ts';

/**
 * The English for a date, from its EDTF text alone: "3 July 2025", "about July 2025" (`~`), "possibly 2003" (`?`),
 * "late 2023" (some day of October to December), "on or before 10 June 2025", "1979 to 1989", "since 2017",
 * "until 1989". Throws an EdtfError.
 */
export function displayDate({ edtf }: { edtf: string }): string {
  const read = readEdtf(edtf);
  return read.kind === 'SPAN' ? englishSpan(read, edtf) : englishMoment(read, edtf);
}

/** YYYYMMDD */
const DIGITS_OF_A_DAY = 8;

function englishSpan({ begin, end }: EdtfInterval, whole: string): string {
  if (begin.kind === 'OPEN' && end.kind === 'OPEN') return 'always';
  if (end.kind !== 'OPEN' && end.kind !== 'UNKNOWN' && (begin.kind === 'OPEN' || begin.kind === 'UNKNOWN')) {
    return `until ${englishEnd(end, whole)}`;
  }
  if (begin.kind === 'OPEN') return 'until an unknown date';
  if (end.kind === 'OPEN') return `since ${englishEnd(begin, whole)}`;
  if (isUnqualified(begin) && isUnqualified(end) && canJoin(begin.digits, end.digits)) {
    const joined = joinPoints(begin.digits, end.digits, 'to');
    return joined.same && begin.digits.length < DIGITS_OF_A_DAY ? `within ${joined.text}` : joined.text;
  }
  const from = isPlain(begin) && isPlain(end) ? '' : 'from ';
  return `${from}${englishEnd(begin, whole)} to ${englishEnd(end, whole)}`;
}

function englishEnd(endpoint: Exclude<Endpoint, { kind: 'OPEN' }>, whole: string): string {
  // "From between May and July to August" has to be read twice.
  return englishPointOf(endpoint, whole).replace(/^between /, 'some time between ');
}

function englishPointOf(endpoint: Exclude<Endpoint, { kind: 'OPEN' }>, whole: string): string {
  if (endpoint.kind === 'UNKNOWN') return 'an unknown date';
  if (endpoint.kind !== 'ONE_OF') return englishMoment(endpoint, whole);
  const { earlier, later, members } = endpoint;
  if (earlier === later) return englishMoment(endpoint, whole);
  // "until 2003 or earlier" reads better than "until in or before 2003".
  const rest = englishMoment({ kind: 'ONE_OF', members, earlier: false, later: false }, whole);
  return `${rest} or ${earlier ? 'earlier' : 'later'}`;
}

function isPlain(endpoint: Endpoint): boolean {
  return endpoint.kind === 'SEASON' || (endpoint.kind === 'DATE' && !isPhrase(endpoint));
}

function isUnqualified(endpoint: Endpoint): endpoint is DatePoint {
  return endpoint.kind === 'DATE' && endpoint.qualifier === '';
}
