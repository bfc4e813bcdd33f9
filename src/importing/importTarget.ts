import { randomUUID } from 'node:crypto';
import type { Graph } from '../graph/graph.ts';
import { type Addition, addRecords } from '../seeding/addRecords.ts';
import type { BulkWriter } from '../seeding/bulk/bulkWriter.ts';
import { finishImport, readImportMark } from '../seeding/statements/datasets.ts';
import { entitiesOfKeys } from '../seeding/statements/entities.ts';
import type { ImportInput, ImportPart, RowPlace } from './importer.ts';

/** What an import writes to. */
export interface ImportTarget extends Pick<ImportInput, 'knownIds'> {
  /** Where an earlier import of the dataset stopped; `null` where it was finished or never begun. */
  readonly reached: () => Promise<RowPlace | null>;
  readonly add: (part: ImportPart) => Promise<Addition>;
  /** @param isWhole whether all parts were added */
  readonly finish: (isWhole: boolean) => Promise<void>;
}

/** A graph. Each part is one transaction; what was stopped can be gone on with. */
export function intoGraph(graph: Graph, dataset: string): ImportTarget {
  return {
    reached: async () => {
      const [row] = await graph.read(readImportMark(dataset));
      const match = /^(.*):(\d+)$/.exec(row?.mark ?? '');
      return match?.[1] === undefined ? null : { file: match[1], line: Number(match[2]) };
    },
    knownIds: async (keys) => {
      const rows = await graph.read(entitiesOfKeys(keys));
      return new Map(rows.map(({ key, id }) => [key, id]));
    },
    add: (part) => addRecords(graph, { id: dataset, ...part }, `${part.end.file}:${part.end.line}`),
    finish: async (isWhole) => {
      if (isWhole) await graph.write((transaction) => transaction.run(finishImport(dataset, randomUUID())));
    },
  };
}

/** The files of a bulk import, which begins anew each time. */
export function intoFiles(writer: BulkWriter, dataset: string): ImportTarget {
  return {
    ...NOWHERE,
    add: (part) => {
      writer.add({ id: dataset, ...part });
      return NOWHERE.add(part);
    },
  };
}

/** Nothing is written, only counted. */
export const NOWHERE: ImportTarget = {
  reached: () => Promise.resolve(null),
  add: ({ events }) => Promise.resolve({ created: events.length, changed: 0, left: 0 }),
  finish: () => Promise.resolve(),
};
