import { statfs } from 'node:fs/promises';
import { EmbeddedError } from './embeddedError.ts';

/**
 * The free space that a start needs. A new home takes 3 MB, with the corpus 5 MB (`du -sm`), and its transaction log
 * grows to 16 MB before old parts are deleted. If the disk fills up during a start, Neo4j waits without a message.
 */
const MIN_FREE_BYTES = 20_000_000;

/** @throws EmbeddedError NO_SPACE */
export async function assertSpace(home: string, minimum = MIN_FREE_BYTES): Promise<void> {
  const { blocks, bavail, bsize } = await statfs(home);
  // A file system without a size of its own reports 0 for everything.
  if (blocks === 0 || bavail * bsize >= minimum) return;
  throw new EmbeddedError(
    'NO_SPACE',
    `${home} has ${megabytes(bavail * bsize)} MB free. Neo4j needs at least ${megabytes(minimum)} MB for a new home and its transaction log.`,
    'free some space',
    { orElse: 'set CHANCERY_HOME to a folder on a larger disk' },
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
