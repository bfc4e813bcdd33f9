/** Where a value stands: keys of mappings and indexes of lists, from the top of what was read. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a record. */
export interface Fault {
  readonly path: Path;
  /** Whether it is the value at the path that is wrong, or the key that the path ends with. */
  readonly at: 'value' | 'key';
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to do about it: a sentence. */
  readonly fix: string;
}
