import { compareTexts } from '../ontology/compareTexts.ts';
import type { Fault } from '../record/fault.ts';

/** One thing that is wrong in the seed files, and where. */
export interface SeedFault extends Pick<Fault, 'message' | 'fix'> {
  /** The file's path as the reader can open it, from the folder that was asked for. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** By file, then by place in it; faults of one place stay in the order of the rules. */
export function sortFaults(faults: readonly SeedFault[]): SeedFault[] {
  return faults.toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column);
}
