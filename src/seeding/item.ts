import type { SeedFault } from './fault.ts';
import type { Path } from '../record/fault.ts';
import type { SeedFile } from './seedFile.ts';

/**
 * One item of a seed file: an entity, a source, an event, a report or a text's entry in the ledger. A rule
 * may read those of its fields only that have the form they should; `having` hands out no others.
 */
export class Item<T extends object> {
  constructor(
    private readonly file: SeedFile,
    private readonly path: Path,
    readonly value: T,
    /** Of values in the file that are missing or not as they should be. */
    private readonly faultyPaths: readonly Path[],
  ) {}

  /** Whether everything at that path in the item has the form it should. */
  isSound(...path: Path): boolean {
    const whole = [...this.path, ...path];
    return !this.faultyPaths.some((faulty) => startsWith(faulty, whole) || startsWith(whole, faulty));
  }

  has(fields: readonly (keyof T & string)[]): boolean {
    return fields.every((field) => this.isSound(field));
  }

  part<P extends object>(path: Path, value: P): Item<P> {
    return new Item(this.file, [...this.path, ...path], value, this.faultyPaths);
  }

  /** A fault at the value of that path in the item; an empty path is the item itself. */
  faultAt(path: Path, message: string, fix: string): SeedFault {
    return this.file.faultAt([...this.path, ...path], message, fix);
  }

  /** A fault at the key that the path ends with. */
  faultAtKey(path: Path, message: string, fix: string): SeedFault {
    return this.file.faultAtKey([...this.path, ...path], message, fix);
  }

  /** Where another fault may send the reader: `seed/sources.yaml:12`. */
  get place(): string {
    const { file, line } = this.faultAt([], '', '');
    return `${file}:${line}`;
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
