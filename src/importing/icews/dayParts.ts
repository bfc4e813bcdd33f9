import type { Day } from '../../time/day.ts';
import { codedEvents, type Coding } from '../coded/codedEvents.ts';
import type { CodedRow } from '../coded/codedRow.ts';
import { distinctById, sumOf } from '../rows/rowResult.ts';
import type { ImportPart } from '../importer.ts';
import type { RowFault, RowPlace } from '../rows/fault.ts';
import { isFault } from '../rows/tableRows.ts';

/** The number of rows in a part, roughly: days are added while there are no more. */
const PART_ROWS = 2_000;
/** Rows of a day that are further apart are not compared. No day of ICEWS is so long, and memory stays bounded. */
const DAY_ROWS = 20_000;

/**
 * Parts of whole days. A day consists of successive rows with one date; a faulty row belongs to the day before it. The
 * rows should be in order of days, because a day that comes again counts as another. A day of more than
 * 20,000 rows is split into pieces of that size. The days do not depend on the parts, nor on the row after which an
 * import goes on.
 */
export async function* dayParts(
  blocks: AsyncIterable<readonly (CodedRow | RowFault)[]>,
  coding: Coding,
  partRows = PART_ROWS,
): AsyncGenerator<ImportPart> {
  let days: DayOfRows[] = [];
  let count = 0;
  for await (const day of daysOf(blocks)) {
    if (count > 0 && count + day.length > partRows) {
      yield partOf(days, coding);
      days = [];
      count = 0;
    }
    days.push(day);
    count += day.length;
  }
  if (count > 0) yield partOf(days, coding);
}

type DayOfRows = readonly (CodedRow | RowFault)[];

async function* daysOf(blocks: AsyncIterable<DayOfRows>): AsyncGenerator<DayOfRows> {
  let rows: (CodedRow | RowFault)[] = [];
  let day: Day | null = null;
  for await (const block of blocks) {
    for (const row of block) {
      const isNext = !isFault(row) && day !== null && row.day !== day;
      if (isNext || rows.length === DAY_ROWS) {
        yield rows;
        rows = [];
        day = null;
      }
      if (!isFault(row)) ({ day } = row);
      rows.push(row);
    }
  }
  if (rows.length > 0) yield rows;
}

function partOf(days: readonly DayOfRows[], coding: Coding): ImportPart {
  const parts = days.map((rows) =>
    codedEvents(
      rows.flatMap((row) => (isFault(row) ? [] : [row])),
      coding,
    ),
  );
  const unread = days.flatMap((rows) => rows.filter(isFault));
  const files = [...new Set(days.flat().map((row) => (isFault(row) ? row.file : row.place.file)))];
  return {
    rows: days.reduce((sum, rows) => sum + rows.length, 0),
    end: endOf(days),
    entities: distinctById(parts.flatMap(({ entities }) => entities)),
    sources: distinctById(parts.flatMap(({ sources }) => sources)),
    events: distinctById(parts.flatMap(({ events }) => events)),
    merged: parts.reduce((sum, { merged }) => sum + merged, 0),
    skipped: sumOf(parts.map(({ skipped }) => skipped)),
    faults: [...unread, ...parts.flatMap(({ faults }) => faults)].sort(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line,
    ),
  };
}

function endOf(days: readonly DayOfRows[]): RowPlace {
  const last = days.at(-1)?.at(-1);
  if (last === undefined) throw new Error('No part is without a row.');
  return isFault(last) ? { file: last.file, line: last.line } : last.place;
}
