import type { Database } from './openDatabase.ts';
import { ProgramError } from './programError.ts';

/**
 * Resolves when the program is asked to stop (Ctrl-C, SIGTERM, a closed terminal). Rejects when the database is gone.
 */
export async function untilStopped({ lost }: Pick<Database, 'lost'>): Promise<void> {
  // An open timer keeps the program alive while nothing else does.
  const alive = setInterval(() => undefined, 60_000);
  try {
    await new Promise<void>((resolve, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => {
          resolve();
        });
      void lost.then(() => {
        reject(
          new ProgramError(
            'The embedded Neo4j has ended unexpectedly. See logs/console.log under CHANCERY_HOME, then start it again.',
          ),
        );
      });
    });
  } finally {
    clearInterval(alive);
  }
}
