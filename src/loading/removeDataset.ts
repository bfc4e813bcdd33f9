import type { Graph } from '../graph/graph.ts';
import { loadedDatasets } from '../queries/datasets.ts';
import { batches } from './batches.ts';
import {
  type ClaimedLabel,
  dropClaims,
  readClaimed,
  readExisting,
  removeSources,
  removeUnclaimedEntities,
} from './claims.ts';
import { draftDataset, forgetDataset } from './datasetVersion.ts';
import { writeRecords } from './loadDataset.ts';

/** What became of the nodes that a dataset declared. */
export interface Removal {
  readonly entities: RemovalCount;
  readonly sources: RemovalCount;
  readonly events: RemovalCount;
  /**
   * Other datasets, whose declarations now count for nodes that this one described. The graph does not keep those
   * declarations, so it holds these datasets whole only when they are loaded again.
   */
  readonly toLoadAgain: readonly string[];
}

interface RemovalCount {
  readonly removed: number;
  /** Nodes that other datasets declare, that their reports need or that decisions are about. */
  readonly kept: number;
}

/**
 * Removes all that only this dataset declares or reports, as loading an empty dataset does, but in many transactions:
 * one of a million events would need too much memory. If it was stopped, call it again.
 * @param onProgress called after each transaction with the number of events removed so far
 */
export async function removeDataset(
  graph: Graph,
  id: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<Removal> {
  const wholeBefore = await idsOf(graph.read(loadedDatasets()));
  const entities = await idsOf(graph.read(readClaimed('Entity', id)));
  const sources = await idsOf(graph.read(readClaimed('Source', id)));
  const events = await idsOf(graph.read(readClaimed('Event', id)));
  await removeAllEvents(graph, id, events, onProgress);
  for (const batch of batches(sources))
    await graph.write(async (transaction) => {
      await transaction.run(draftDataset({ id }));
      await removeSources(transaction, id, batch, batch);
    });
  for (const batch of batches(entities))
    await graph.write((transaction) => transaction.run(dropClaims('Entity', id, batch)));
  await graph.write(removeUnclaimedEntities);
  await graph.write((transaction) => transaction.run(forgetDataset(id)));
  const stillWhole = new Set(await idsOf(graph.read(loadedDatasets())));
  return {
    entities: await countOf(graph, 'Entity', entities),
    sources: await countOf(graph, 'Source', sources),
    events: await countOf(graph, 'Event', events),
    toLoadAgain: wholeBefore.filter((other) => other !== id && !stillWhole.has(other)),
  };
}

/** Removes what the dataset says of these events, in many transactions. */
export async function removeAllEvents(
  graph: Graph,
  id: string,
  events: readonly string[],
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  let done = 0;
  for (const removed of batches(events)) {
    await graph.write(async (transaction) => {
      await transaction.run(draftDataset({ id }));
      await writeRecords(
        transaction,
        { id },
        {
          ...{ entities: UNCHANGED, sources: UNCHANGED },
          events: { ...UNCHANGED, removed },
        },
      );
    });
    done += removed.length;
    onProgress(done, events.length);
  }
}

const UNCHANGED = { created: [], joined: [], changed: [], removed: [], left: 0 };

async function countOf(graph: Graph, label: ClaimedLabel, ids: readonly string[]): Promise<RemovalCount> {
  let kept = 0;
  for (const batch of batches(ids)) kept += (await graph.read(readExisting(label, batch))).length;
  return { removed: ids.length - kept, kept };
}

async function idsOf(rows: Promise<readonly { readonly id: string }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id);
}
