import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT } from './config.ts';
import { applySchema } from '../graph/applySchema.ts';
import type { Graph } from '../graph/graph.ts';
import { type IndexState, indexStates } from '../queries/indexStates.ts';
import { ProgramError } from './programError.ts';

/** How often to look, and how long there may be no progress; tests change both. */
interface Patience {
  readonly lookMs: number;
  readonly stuckMs: number;
}

/** A large store takes long, but makes progress. */
const PATIENCE: Patience = { lookMs: 5_000, stuckMs: 180_000 };

/**
 * Makes the missing constraints and indexes. Neo4j itself waits for ever for an index that has failed, for example on a
 * full disk.
 * @throws ProgramError when an index has failed, or when there is no progress any more
 */
export async function makeSchema(
  graph: Pick<Graph, 'command' | 'read'>,
  onProgress: (message: string) => void,
  patience = PATIENCE,
): Promise<void> {
  onProgress('Constraints and indexes');
  const script = await readFile(path.join(PROJECT, 'schema/constraints.cypher'), 'utf8');
  const watch = new AbortController();
  const made = applySchema(graph, script);
  const stuck = untilStuck(graph, onProgress, patience, watch.signal);
  // Nobody awaits the second one, so its failure must not count as unhandled.
  for (const either of [made, stuck]) either.catch(() => undefined);
  await Promise.race([made, stuck]).finally(() => {
    watch.abort();
  });
}

async function untilStuck(
  graph: Pick<Graph, 'read'>,
  onProgress: (message: string) => void,
  { lookMs, stuckMs }: Patience,
  signal: AbortSignal,
): Promise<never> {
  let [last, since] = ['', performance.now()];
  for (;;) {
    await sleep(lookMs, undefined, { signal });
    const states = await Promise.race([
      graph.read(indexStates()).catch(() => undefined),
      sleep(lookMs, undefined, { signal }),
    ]);
    const now = states === undefined ? last : describe(states);
    if (now !== last) [last, since] = [now, performance.now()];
    const still = performance.now() - since;
    if (still >= stuckMs)
      throw new ProgramError(
        `Neo4j has made no progress with the constraints and indexes for ${Math.round(still / 1_000)} s. ${WHERE_TO_LOOK}`,
      );
    onProgress(`Constraints and indexes: ${now || 'Neo4j does not answer'}`);
  }
}

/** The progress as a text. @throws ProgramError for an index that has failed */
function describe(states: readonly IndexState[]): string {
  const failed = states.find(({ state }) => state === 'FAILED');
  if (failed !== undefined)
    throw new ProgramError(
      `Neo4j could not create the index "${failed.name}"${why(failed)}. ${WHERE_TO_LOOK}`,
    );
  const done = states.reduce((sum, { percent }) => sum + percent, 0);
  return `${states.length} started, ${(done / Math.max(states.length, 1)).toFixed(1)} % done`;
}

/** The first line of a Java stack trace, without the name of the exception. */
function why({ failure }: IndexState): string {
  const line = /No space left on device/.exec(failure)?.[0] ?? failure.split('\n')[0] ?? '';
  return line === '' ? '' : `: ${line}`;
}

const WHERE_TO_LOOK =
  'Check its disk space and its log (logs/debug.log in its home), then start Neo4j again.';
