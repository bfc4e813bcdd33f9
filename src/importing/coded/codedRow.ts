import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import type { RowPlace } from '../importer.ts';
import { kindOfName } from './kindOfName.ts';

/** A row of an event data set: on a day, one entity did to another what a CAMEO code says. */
export interface CodedRow {
  readonly place: RowPlace;
  /** Its key in its own data set: digits. */
  readonly key: string;
  readonly day: Day;
  readonly agent: EntityRecord;
  readonly target: EntityRecord;
  readonly code: string;
  /** What the coding scheme calls the code. */
  readonly text: string;
  readonly source: SourceRecord;
  /** Where in the source; no other row of that source has the same. */
  readonly locator: string;
  readonly places: readonly string[];
}

/** An entity of which nothing is known but its name and a key. */
export function namedEntity(id: string, name: string, scheme: string, key: string): EntityRecord {
  return { ...ENTITY.empty, id, kind: kindOfName(name), name, identifiers: [{ scheme, value: key }] };
}

/** What a data set stands on, on a day. `read` is that day too: an import says the same whenever it is made. */
export function datedSource(
  id: string,
  { title, publisher, url = null, day, basis }: DatedSource,
): SourceRecord {
  const published = { published: day, publishedBasis: basis, read: day };
  return { ...SOURCE.empty, id, title, publisher, url, ...published };
}

interface DatedSource extends Pick<SourceRecord, 'title' | 'publisher'> {
  readonly url?: string | null;
  readonly day: Day;
  readonly basis: string;
}

/** A key that ids can end with. */
export function isKey(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A CAMEO code with its leading zero; without it, `010` would be `10`, which is none of three or four digits. */
export function isCode(text: string): boolean {
  return /^(?:0[1-9]|1\d|20)\d\d?$/.test(text);
}

export const CODE_FAULT =
  'is not a CAMEO code of three or four digits; codes are text, and a leading zero may have been lost';
