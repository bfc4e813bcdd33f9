import { asNoun, DIGITS_OF_A_DAY, englishMoment, isPhrase } from './englishMoment.ts';
import { canJoin, isExact, joinPoints } from './englishPoint.ts';
import type { EdtfInterval, Endpoint } from './moment.ts';
import { readEdtf } from './readEdtf.ts';

/**
 * The English for a date, from its EDTF text alone: "3 July 2025", "about July 2025" (`~`), "possibly 2003" (`?`),
 * "late 2023" (some day of October to December), "on or before 10 June 2025", "1979 to 1989", "since 2017",
 * "until 1989". Throws an EdtfError.
 */
export function displayDate({ edtf }: { edtf: string }): string {
  const read = readEdtf(edtf);
  return read.kind === 'SPAN' ? englishSpan(read) : englishMoment(read);
}

function englishSpan({ begin, end }: EdtfInterval): string {
  if (begin.kind === 'OPEN') return end.kind === 'OPEN' ? 'always' : `until ${englishEnd(end)}`;
  if (end.kind === 'OPEN') return `since ${englishEnd(begin)}`;
  if (isExact(begin) && isExact(end) && canJoin(begin.digits, end.digits)) {
    const joined = joinPoints(begin.digits, end.digits, 'to');
    return joined.same && begin.digits.length < DIGITS_OF_A_DAY ? `within ${joined.text}` : joined.text;
  }
  const from = isPlain(begin) && isPlain(end) ? '' : 'from ';
  return `${from}${englishEnd(begin)} to ${englishEnd(end)}`;
}

function englishEnd(endpoint: Exclude<Endpoint, { kind: 'OPEN' }>): string {
  return asNoun(englishPointOf(endpoint));
}

function englishPointOf(endpoint: Exclude<Endpoint, { kind: 'OPEN' }>): string {
  if (endpoint.kind === 'UNKNOWN') return 'an unknown date';
  if (endpoint.kind !== 'ONE_OF') return englishMoment(endpoint);
  const { earlier, later } = endpoint;
  if (earlier === later) return englishMoment(endpoint);
  // "until 2003 or earlier" reads better than "until in or before 2003".
  const rest = englishMoment({ ...endpoint, earlier: false, later: false });
  return `${rest} or ${earlier ? 'earlier' : 'later'}`;
}

function isPlain(endpoint: Endpoint): boolean {
  return endpoint.kind === 'SEASON' || (endpoint.kind === 'DATE' && !isPhrase(endpoint));
}
