import { ENTITY, type EntityRecord } from '../../record/entity.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import type { RowPlace } from '../rows/fault.ts';
import { countryNamed } from '../countries/countries.ts';
import { hashOf, plainSlug } from '../texts.ts';
import { kindOfName } from './kindOfName.ts';

/** A row of an event data set: on a day, one entity did to another what a CAMEO code says. */
export interface CodedRow {
  readonly place: RowPlace;
  /** Its key in the data set: digits, and its day if numbers are unique within a day only. */
  readonly key: string;
  readonly day: Day;
  readonly agent: EntityRecord;
  readonly target: EntityRecord;
  readonly code: string;
  /** The coding scheme's name of the code. */
  readonly text: string;
  readonly source: SourceRecord;
  /** The place in the source; unique among the rows of that source. */
  readonly locator: string;
  readonly places: readonly string[];
}

/**
 * The country with exactly this name. If there is none: an entity of this name, in the given country. A hash in its id
 * tells names apart that have the same letters a to z.
 */
export function entityOfName(scheme: string, name: string, country: EntityRecord | null): EntityRecord {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = [scheme, plainSlug(letters), hashOf(name).slice(0, 8)].filter((part) => part !== '').join('-');
  const entity = namedEntity(id, name, scheme, name);
  return entity.id !== id || country === null ? entity : { ...entity, countries: [country.id] };
}

/** The country with the name, or else an entity with nothing but the name and a key. */
export function namedEntity(id: string, name: string, scheme: string, key: string): EntityRecord {
  const country = countryNamed(name);
  if (country !== null) return country;
  return { ...ENTITY.empty, id, kind: kindOfName(name), name, identifiers: [{ scheme, value: key }] };
}

/**
 * The source of a data set's rows of one day. `read` is that day too, so that an import gives the same result whenever
 * it is run.
 */
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

/** Whether an id can end with the key. */
export function isKey(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Whether the text is a CAMEO code. A code that lost its leading zero has only two digits: `010` becomes `10`. */
export function isCode(text: string): boolean {
  return /^(?:0[1-9]|1\d|20)\d\d?$/.test(text);
}

export const CODE_FAULT =
  'is not a CAMEO code of three or four digits; codes are text, and a leading zero may have been lost';
