import type { Graph } from '../graph/graph.ts';
import { loadedDatasets } from '../queries/datasets.ts';
import { batches } from './batches.ts';
import { removeUnclaimedEntities } from './claims.ts';
import {
  type ClaimedLabel,
  deleteUnclaimedSources,
  dropClaims,
  readClaimed,
  readOfThese,
} from './statements/claimStatements.ts';
import { draftDataset, forgetDataset } from './statements/datasetStatements.ts';
import { runAll, writeRecords } from './writeRecords.ts';

/** What became of all that a dataset declared. */
export interface Removal {
  readonly entities: RemovalCount;
  readonly sources: RemovalCount;
  readonly events: RemovalCount;
  /**
   * Other datasets whose declarations now count where those of this one did. Nobody has kept them: until they are
   * loaded again, the graph does not hold those datasets whole.
   */
  readonly toLoadAgain: readonly string[];
}

interface RemovalCount {
  readonly removed: number;
  /** What other datasets declare, reports of theirs need or decisions are about. */
  readonly kept: number;
}

/**
 * Takes all away that only this dataset declares or reports: what `loadDataset` does with an empty one, but in many
 * transactions, as one of a million events would take more memory than there is. Stopped, it goes on when it is
 * called again.
 * @param onProgress how many of the events are gone, after each transaction
 */
export async function removeDataset(
  graph: Graph,
  id: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<Removal> {
  const whole = await idsOf(graph.read(loadedDatasets()));
  const claimed = async (label: ClaimedLabel) => await idsOf(graph.read(readClaimed(label, id)));
  const [entities, sources, events] = [
    await claimed('Entity'),
    await claimed('Source'),
    await claimed('Event'),
  ];
  await removeEvents(graph, id, events, onProgress);
  for (const batch of batches(sources))
    await graph.write((transaction) =>
      runAll(transaction, [draftDataset(id), dropClaims('Source', id, batch), deleteUnclaimedSources(batch)]),
    );
  for (const batch of batches(entities))
    await graph.write((transaction) => transaction.run(dropClaims('Entity', id, batch)));
  await graph.write(removeUnclaimedEntities);
  await graph.write((transaction) => transaction.run(forgetDataset(id)));
  const stillWhole = new Set(await idsOf(graph.read(loadedDatasets())));
  return {
    entities: await countOf(graph, 'Entity', entities),
    sources: await countOf(graph, 'Source', sources),
    events: await countOf(graph, 'Event', events),
    toLoadAgain: whole.filter((other) => other !== id && !stillWhole.has(other)),
  };
}

async function removeEvents(
  graph: Graph,
  id: string,
  events: readonly string[],
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  let done = 0;
  for (const removed of batches(events)) {
    await graph.write(async (transaction) => {
      await transaction.run(draftDataset(id));
      await writeRecords(transaction, id, {
        ...{ entities: NONE, sources: NONE },
        events: { ...NONE, removed },
      });
    });
    done += removed.length;
    onProgress(done, events.length);
  }
}

const NONE = { created: [], joined: [], changed: [], removed: [], left: 0 };

async function countOf(graph: Graph, label: ClaimedLabel, ids: readonly string[]): Promise<RemovalCount> {
  let kept = 0;
  for (const batch of batches(ids)) kept += (await graph.read(readOfThese(label, batch))).length;
  return { removed: ids.length - kept, kept };
}

async function idsOf(rows: Promise<readonly { readonly id: string }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id);
}
