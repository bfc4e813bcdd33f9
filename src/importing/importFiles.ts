import { randomUUID } from 'node:crypto';
import type { Graph } from '../graph/graph.ts';
import { addRecords } from '../seeding/addRecords.ts';
import { entitiesOfKeys } from '../seeding/statements/entities.ts';
import { finishImport, readImportMark } from '../seeding/statements/datasets.ts';
import type { ImportInput, Importer, ImportPart, RowFault, RowPlace } from './importer.ts';
import { sumOf } from './sumOf.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly merged: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly faults: number;
  /** The first of them. */
  readonly firstFaults: readonly RowFault[];
}

export interface ImportOptions extends Omit<ImportInput, 'after'> {
  /** Stop once so many rows have been read. */
  readonly limit: number;
  /** Stop at the first row that cannot be read. */
  readonly strict: boolean;
  /** Begin again where an earlier import stopped halfway, instead of going on. */
  readonly restart: boolean;
  readonly onProgress: (report: ImportReport) => void;
}

/** A row that could not be read, where that is to stop the import. */
export class StoppedAtRow extends Error {}

/**
 * Reads the files part by part and makes the graph hold what they come to; without a graph it only counts. Each part
 * is one transaction. What was stopped is gone on with the next time. Nothing of another dataset is touched, and
 * nothing is removed. @throws StoppedAtRow at the first fault, if `strict`
 */
export async function importFiles(
  graph: Graph | null,
  importer: Importer,
  options: ImportOptions,
): Promise<ImportReport> {
  const { dataset, limit, strict, onProgress } = options;
  const after = graph === null || options.restart ? null : await reached(graph, dataset);
  let report = NOTHING;
  const knownIds = graph === null ? {} : { knownIds: (keys: readonly string[]) => idsOf(graph, keys) };
  for await (const part of importer.parts({ ...options, ...knownIds, after })) {
    const [fault] = part.faults;
    if (strict && fault !== undefined) throw new StoppedAtRow(textOf(fault));
    const done =
      graph === null ? UNWRITTEN(part) : await addRecords(graph, { id: dataset, ...part }, markOf(part.end));
    report = added(report, part, done);
    onProgress(report);
    if (report.rows >= limit) break;
  }
  if (graph !== null && report.rows < limit)
    await graph.write((transaction) => transaction.run(finishImport(dataset, randomUUID())));
  return report;
}

/** `facts.tsv:4711, date: "2014-02-30" is not a day`. */
export function textOf({ file, line, column, message }: RowFault): string {
  return `${file}:${line}${column === null ? '' : `, ${column}`}: ${message}`;
}

/** Which entities the graph has under the keys. */
async function idsOf(graph: Graph, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await graph.read(entitiesOfKeys(keys));
  return new Map(rows.map(({ key, id }) => [key, id]));
}

const NOTHING: ImportReport = {
  ...{ rows: 0, created: 0, changed: 0, left: 0, merged: 0, skipped: {}, faults: 0 },
  firstFaults: [],
};

const UNWRITTEN = ({ events }: ImportPart) => ({ created: events.length, changed: 0, left: 0 });

const SHOWN_FAULTS = 20;

function added(
  before: ImportReport,
  { rows, merged, skipped, faults }: ImportPart,
  done: { created: number; changed: number; left: number },
): ImportReport {
  return {
    rows: before.rows + rows,
    created: before.created + done.created,
    changed: before.changed + done.changed,
    left: before.left + done.left,
    merged: before.merged + merged,
    skipped: sumOf([before.skipped, skipped]),
    faults: before.faults + faults.length,
    firstFaults: [...before.firstFaults, ...faults].slice(0, SHOWN_FAULTS),
  };
}

/** Where an earlier import of the dataset stopped; `null` where it was finished or never begun. */
async function reached(graph: Graph, dataset: string): Promise<RowPlace | null> {
  const [row] = await graph.read(readImportMark(dataset));
  const match = /^(.*):(\d+)$/.exec(row?.mark ?? '');
  return match?.[1] === undefined ? null : { file: match[1], line: Number(match[2]) };
}

function markOf({ file, line }: RowPlace): string {
  return `${file}:${line}`;
}
