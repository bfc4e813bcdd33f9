import { addDays, type Day, daysBetween, FIRST_DAY, LAST_DAY } from '../time/day.ts';

/**
 * All relationships of a graph, as known now and as they were known before: one number per column and relationship,
 * days as epoch days. With the index each takes about 50 bytes, strings aside. First come the `exact` ones, whose four
 * days are one, by that day; then the `wide` ones by `earliest`; equals in the order of their events' ids, then of the
 * ids of the entities at which they start.
 */
export interface TemporalEdges {
  readonly count: number;
  /** Relationships below this index are exact, the others wide. */
  readonly exact: number;
  /** Ids in the order of their text, so that the order of the numbers is that of the ids. */
  readonly entities: readonly string[];
  readonly entityIndex: ReadonlyMap<string, number>;
  readonly events: readonly string[];
  readonly types: readonly string[];
  readonly sourceLists: readonly (readonly string[])[];
  readonly origins: readonly Origin[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly earliest: Int32Array;
  readonly beginLatest: Int32Array;
  readonly endEarliest: Int32Array;
  readonly latest: Int32Array;
  readonly event: Int32Array;
  /** The day from which on just this is known, possibly and certainly. */
  readonly asOfPossibly: Int32Array;
  readonly asOfCertainly: Int32Array;
  /** Until when just this was known; only of those with the flag SUPERSEDED, as what is known now has no end. */
  readonly until: ReadonlyMap<number, KnownUntil>;
  readonly type: Uint16Array;
  /** The index in `sourceLists` of those that affirm it. */
  readonly sources: Int32Array;
  /** The index in `origins`. */
  readonly origin: Int32Array;
  readonly flags: Uint8Array;
  /** The relationships of entity `e`, ascending: `incident[starts[e]]` to before `incident[starts[e + 1]]`. */
  readonly incident: Int32Array;
  readonly starts: Int32Array;
  /** The place in `incident` at which the wide ones of an entity begin. */
  readonly wideStarts: Int32Array;
}

/** The datasets whose reports affirm a relationship, and who read their sources. */
interface Origin {
  readonly datasets: readonly string[];
  readonly codings: readonly string[];
}

export const QUALIFIED = 1;
export const SYMMETRIC = 2;
export const PRINCIPAL = 4;
/** It is what was known before a later source, or a retraction, changed it. */
export const SUPERSEDED = 8;

/** The day before which it was known, by how the days of publication count. */
export interface KnownUntil {
  readonly possibly: number;
  readonly certainly: number;
}

/** About how much memory they take, in bytes: their columns, and the texts that these point to. */
export function bytesOf(edges: TemporalEdges): number {
  const columns = Object.values(edges).filter((value) => ArrayBuffer.isView(value));
  const texts = [edges.entities, edges.events, edges.types, ...edges.sourceLists];
  return (
    columns.reduce((sum, { byteLength }) => sum + byteLength, 0) +
    texts.flat().reduce((sum, text) => sum + PER_TEXT + text.length, 0) +
    (edges.entities.length + edges.until.size) * PER_ENTRY
  );
}

/** A string's header and the pointer to it; an entry of a map. As V8 has them, rounded. */
const PER_TEXT = 24;
const PER_ENTRY = 40;

/** A calendar day (UTC) as the number of days since 1970-01-01; negative before. */
export type EpochDay = number;

export function epochDay(day: Day): EpochDay {
  return daysBetween(EPOCH, day);
}

/** The day of that number; `null` for the days that stand for open ends. */
export function dayOrOpen(number: EpochDay): Day | null {
  return number <= FIRST_EPOCH_DAY || number >= LAST_EPOCH_DAY ? null : addDays(EPOCH, number);
}

const EPOCH: Day = '1970-01-01';

/** Stand for open ends, as FIRST_DAY and LAST_DAY do. */
export const FIRST_EPOCH_DAY: EpochDay = epochDay(FIRST_DAY);
export const LAST_EPOCH_DAY: EpochDay = epochDay(LAST_DAY);
