import { datasetsOfEvents, type KnownDataset, knownDatasets } from '../queries/datasets.ts';
import { eventIds } from './exportedIds.ts';
import { type ExportInput, PATIENCE } from './exporter.ts';

/** The datasets from which the export takes records, with their terms. */
export async function exportedDatasets(
  input: Pick<ExportInput, 'graph' | 'filter'>,
): Promise<readonly KnownDataset[]> {
  const { graph, filter } = input;
  const known = await graph.read(knownDatasets(), PATIENCE);
  if (filter === null || known.length < 2) return known;
  const named = new Set<string>();
  for await (const ids of eventIds(input))
    for (const { dataset } of await graph.read(datasetsOfEvents(ids), PATIENCE)) named.add(dataset);
  return known.filter(({ id }) => named.has(id));
}

/** For a description within a file: `Dataset corpus: licence Apache-2.0; from …`. */
export function datasetSentences(datasets: readonly KnownDataset[]): string {
  return datasets
    .map(
      ({ id, license, origin }) =>
        `Dataset ${id}: licence ${license ?? 'not stated'}; from ${origin ?? 'not stated'}.`,
    )
    .join(' ');
}
