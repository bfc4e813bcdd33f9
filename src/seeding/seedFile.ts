import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import type { Fault, Path } from '../record/fault.ts';
import type { SeedFault } from './seedFault.ts';

/** The four kinds of seed files. */
export type Section = 'entities' | 'sources' | 'events' | 'ledger';

/** A readable seed file: plain values, with all scalars as the text written, and their places. */
export class SeedFile {
  readonly value: unknown;

  constructor(
    readonly section: Section,
    /** As the reader can open it. */
    readonly path: string,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {
    // A file without a single item is an empty list, though to YAML it is empty.
    this.value = document.contents === null ? [] : plainValue(document.contents);
  }

  /** The fault with its place: at its path, or at the nearest existing one above. */
  placed({ path, at, message, fix }: Fault): SeedFault {
    const { key, value } = this.find(path);
    const { line, col } = this.lines.linePos(startOf(at === 'key' ? (key ?? value) : (value ?? key)));
    return { file: this.path, line, column: col, message, fix };
  }

  private find(path: Path): { key: unknown; value: unknown } {
    let found: { key: unknown; value: unknown } = { key: undefined, value: this.document.contents };
    for (const step of path) {
      const next = childOf(found.value, step);
      if (next === undefined) break;
      found = next;
    }
    return found;
  }
}

function childOf(node: unknown, step: string | number): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    // The last of several equal keys, as it is also the one whose value counts.
    return node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
  }
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: value, value };
  }
  return undefined;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

/** What the node holds; an unquoted `null` or `~` is as empty as nothing at all. */
function plainValue(node: unknown): unknown {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [plainKey(key), plainValue(value)]));
  }
  if (isSeq(node)) return node.items.map(plainValue);
  if (!isScalar(node)) return '';
  return node.type === 'PLAIN' && (node.value === 'null' || node.value === '~') ? '' : node.value;
}

function plainKey(key: unknown): string {
  return isScalar(key) ? String(key.value) : 'a key that is not a text';
}
