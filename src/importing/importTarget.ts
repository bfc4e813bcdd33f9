import { randomUUID } from 'node:crypto';
import type { Graph } from '../graph/graph.ts';
import { type Addition, addRecords } from '../loading/addRecords.ts';
import type { DatedDecision } from '../reasoning/decisions.ts';
import { BulkError, type BulkWriter } from '../loading/bulk/bulkWriter.ts';
import { type ClaimedLabel, readUnwritten, writeClaims } from '../loading/claims.ts';
import { checkCoding, finishImport, readImportMark } from '../loading/datasetVersion.ts';
import { entitiesOfKeys } from '../loading/writeEntities.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import type { ImportInput, ImportPart, RecordClaim, RowPlace } from './importer.ts';

/** The destination of an import. */
export interface ImportTarget extends Pick<ImportInput, 'knownIds'> {
  /** The row that an earlier import of the dataset reached; `null` if it was finished or never begun. */
  readonly reached: () => Promise<RowPlace | null>;
  readonly add: (part: ImportPart) => Promise<Addition>;
  /** Applies the decisions in files. Without it they are left out. */
  readonly decide?: (decisions: readonly DatedDecision[]) => Promise<unknown>;
  /** @param isWhole whether all parts were added */
  readonly finish: (isWhole: boolean) => Promise<void>;
}

/** A graph. Each part is one transaction, so a stopped import can go on. */
export function intoGraph(
  graph: Graph,
  dataset: DatasetIdentity,
  decide?: NonNullable<ImportTarget['decide']>,
): ImportTarget {
  const written = new Map<string, DatasetIdentity>();
  return {
    ...(decide === undefined ? {} : { decide }),
    reached: async () => {
      const [row] = await graph.read(readImportMark(dataset.id));
      const match = /^(.*):(\d+)$/.exec(row?.mark ?? '');
      return match?.[1] === undefined ? null : { file: match[1], line: Number(match[2]) };
    },
    knownIds: async (keys) => {
      const rows = await graph.read(entitiesOfKeys(keys));
      return new Map(rows.map(({ key, id }) => [key, id]));
    },
    add: async (part) => {
      const own = part.dataset ?? dataset;
      if (!written.has(own.id)) await checkCoding(graph, own);
      written.set(own.id, own);
      const addition = await addRecords(graph, { ...part, ...own }, `${part.end.file}:${part.end.line}`);
      await addClaims(graph, own.id, part.claims ?? []);
      return addition;
    },
    finish: async (isWhole) => {
      if (!isWhole) return;
      for (const one of written.size === 0 ? [dataset] : written.values())
        await graph.write((transaction) => transaction.run(finishImport(one, randomUUID())));
    },
  };
}

const LABELS: Readonly<Record<RecordClaim['of'], ClaimedLabel>> = {
  entity: 'Entity',
  source: 'Source',
  event: 'Event',
};

/** Writes claims on existing nodes. */
async function addClaims(graph: Graph, dataset: string, claims: readonly RecordClaim[]): Promise<void> {
  for (const [of, label] of Object.entries(LABELS)) {
    const own = claims.filter((claim) => claim.of === of);
    if (own.length === 0) continue;
    await graph.write(async (transaction) => {
      const rows = await transaction.run(readUnwritten(label, dataset, own));
      const there = rows.flatMap(({ place, exists }) => (exists ? (own[place] ?? []) : []));
      await transaction.run(writeClaims(label, dataset, there));
    });
  }
}

/** The files of a bulk import, which starts from the beginning each time. */
export function intoFiles(writer: BulkWriter, dataset: DatasetIdentity): ImportTarget {
  return {
    ...DRY_RUN,
    add: (part) => {
      const own = part.dataset ?? dataset;
      if (own.id !== dataset.id || own.coding !== dataset.coding || part.decisions?.length)
        throw new BulkError(
          'The files hold other datasets or decisions of a review. Import them without --bulk.',
        );
      writer.add({ ...part, ...dataset });
      return DRY_RUN.add(part);
    },
  };
}

/** Only counts; nothing is written. */
export const DRY_RUN: ImportTarget = {
  reached: () => Promise.resolve(null),
  add: ({ events }) => Promise.resolve({ created: events.length, changed: 0, left: 0 }),
  finish: () => Promise.resolve(),
};
