import { type ImportReport, textsOf } from '../importing/importFiles.ts';
import type { InputFiles } from '../importing/rows/inputFile.ts';
import { counted } from './counted.ts';

/**
 * Prints a line every few seconds, with the share of the files that has been read and the remaining time.
 * @returns `report` takes the number of rows so far, `stop` ends it
 */
export function showProgress(inputs: InputFiles, limit: number, passes: number) {
  const start = performance.now();
  let rows = 0;
  const timer = setInterval(() => {
    const read = inputs.bytesRead() / Math.max(1, inputs.size * passes);
    const done = Math.min(1, Math.max(read, rows / limit));
    const seconds = (performance.now() - start) / 1_000;
    const left = done === 0 || done === 1 ? '' : `, about ${Math.ceil((seconds * (1 - done)) / done)} s left`;
    console.log(`  ${Math.round(done * 100)} % read, ${counted(rows, 'row')}${left}`);
  }, 2_000).unref();
  return {
    report: (report: ImportReport) => {
      ({ rows } = report);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** What the import did, or would do. */
export function reportText(report: ImportReport, isDry: boolean): string {
  const { rows, created, changed, left, merged, faults, firstFaults, notes } = report;
  return [
    `${isDry ? 'Would import' : 'Imported'}: ${counted(rows, 'row')} read`,
    `  ${counted(created, 'event')} created, ${counted(changed, 'record')} changed, ${counted(left, 'event')} unchanged`,
    `  ${counted(merged, 'row')} merged into events of other rows`,
    ...(faults === 0 ? [] : [`  ${counted(faults, 'row')} could not be read:`]),
    ...firstFaults.flatMap(textsOf).map((text) => `    ${text}`),
    ...(faults > firstFaults.length ? [`    and ${faults - firstFaults.length} more`] : []),
    ...notCarried(report),
    ...leftOut(report),
    ...notes,
  ].join('\n');
}

const SHOWN_NAMES = 20;

/** What rows say and no record carries, the most frequent first. */
function notCarried({ uncarried }: ImportReport): string[] {
  const all = Object.entries(uncarried).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (all.length === 0) return [];
  const shown = all.slice(0, SHOWN_NAMES).map(([name, count]) => `${name} ${count}`);
  const more = all.length > SHOWN_NAMES ? `, and ${all.length - SHOWN_NAMES} more` : '';
  return [`Not carried: ${shown.join(', ')}${more}`];
}

/** The last line: the rows that were read and are not in the graph. */
function leftOut({ rows, skipped, faults }: ImportReport): string[] {
  const counts = [
    ...(faults === 0 ? [] : [['could not be read', faults] as const]),
    ...Object.entries(skipped),
  ];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const reasons = counts.map(([reason, count]) => `${count} ${reason}`).join('; ');
  return all === 0 ? [] : [`Left out: ${all} of ${counted(rows, 'row')} (${reasons})`];
}
