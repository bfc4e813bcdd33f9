import type { Addition } from '../loading/addRecords.ts';
import type { ReportRecord } from '../record/report.ts';
import { beyondPublication } from '../record/rules/dates.ts';
import type { ImportInput, Importer, ImportPart, KnowsGraph } from './importer.ts';
import { type FieldFault, ImportError, type RowFault, type RowPlace } from './rows/fault.ts';
import type { ImportTarget } from './importTarget.ts';
import { requireFormat } from './recognize.ts';
import { sumOf } from './rows/rowResult.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly merged: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly uncarried: Readonly<Record<string, number>>;
  readonly faults: number;
  /** What was concluded, or not, and what to look at. */
  readonly notes: readonly string[];
  /** The first faults. */
  readonly firstFaults: readonly RowFault[];
}

export interface ImportOptions extends Omit<ImportInput, 'after' | keyof KnowsGraph> {
  /** Stop after this many rows. */
  readonly limit: number;
  /** Stop at the first unreadable row. */
  readonly strict: boolean;
  /** Start again where an earlier import would be continued. */
  readonly restart: boolean;
  readonly onProgress: (report: ImportReport) => void;
  /** Stop after the part that is being written. The import is then not finished. */
  readonly stop?: AbortSignal;
}

/** A row could not be read, and the import was to stop in that case. */
export class StoppedAtRow extends Error {}

/**
 * Reads the files part by part and hands the parts to the target. An import that was stopped goes on where it stopped.
 * Other datasets stay as they are, and nothing is removed but what the rows replace.
 * @throws ImportError if a file is not of the format, or if nothing could be read
 * @throws StoppedAtRow at the first fault, if `strict`
 */
export async function importFiles(
  target: ImportTarget,
  importer: Importer,
  options: ImportOptions,
): Promise<ImportReport> {
  const { limit, strict, restart, onProgress, stop } = options;
  await requireFormat(importer, options.files);
  const after = restart ? null : await target.reached();
  let report = NOTHING;
  let isRead = after !== null;
  // A part is written whole, so that none goes beyond the limit by more than a line.
  const partRows = limit < (options.partRows ?? Infinity) ? limit : options.partRows;
  const input = {
    ...options,
    ...(partRows === undefined ? {} : { partRows }),
    after,
    ...knowledgeOf(target),
  };
  for await (const read of prefetch(importer.parts(input))) {
    const part = withoutFuture(read);
    const [fault] = part.faults;
    if (strict && fault !== undefined) throw new StoppedAtRow(textsOf(fault).join('\n'));
    const addition = await target.add(part);
    isRead ||= hasRecords(part, addition);
    report = added(report, part, addition);
    onProgress(report);
    if (report.rows >= limit || stop?.aborted === true) break;
  }
  if (stop?.aborted === true) return report;
  if (!isRead) throw new ImportError(nothingRead(report));
  const notes = await target.finish(report.rows < limit, importer.absence);
  return { ...report, notes: [...report.notes, ...notes] };
}

function knowledgeOf({ knownIds, knownRecords }: KnowsGraph): KnowsGraph {
  return { ...(knownIds && { knownIds }), ...(knownRecords && { knownRecords }) };
}

/** Whether a part gave something. A source that comes with the report of an event that is not there does not count. */
function hasRecords(part: ImportPart, { homeless }: Addition): boolean {
  const { entities, sources, events, claims, decisions, dataset, merged } = part;
  const records = [entities, homeless > 0 ? [] : sources, events, claims ?? [], decisions ?? []];
  return dataset !== undefined || merged > homeless || records.some((some) => some.length > 0);
}

/** Says why an import made no record. */
function nothingRead({ rows, faults, firstFaults, skipped }: ImportReport): string {
  if (rows === 0) return 'There is no row to import.';
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  const more = faults > firstFaults.length ? [`  and ${faults - firstFaults.length} more`] : [];
  return [
    `Nothing could be imported of ${rows} ${rows === 1 ? 'row' : 'rows'}.`,
    ...(faults === 0
      ? []
      : [
          `${faults} could not be read:`,
          ...firstFaults.flatMap(textsOf).map((text) => `  ${text}`),
          ...more,
        ]),
    ...(reasons.length === 0 ? [] : [`Left out: ${reasons.join('; ')}`]),
  ].join('\n');
}

const HOMELESS = 'of an event that is not in the dataset';
const FUTURE = 'of a day after the publication of their source';

/** The part without reports of what their sources cannot know, but for a day: it begins earlier in other time zones. */
function withoutFuture(part: ImportPart): ImportPart {
  const sources = new Map(part.sources.map((source) => [source.id, source]));
  const isOfFuture = (report: ReportRecord): boolean => {
    const source = sources.get(report.source);
    return source !== undefined && beyondPublication(report, source, 1) !== null;
  };
  const refused = part.events.flatMap(({ reports }) => reports.filter(isOfFuture)).length;
  if (refused === 0) return part;
  const events = part.events.flatMap((event) => {
    const reports = event.reports.filter((report) => !isOfFuture(report));
    return reports.length === 0 ? [] : [{ ...event, reports }];
  });
  return { ...part, events, skipped: sumOf([part.skipped, { [FUTURE]: refused }]) };
}

/** Each fault of the row: `facts.tsv:4711, date: "2014-02-30" is not a day`. */
export function textsOf({ file, line, others = [], ...first }: RowFault): string[] {
  return [first, ...others].map((each) => textOf({ file, line, ...each }));
}

export function textOf({ file, line, column, message }: RowPlace & FieldFault): string {
  return `${file}:${line}${column === null ? '' : `, ${column}`}: ${message}`;
}

const NOTHING: ImportReport = {
  ...{ rows: 0, created: 0, changed: 0, left: 0, merged: 0, skipped: {}, uncarried: {}, faults: 0 },
  ...{ notes: [], firstFaults: [] },
};

const SHOWN_FAULTS = 20;

function added(
  before: ImportReport,
  { rows, merged, skipped, uncarried = {}, faults, notes = [] }: ImportPart,
  done: Addition,
): ImportReport {
  return {
    rows: before.rows + rows,
    created: before.created + done.created,
    changed: before.changed + done.changed,
    left: before.left + done.left,
    merged: before.merged + merged - done.homeless,
    skipped: sumOf([...[before.skipped, skipped], done.homeless === 0 ? {} : { [HOMELESS]: done.homeless }]),
    uncarried: sumOf([before.uncarried, uncarried]),
    faults: before.faults + faults.length,
    notes: [...before.notes, ...notes],
    firstFaults: [...before.firstFaults, ...faults].slice(0, SHOWN_FAULTS),
  };
}

/** The items in their order. The next item is made while the last one is used. */
async function* prefetch<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const next = (): Promise<IteratorResult<T>> => {
    const made = iterator.next();
    // A failure is reported where the item is awaited.
    made.catch(() => undefined);
    return made;
  };
  try {
    for (let coming = next(); ;) {
      const made = await coming;
      if (made.done === true) return;
      coming = next();
      yield made.value;
    }
  } finally {
    await iterator.return?.();
  }
}
