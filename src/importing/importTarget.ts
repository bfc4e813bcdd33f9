import { randomUUID } from 'node:crypto';
import { recordsOfIds } from '../loading/recordsOfIds.ts';
import type { Graph } from '../graph/graph.ts';
import { GraphError } from '../graph/graphError.ts';
import { type Addition, addRecords } from '../loading/addRecords.ts';
import { BulkError, type BulkWriter } from '../loading/bulk/bulkWriter.ts';
import type { ClaimedLabel } from '../loading/claims.ts';
import { checkCoding, finishImport, readImportMark } from '../loading/datasetVersion.ts';
import { linksOutOfOrder } from '../loading/linksOutOfOrder.ts';
import { readIssues, replaceAbsences, withoutOutdated } from '../loading/register.ts';
import { entitiesOfKeys } from '../loading/writeEntities.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import { absencesIn } from '../reasoning/absences.ts';
import { type Day, FIRST_DAY, LAST_DAY } from '../time/day.ts';
import type { Importer, ImportPart, KnowsGraph, PlacedDecision, RecordClaim } from './importer.ts';
import { ImportError, type RowPlace } from './rows/fault.ts';

/** The destination of an import. */
export interface ImportTarget extends KnowsGraph {
  /** The row that an earlier import of the dataset reached; `null` if it was finished or never begun. */
  readonly reached: () => Promise<RowPlace | null>;
  readonly add: (part: ImportPart) => Promise<Addition>;
  /**
   * @param isWhole whether all parts were added
   * @returns what the reader of the report should know
   */
  readonly finish: (isWhole: boolean, absence: Importer['absence']) => Promise<readonly string[]>;
}

/**
 * A graph. Each part is one transaction, so a stopped import can go on.
 * @param decide applies the decisions in files; without it they are left out
 */
export function intoGraph(
  graph: Graph,
  dataset: DatasetIdentity,
  decide: (decisions: readonly PlacedDecision[]) => Promise<unknown> = () => Promise.resolve(),
): ImportTarget {
  const written = new Map<string, DatasetIdentity>();
  let mark = '';
  return {
    reached: async () => {
      const [row] = await graph.read(readImportMark(dataset.id));
      const match = /^(.*):(\d+)$/.exec(row?.mark ?? '');
      return match?.[1] === undefined ? null : { file: match[1], line: Number(match[2]) };
    },
    knownIds: async (keys) => {
      const rows = await graph.read(entitiesOfKeys(keys));
      return new Map(rows.map(({ key, id }) => [key, id]));
    },
    knownRecords: (ids) => recordsOfIds(graph, ids),
    add: async (part) => {
      const own = part.dataset ?? dataset;
      if (!written.has(own.id)) await checkCoding(graph, own);
      written.set(own.id, own);
      const end = `${part.end.file}:${part.end.line}`;
      const { issued, replaces, joining, decisions = [] } = part;
      const current = issued === undefined ? part : await withoutOutdated(graph, own.id, issued, part);
      const claims = (part.claims ?? []).map(({ of, ...claim }) => ({ label: LABELS[of], ...claim }));
      // An import that is stopped before the decisions reads their part again.
      const reached = decisions.length === 0 ? end : mark;
      const addition = await addRecords(graph, { ...current, ...own }, reached, {
        ...{ replaces, joining, claims },
      }).catch((error: unknown) => {
        throw conflictIn(part, error);
      });
      mark = end;
      if (decisions.length > 0) await decide(decisions);
      return { ...addition, left: addition.left + part.events.length - current.events.length };
    },
    finish: async (isWhole, absence) => {
      if (!isWhole) return [];
      const notes: string[] = [];
      for (const one of written.size === 0 ? [dataset] : written.values()) {
        if (absence !== undefined) notes.push(...(await observeAbsences(graph, one, absence, mark)));
        await graph.write((transaction) => transaction.run(finishImport(one, randomUUID())));
        notes.push(...(await orderWarnings(graph, one.id)));
      }
      return notes;
    },
  };
}

/** The error with the rows among which it is to be looked for, if two records have one key. */
function conflictIn({ rows, end }: ImportPart, error: unknown): unknown {
  if (!(error instanceof GraphError) || error.reason !== 'CONFLICT') return error;
  const place = `the ${rows} rows up to line ${end.line} of "${end.file}"`;
  return new ImportError(`${error.message} It is of ${place}; none of them was imported.`, { cause: error });
}

/** Works out who is missing from which issues of the register, whatever the order in which they were imported. */
async function observeAbsences(
  graph: Graph,
  dataset: DatasetIdentity,
  absence: NonNullable<Importer['absence']>,
  mark: string,
): Promise<string[]> {
  const issues = await readIssues(graph, dataset.id);
  const events = absencesIn(issues).map((one) => absence(one, dataset.id));
  const changed = await replaceAbsences(graph, dataset, { issues, events, mark });
  return changed === 0 ? [] : [`${changed} events changed of those that tell who is missing from an issue`];
}

/** Names the links with dates that do not fit them. Seed files may not have these. */
async function orderWarnings(graph: Graph, dataset: string): Promise<string[]> {
  const { count, first } = await linksOutOfOrder(graph, dataset, SHOWN_LINKS);
  if (count === 0) return [];
  return [
    `Warning: the dates of ${count} links between events do not fit. A part lies within its whole, and what follows an event does not begin before it. Correct the dates or the links, and import again:`,
    ...first.map(
      ({ link, event, earliest, latest, other, otherEarliest, otherLatest }) =>
        `  ${event} (${daysOf(earliest, latest)}) ${link === 'PART_OF' ? 'is part of' : 'follows'} ${other} (${daysOf(otherEarliest, otherLatest)})`,
    ),
    ...(count > first.length ? [`  and ${count - first.length} more`] : []),
  ];
}

const SHOWN_LINKS = 5;

function daysOf(earliest: Day, latest: Day): string {
  if (earliest === latest) return earliest;
  return `${earliest === FIRST_DAY ? '' : earliest}..${latest === LAST_DAY ? '' : latest}`;
}

const LABELS: Readonly<Record<RecordClaim['of'], ClaimedLabel>> = {
  entity: 'Entity',
  source: 'Source',
  event: 'Event',
};

/** The files of a bulk import, which starts from the beginning each time. */
export function intoFiles(writer: BulkWriter, dataset: DatasetIdentity): ImportTarget {
  const counts = dryRun();
  return {
    ...counts,
    add: (part) => {
      const own = part.dataset ?? dataset;
      const isOther = (['id', 'coding', 'license', 'origin'] as const).some(
        (name) => own[name] !== undefined && own[name] !== dataset[name],
      );
      if (isOther || part.decisions?.length)
        throw new BulkError(
          'The files hold other datasets or decisions of a review. Import them without --bulk.',
        );
      if (part.joining?.length)
        throw new BulkError(
          'The files hold reports that join events in the graph. Import them without --bulk, after the events.',
        );
      writer.add({ ...part, ...dataset });
      return counts.add(part);
    },
  };
}

/** Only counts; nothing is written. */
export function dryRun(): ImportTarget {
  let joining = 0;
  return {
    reached: () => Promise.resolve(null),
    add: ({ events, joining: some = [] }) => {
      joining += some.length;
      return Promise.resolve({ created: events.length, changed: 0, left: 0, homeless: 0 });
    },
    finish: () =>
      Promise.resolve(
        joining === 0
          ? []
          : [
              `Not looked for: the events of ${joining} reports. An import leaves out those whose event is not there.`,
            ],
      ),
  };
}
