import { type Fault, faultAt, faultAtKey, type Path } from '../record/fault.ts';

/** One item of a seed file as it is written: an entity, a source, an event, a report or a text's entry in the ledger. */
export class Item<T extends object> {
  constructor(
    /** The file's path, then that of the item in it. */
    readonly path: Path,
    /** Only its sound fields are as the type has them. */
    readonly value: T,
    /** The paths in the file of values that are missing or wrong. */
    private readonly faultyPaths: readonly Path[],
  ) {}

  /** Whether everything at that path in the item is in the expected form. */
  isSound(...path: Path): boolean {
    const whole = [...this.path.slice(1), ...path];
    return !this.faultyPaths.some((faulty) => startsWith(faulty, whole) || startsWith(whole, faulty));
  }

  has(fields: readonly (keyof T & string)[]): boolean {
    return fields.every((field) => this.isSound(field));
  }

  /** Its sound fields, which are all that the type promises only if none is required. */
  get sound(): T {
    const fields = Object.entries(this.value).filter(([field]) => this.isSound(field));
    return Object.fromEntries(fields) as T;
  }

  part<P extends object>(path: Path, value: P): Item<P> {
    return new Item([...this.path, ...path], value, this.faultyPaths);
  }

  /** A fault at the value of that path in the item. */
  faultAt(path: Path, message: string, fix: string): Fault {
    return faultAt([...this.path, ...path], message, fix);
  }

  /** A fault at the key that the path ends with. */
  faultAtKey(path: Path, message: string, fix: string): Fault {
    return faultAtKey([...this.path, ...path], message, fix);
  }
}

/** The items whose named fields can be read. */
export function having<T extends object, K extends keyof T & string>(
  items: readonly Item<T>[],
  ...fields: readonly K[]
): readonly Item<Pick<T, K>>[] {
  return items.filter((item) => item.has(fields));
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => String(step) === String(path[index]));
}
