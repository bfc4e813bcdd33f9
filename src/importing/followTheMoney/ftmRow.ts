import { isDay, type Day } from '../../time/day.ts';
import { EdtfError } from '../../time/edtfError.ts';
import { mostPreciseOf } from '../../time/readings.ts';
import { RowError } from '../rows/rowResult.ts';
import type { FtmObject } from './ftmObjects.ts';

/** A date that a property names, and the values of which it is the intersection. */
export interface FtmDate {
  readonly edtf: string;
  readonly texts: readonly string[];
}

/** An object of FollowTheMoney, by its properties. */
export class FtmRow {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  /** The days on which the collection first and last had the object, and last saw it change. */
  readonly firstSeen: Day | null;
  readonly lastSeen: Day | null;
  readonly lastChange: Day | null;
  readonly #properties: FtmObject['properties'];
  readonly #asked = new Set<string>();

  constructor(object: FtmObject) {
    this.id = object.id;
    this.schema = object.schema;
    this.caption = object.caption;
    this.datasets = object.datasets;
    this.referents = object.referents;
    this.firstSeen = dayIn(object.firstSeen);
    this.lastSeen = dayIn(object.lastSeen);
    this.lastChange = dayIn(object.lastChange);
    this.#properties = object.properties;
  }

  /** The values of a property, sorted. */
  all(property: string): readonly string[] {
    this.#asked.add(property);
    return this.#properties[property] ?? [];
  }

  first(property: string): string | null {
    return this.all(property)[0] ?? null;
  }

  /** The names of the properties that have values for which nobody has asked. */
  unread(): string[] {
    const given = Object.entries(this.#properties).filter(([, values]) => values.length > 0);
    return given.map(([property]) => property).filter((property) => !this.#asked.has(property));
  }

  /**
   * The dates of the first of these properties that has any, from the earliest to the latest. Values that fit each other
   * are one date, the most precise that follows. @throws RowError for a value that is not a date
   */
  dates(...properties: readonly string[]): FtmDate[] {
    const [property] = properties.filter((each) => this.all(each).length > 0);
    if (property === undefined) return [];
    try {
      return [...mostPreciseOf(this.all(property).map(dayOf))];
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
      throw new RowError(property, `"${error.text}" ${error.reason} — ${error.advice}`);
    }
  }
}

/** A time of day may follow a day. */
function dayOf(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1');
}

function dayIn(text: string): Day | null {
  const day = text.slice(0, 10);
  return isDay(day) ? day : null;
}
