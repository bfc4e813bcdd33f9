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

export function faultAt(path: Path, message: string, fix: string): Fault {
  return { path, at: 'value', message, fix };
}

export function faultAtKey(path: Path, message: string, fix: string): Fault {
  return { path, at: 'key', message, fix };
}

/** How a reader's files write what the sentences of faults name. */
export interface Wording {
  readonly id: (id: string) => string;
  readonly field: (name: string) => string;
  /** Where another record stands: `seed/sources.yaml:12`. */
  readonly place: (path: Path, at?: Fault['at']) => string;
  /** What to say of a record that is referred to and missing. @param noun what it is: `entity` */
  readonly missing: (noun: string, id: string) => Pick<Fault, 'message' | 'fix'>;
}
