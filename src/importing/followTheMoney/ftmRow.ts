import { isDay, type Day } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { EdtfError } from '../../time/edtfError.ts';
import { objectIn, RowError } from '../rows/rowResult.ts';
import { isObject } from '../texts.ts';

/** An object of FollowTheMoney: an entity, or a statement that refers to entities. */
export class FtmRow {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly datasets: readonly string[];
  /** The days on which the collection first and last had the object, and last saw it change. */
  readonly firstSeen: Day | null;
  readonly lastSeen: Day | null;
  readonly lastChange: Day | null;
  readonly #properties: Readonly<Record<string, unknown>>;

  /** @throws RowError if the text is not an object of FollowTheMoney */
  constructor(text: string) {
    const value = objectIn(text);
    this.id = stringIn(value, 'id');
    this.schema = stringIn(value, 'schema');
    this.caption = typeof value.caption === 'string' ? value.caption : '';
    this.datasets = stringsIn(value.datasets);
    this.firstSeen = dayIn(value.first_seen);
    this.lastSeen = dayIn(value.last_seen);
    this.lastChange = dayIn(value.last_change);
    if (!isObject(value.properties)) throw new RowError('properties', 'is missing or not an object');
    this.#properties = value.properties;
  }

  /** The values of a property, sorted: their order in the file has no meaning. */
  all(property: string): string[] {
    return [...new Set(stringsIn(this.#properties[property]))].sort();
  }

  first(property: string): string | null {
    return this.all(property)[0] ?? null;
  }

  /** Dates as EDTF, from the earliest to the latest. @throws RowError for a value that is not a date */
  dates(property: string): string[] {
    return this.all(property).map((text) => {
      const date = text.slice(0, 10);
      try {
        return parseEdtf(date).edtf;
      } catch (error) {
        if (!(error instanceof EdtfError)) throw error;
        throw new RowError(property, `is \`${text}\`, which is not a date`);
      }
    });
  }
}

function stringIn(value: Record<string, unknown>, name: string): string {
  const text = value[name];
  if (typeof text === 'string' && text !== '') return text;
  throw new RowError(name, 'is missing or not a text');
}

function stringsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

function dayIn(value: unknown): Day | null {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(day) ? day : null;
}
