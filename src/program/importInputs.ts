import type { Importer } from '../importing/importer.ts';
import { importFiles, type ImportOptions, type ImportReport } from '../importing/importFiles.ts';
import { intoGraph, type ImportTarget } from '../importing/importTarget.ts';
import { type InputFiles, openInputs } from '../importing/rows/inputFile.ts';
import type { Graph } from '../graph/graph.ts';
import { storedTerms } from '../loading/datasetVersion.ts';
import type { Coding } from '../ontology/codings.ts';
import type { DatasetIdentity, DatasetTerms } from '../record/datasetIdentity.ts';
import { applyDecisions } from '../resolving/applyReview.ts';
import { showProgress } from './importReport.ts';

/** What a person says of how files are to be read. */
export interface ReadingOptions {
  readonly coding?: Coding;
  readonly asIs?: true;
  readonly strict?: true;
  readonly restart?: true;
  readonly partial?: true;
  readonly limit: number;
}

/** Opens files by their paths for the work, and closes them after it. @throws ImportError if one cannot be read */
export async function withInputs<T>(
  paths: readonly string[],
  work: (inputs: InputFiles) => Promise<T>,
): Promise<T> {
  const inputs = await openInputs(paths);
  try {
    return await work(inputs);
  } finally {
    await inputs.close();
  }
}

/** Reads files into the target and shows how far it is. @param stop ends it after a part */
export async function readInto(
  target: ImportTarget,
  inputs: InputFiles,
  importer: Importer,
  { id }: DatasetIdentity,
  { limit, asIs, strict, restart, partial, coding }: ReadingOptions,
  stop: Pick<ImportOptions, 'stop'> = {},
): Promise<ImportReport> {
  const progress = showProgress(inputs, limit, importer.passes ?? 1);
  try {
    return await importFiles(target, importer, {
      ...{ dataset: id, limit, asIs: asIs === true, strict: strict === true, restart: restart === true },
      ...{ files: inputs.files, isPartial: partial === true },
      ...(coding === undefined ? {} : { coding }),
      ...stop,
      onProgress: progress.report,
    });
  } finally {
    progress.stop();
  }
}

/** The graph as a target. @param usual the terms of a dataset that states none */
export async function graphTarget(
  graph: Graph,
  dataset: DatasetIdentity,
  usual: DatasetTerms,
): Promise<ImportTarget> {
  const own = { ...usual, ...(await storedTerms(graph, dataset.id)), ...dataset };
  return intoGraph(graph, own, (decisions) => applyDecisions(graph, decisions));
}
