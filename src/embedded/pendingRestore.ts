import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { HomeFolder } from './homeFolder.ts';

/** A home within the home, in which a backup becomes a store. It is on the same disk as the store that it replaces. */
export function scratchHome({ home }: HomeFolder): string {
  return path.join(home, 'data/restoring');
}

/** Replaces the home's store by that of the scratch home. After the rename, a kill only delays the rest. */
export async function replaceStore(folder: HomeFolder): Promise<void> {
  await rename(path.join(scratchHome(folder), 'data'), restored(folder));
  await settleRestore(folder);
}

/** Completes a restore that was killed: finishes it if the new store was complete, otherwise removes it. */
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
