import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { HomeFolder } from './homeFolder.ts';

/** A home within the home, in which a backup becomes a store; on the same disk as the store that it replaces. */
export function scratchHome({ home }: HomeFolder): string {
  return path.join(home, 'data/restoring');
}

/** Puts the store of the scratch home in place of the home's. From the rename on, a kill only delays it. */
export async function replaceStore(folder: HomeFolder): Promise<void> {
  await rename(path.join(scratchHome(folder), 'data'), restored(folder));
  await settleRestore(folder);
}

/** Ends what a killed restore began: finishes it where the new store was whole, else clears it away. */
export async function settleRestore(folder: HomeFolder): Promise<void> {
  for (const kind of ['transactions', 'databases']) {
    const from = path.join(restored(folder), kind, 'neo4j');
    const to = path.join(folder.home, 'data', kind, 'neo4j');
    if (!existsSync(from)) continue;
    await rm(to, { recursive: true, force: true });
    await mkdir(path.dirname(to), { recursive: true });
    await rename(from, to);
  }
  for (const left of [restored(folder), scratchHome(folder)])
    await rm(left, { recursive: true, force: true, maxRetries: 5 });
}

function restored({ home }: HomeFolder): string {
  return path.join(home, 'data/restored');
}
