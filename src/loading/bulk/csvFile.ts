import { closeSync, openSync, writeSync } from 'node:fs';
import type { ColumnType, RowOf, Shape } from '../../record/attribute.ts';

/** Separates the items of a list within a cell. No text of Chancery's has this control character. */
const LIST_DELIMITER = '\u001f';
export const LIST_DELIMITER_NAME = 'U+001F';

/** A file with a header as neo4j-admin reads it, then a line for each row. */
export class CsvFile<S extends Shape> {
  readonly path: string;
  /** Whether a text has several lines; the import then needs an option. */
  hasLongTexts = false;
  /** The number of rows so far. */
  rows = 0;
  private readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  private readonly file: number;
  private pending = '';

  /**
   * @param heads the columns before those of the shape; they are not properties
   * @param id for a file of nodes: the id group of the shape's first column
   */
  constructor(path: string, heads: readonly string[], shape: S, id?: string) {
    this.path = path;
    this.columns = Object.entries(shape);
    this.file = openSync(path, 'w');
    const names = this.columns.map(([name, type], index) =>
      id !== undefined && index === 0 ? `${name}:ID(${id})` : `${name}:${TYPES[type]}`,
    );
    this.pending = `${[...heads, ...names].join(',')}\n`;
  }

  write(heads: readonly string[], row: RowOf<S>): void {
    let line = '';
    for (const head of heads) line += `${this.quoted(head)},`;
    for (const [name, type] of this.columns) line += `${this.cell(type, row[name] ?? null)},`;
    this.pending += `${line.slice(0, -1)}\n`;
    this.rows += 1;
    if (this.pending.length >= CHUNK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeSync(this.file, this.pending);
    this.pending = '';
  }

  private cell(type: ColumnType, value: unknown): string {
    if (value === null) return '';
    if (type === 'TEXT') return this.quoted(value as string);
    if (type === 'TEXTS' || type === 'NUMBERS') return this.list(value as readonly (string | number)[]);
    return (value as string | number | boolean).toString();
  }

  private list(items: readonly (string | number)[]): string {
    return items.length === 0 ? '' : this.quoted(items.join(LIST_DELIMITER));
  }

  private quoted(text: string): string {
    if (PLAIN.test(text)) return text;
    if (text.includes('\n') || text.includes('\r')) this.hasLongTexts = true;
    return `"${text.replaceAll('"', '""')}"`;
  }
}

/** Texts that need no quotation marks. An empty text needs them, because an empty cell is null. */
const PLAIN = /^[\w:.#@-]+$/;

const CHUNK = 1 << 20;

const TYPES: Record<ColumnType, string> = {
  TEXT: 'string',
  TEXTS: 'string[]',
  DAY: 'date',
  TRUTH: 'boolean',
  WHOLE: 'long',
  NUMBER: 'double',
  NUMBERS: 'double[]',
};
