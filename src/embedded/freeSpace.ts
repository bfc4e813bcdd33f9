import { statfs } from 'node:fs/promises';
import { EmbeddedError } from './embeddedError.ts';

/**
 * What must be free to start. A new home takes 3 MB, with the corpus 5 MB (`du -sm` of it), and its log of transactions
 * grows to 16 MB before an old part goes. On a disk that fills up while it starts, Neo4j waits without a word.
 */
const MIN_FREE_BYTES = 20_000_000;

/** @throws EmbeddedError NO_SPACE */
export async function assertSpace(home: string, least = MIN_FREE_BYTES): Promise<void> {
  const { blocks, bavail, bsize } = await statfs(home);
  // A file system without a size of its own says 0 of all.
  if (blocks === 0 || bavail * bsize >= least) return;
  throw new EmbeddedError(
    'NO_SPACE',
    `${home} has ${megabytes(bavail * bsize)} MB free. Neo4j needs at least ${megabytes(least)} MB for a new home and its transaction log.`,
    'free some space',
    { orElse: 'set CHANCERY_HOME to a folder on a larger disk' },
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
