import { type SeedFault, sortFaults } from './seedFault.ts';

/** One line for each fault, by file and place, in the form that terminals and editors link; then their number. */
export function formatFaults(faults: readonly SeedFault[]): string {
  if (faults.length === 0) return 'No faults.';
  return [...sortFaults(faults).map(formatFault), '', countOf(faults)].join('\n');
}

function formatFault({ file, line, column, message, fix }: SeedFault): string {
  return `${file}:${line}:${column}  ${message} — ${fix}`;
}

function countOf(faults: readonly SeedFault[]): string {
  const files = new Set(faults.map(({ file }) => file)).size;
  return `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}
