import { Session } from 'node:inspector/promises';
import path from 'node:path';

const SRC = path.resolve('src');
/** The shared folders: every question passes them, but nobody has to read them to follow one question. */
const SHARED = /^(time|ontology|cypher|graph|http)\//;

/**
 * The files of `src` in which some function runs while the work is done, in order. Code that runs when a module is
 * loaded does not count, and neither do the shared folders.
 */
export async function filesEntered(work: () => Promise<unknown>): Promise<string[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // What ran before is taken away; each taking counts from the one before.
    await session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const entered = result.flatMap(({ url, functions }) => {
      const file = path.relative(SRC, url.replace(/^file:\/\//, ''));
      const runs = functions.some(
        ({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0,
      );
      return runs && !file.startsWith('..') && !SHARED.test(file) ? [file] : [];
    });
    return [...new Set(entered)].sort();
  } finally {
    session.disconnect();
  }
}
