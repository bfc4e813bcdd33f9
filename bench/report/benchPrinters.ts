import { RESULTS } from '../options.ts';
import { readResults } from '../result.ts';
import { plot } from './plot.ts';
import { summary } from './summary.ts';
import { tables } from './tables.ts';

/** What the documentation shows of the results, by the markers that stand for it. */
export async function benchPrinters() {
  const results = await readResults(RESULTS);
  return { bench: () => tables(results), 'bench-summary': () => summary(results) };
}

/** The medians of the largest set, as the documentation shows them. */
export const benchPlot = {
  file: 'docs/reference/benchmark.svg',
  async svg(): Promise<string> {
    const largest = (await readResults(RESULTS)).findLast(({ operations }) => operations !== undefined);
    if (largest === undefined) throw new Error(`${RESULTS} has no operations.`);
    return plot(largest);
  },
};
