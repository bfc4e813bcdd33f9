import { rm } from 'node:fs/promises';
import path from 'node:path';
import { median } from 'simple-statistics';
import { importFull } from '../../src/embedded/importFull.ts';
import { intoFiles } from '../../src/importing/importTarget.ts';
import { BulkWriter } from '../../src/loading/bulk/bulkWriter.ts';
import { openDatabase } from '../../src/program/openDatabase.ts';
import { rounded } from '../measure/summary.ts';
import { generatedSet } from '../sets.ts';
import { configOf, importInto, makeStore } from '../store.ts';

export interface BulkResult {
  readonly events: number;
  /** Seconds from the source file to a database that answers. */
  readonly chancery: number;
  /** The same from the CSV files that Chancery makes of it. */
  readonly bare: number;
  readonly ratio: number;
}

/**
 * Makes a store by `npm run import -- --bulk`, alternating with Neo4j's own tool over the same CSV files, the start of
 * the server, and its constraints and indexes.
 */
export async function timeBulk(
  events: number,
  home: string,
  say: (line: string) => void,
): Promise<BulkResult> {
  const [folder, csv] = [path.join(home, 'bulk'), path.join(home, 'bulk-files')];
  const set = generatedSet(events);
  const files = await set.files(home);
  const writer = new BulkWriter({ id: set.name }, csv);
  await importInto(intoFiles(writer, { id: set.name }), set, files);
  const args = writer.finish();
  const config = configOf(folder);
  const arms = {
    chancery: () => makeStore(set, folder, files, () => undefined),
    bare: async () => {
      const { home, release, cache } = config.embedded;
      await importFull({ home, release, cache, env: config.environment, args, replace: true });
      await (await openDatabase(config, { onProgress: () => undefined })).close();
    },
  };
  const seconds = { chancery: [] as number[], bare: [] as number[] };
  try {
    for (const arm of ['chancery', 'bare', 'bare', 'chancery'] as const) {
      const start = performance.now();
      await arms[arm]();
      seconds[arm].push((performance.now() - start) / 1_000);
    }
  } finally {
    for (const each of [folder, csv]) await rm(each, { recursive: true, force: true });
  }
  const [ours, bare] = [median(seconds.chancery), median(seconds.bare)];
  const result = { events, chancery: rounded(ours), bare: rounded(bare), ratio: rounded(ours / bare) };
  say(`in bulk: ${result.chancery} s, bare ${result.bare} s, ratio ${result.ratio}`);
  return result;
}
