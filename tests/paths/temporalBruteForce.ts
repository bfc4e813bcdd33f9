import type { Day } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import type { PathMode } from '../../src/paths/pathModes.ts';
import type { TemporalEdgeRow } from '../../src/paths/temporalEdgesBuilder.ts';
import { dayOf, LAST_SMALL_DAY, type SmallQuestion } from './temporalGraphs.ts';

/** The modes in which hops follow one another in time. */
export const TEMPORAL_MODES = [
  'EARLIEST_ARRIVAL',
  'LATEST_DEPARTURE',
  'FASTEST',
  'SHORTEST_IN_TIME',
] as const satisfies readonly PathMode[];

export type TemporalMode = (typeof TEMPORAL_MODES)[number];

/** A path by rows; `entities` are one more. */
export interface BrutePath {
  readonly entities: readonly string[];
  readonly rows: readonly TemporalEdgeRow[];
}

/**
 * Every path there is by rows that the question accepts: no entity and no event twice; dates aside. Where no dates
 * are asked about, those that are not certain serve as well.
 */
export function everyPath(
  rows: readonly TemporalEdgeRow[],
  question: SmallQuestion,
  asksForDates = true,
): BrutePath[] {
  const isSure = (row: TemporalEdgeRow) => question.certainty !== 'CERTAIN' || !row.qualified;
  const usable = rows.filter((row) => accepts(row, question) && (!asksForDates || isSure(row)));
  const extend = (path: BrutePath): BrutePath[] => {
    const here = path.entities.at(-1)!;
    if (here === question.to) return [path];
    return usable.flatMap((row) => {
      if (path.rows.some(({ event }) => event === row.event)) return [];
      return headsFrom(here, row, question)
        .filter((head) => !path.entities.includes(head) && question.avoid?.includes(head) !== true)
        .flatMap((head) => extend({ entities: [...path.entities, head], rows: [...path.rows, row] }));
    });
  };
  return extend({ entities: [question.from], rows: [] });
}

/**
 * Whether a path holds from day `x` to day `y`, by the definition for pairs of hops: POSSIBLE if days can be chosen;
 * CERTAIN as if every relationship began as late, and every later one ended as early, as it may.
 */
export function holds(
  { rows }: BrutePath,
  { x, y, certainty, strict }: { x: number; y: number; certainty: string; strict: boolean },
): boolean {
  const gap = strict ? 1 : 0;
  const opens = (row: TemporalEdgeRow): number => (certainty === 'CERTAIN' ? row.beginLatest : row.earliest);
  const closes = (row: TemporalEdgeRow): number => (certainty === 'CERTAIN' ? row.endEarliest : row.latest);
  const before = rows.map((row, i) => Math.max(opens(row), x + i * gap));
  const after = rows.map((row, j) => Math.min(closes(row), y - (rows.length - 1 - j) * gap));
  return (
    rows.every((row, i) => {
      const starts = opens(row) + (rows.length - 1 - i) * gap <= y && x + i * gap <= closes(row);
      return (
        starts && before[i]! <= y && rows.every((_, j) => j <= i || before[i]! + (j - i) * gap <= after[j]!)
      );
    }) && x + (rows.length - 1) * gap <= y
  );
}

interface BruteAnswer {
  /** What the mode minimizes, least first; then hops and what breaks ties. */
  readonly rank: readonly (number | string)[];
}

/** The rank of the best path, by trying every path and every window of days; `null` if there is none. */
export function bestRank(
  paths: readonly BrutePath[],
  question: SmallQuestion & { mode: TemporalMode; strict: boolean },
): readonly (number | string)[] | null {
  const ranks = paths.flatMap((path) => rankOf(path, question) ?? []).map((one) => one.rank);
  return ranks.sort(compare)[0] ?? null;
}

function rankOf(
  path: BrutePath,
  question: SmallQuestion & { mode: TemporalMode; strict: boolean },
): BruteAnswer | null {
  const { mode, certainty, strict } = question;
  const first = question.during === undefined ? 0 : numberOf(question.during.from);
  const last = question.during === undefined ? LAST_SMALL_DAY : numberOf(question.during.to) - 1;
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const within = (x: number, y: number): boolean => holds(path, { x, y, certainty, strict });
  if (!within(first, last)) return null;
  const { length } = path.rows;
  const names = path.entities;
  if (mode === 'SHORTEST_IN_TIME') return { rank: [length, ...names] };
  if (mode === 'EARLIEST_ARRIVAL') return { rank: [days.find((y) => within(first, y))!, length, ...names] };
  if (mode === 'LATEST_DEPARTURE')
    return { rank: [-days.findLast((x) => within(x, last))!, length, ...names] };
  const windows = days.flatMap((x) =>
    days.filter((y) => y >= x && within(x, y)).map((y) => [y - x, x] as const),
  );
  const [shortest, start] = windows.sort((a, b) => a[0] - b[0] || b[1] - a[1])[0]!;
  return { rank: [shortest, length, -start, ...names] };
}

export function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length - b.length;
}

export function numberOf(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function accepts(row: TemporalEdgeRow, question: SmallQuestion): boolean {
  const { types, levels, knownBy, sources, minSources, datasets, coding, certainty } = question;
  return (
    (types === undefined || types.includes(row.type)) &&
    (levels === undefined || levels.includes(row.level)) &&
    wasKnown(row, knownBy, certainty) &&
    (sources === undefined || row.sources.some((id) => sources.includes(id))) &&
    (minSources === undefined || row.sources.length >= minSources) &&
    (datasets === undefined || row.datasets.some((id) => datasets.includes(id))) &&
    (coding === undefined || coding.some((one) => row.codings.includes(one)))
  );
}

function headsFrom(here: string, row: TemporalEdgeRow, { direction }: SmallQuestion): string[] {
  const along = row.from === here && (direction !== 'BACKWARD' || row.symmetric);
  const against = row.to === here && (direction !== 'FORWARD' || row.symmetric);
  return [...(along ? [row.to] : []), ...(against ? [row.from] : [])];
}

/** What is superseded was known only by some days; the rest from some day on. */
function wasKnown(row: TemporalEdgeRow, knownBy: Day | undefined, certainty: Certainty): boolean {
  if (knownBy === undefined) return row.until === null;
  const [asOf, until] =
    certainty === 'CERTAIN'
      ? [row.asOfCertainly, row.until?.certainly]
      : [row.asOfPossibly, row.until?.possibly];
  return dayOf(asOf) <= knownBy && (until === undefined || knownBy < dayOf(until));
}
