import { compareTexts } from '../ontology/compareTexts.ts';
/** One thing that is wrong in the seed files, and where. */
export interface Fault {
  /** The file's path as the reader can open it, from the folder that was asked for. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to do about it: a sentence. */
  readonly fix: string;
}

/** By file, then by place in it; faults of one place stay in the order of the rules. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column);
}
