import { median } from 'simple-statistics';
import type { Bench } from '../bench.ts';
import { rounded } from '../measure/summary.ts';
import { NO_BLOCKS } from '../../src/queries/parts/columns.ts';
import { eventPage } from '../../src/queries/eventPage.ts';

export interface DecodeResult {
  readonly events: number;
  /** By wall-clock time, including the database's work. */
  readonly eventsASecond: number;
  /** By the processor time of this process: the limit of decoding alone. */
  readonly eventsACpuSecond: number;
}

const MAX_EVENTS = 50_000;

/** How fast the service's own reader turns rows of events into objects. */
export async function timeDecoding({ database, timing, say }: Bench): Promise<DecodeResult> {
  const page = { limit: MAX_EVENTS, beyond: null, backward: false };
  const statement = eventPage({ filter: {}, order: 'DATE_ASC', page, blocks: NO_BLOCKS });
  const clock: number[] = [];
  const processor: number[] = [];
  let events = 0;
  for (let round = -1; round < timing.rounds; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    events = (await database.graph.read(statement, { timeoutMs: 120_000 })).length;
    const { user, system } = process.cpuUsage(before);
    if (round < 0) continue;
    clock.push((events * 1_000) / (performance.now() - start));
    processor.push((events * 1_000_000) / (user + system));
  }
  const result = {
    events,
    eventsASecond: rounded(median(clock)),
    eventsACpuSecond: rounded(median(processor)),
  };
  say(
    `decoding ${events} events: ${result.eventsASecond}/s, ${result.eventsACpuSecond} in a second of processor time`,
  );
  return result;
}
