import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Day } from '../time/day.ts';
import type { Exporter, ExportInput, Piece } from './exporter.ts';
import { pairNotes } from './network.ts';
import { type Cell, type CellType, type Table, tableNames, tableParts, tablesFor } from './tables.ts';

/** The tables of `csv` with their types. */
export const parquet: Exporter = {
  description: 'The tables of csv as Apache Parquet, with types and lists: for pandas, DuckDB and Spark.',
  get files() {
    return tableNames().map(fileOf);
  },
  without: { rawCells: 'Format "parquet" has exact texts in any case.' },
  notes: pairNotes,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  const files = tablesFor(input).map((table) => ({ table, file: new TableFile(table) }));
  for await (const part of tableParts(input)) {
    for (const { table, file } of files) file.add(table.rowsOf(part));
    yield* written(files, part.events.length);
  }
  for (const { file } of files) file.finish();
  yield* written(files, 0);
}

/** What the files have written since the last time. */
function* written(files: readonly { table: Table; file: TableFile }[], events: number): Generator<Piece> {
  for (const { table, file } of files)
    yield { file: fileOf(table.name), text: file.take(), events: table.name === 'events' ? events : 0 };
}

function fileOf(table: string): string {
  return `${table}.parquet`;
}

/** The number of rows that are written at once, and held in memory until then. */
const ROW_GROUP = 20_000;

/** One table in the making. */
class TableFile {
  readonly #columns: Table['columns'];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #rows: Cell[][] = [];

  constructor({ columns }: Table) {
    this.#columns = columns;
    const schema = [
      { name: 'root', num_children: columns.length },
      ...columns.flatMap(({ name, type }) => SCHEMAS[type](name)),
    ];
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy: 'Chancery' });
  }

  add(rows: readonly Cell[][]): void {
    this.#rows.push(...rows);
    if (this.#rows.length >= ROW_GROUP) this.#writeRows();
  }

  finish(): void {
    if (this.#rows.length > 0) this.#writeRows();
    // The bytes are in memory, so nothing is waited for.
    void this.#writer.finish();
  }

  /** The bytes that were written since the last time. The writer goes on counting from the first. */
  take(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }

  #writeRows(): void {
    const columnData = this.#columns.map(({ name, type }, i) => {
      const valueOf = type === 'DAY' ? dayNumber : (cell: Cell | undefined) => cell ?? null;
      return { name, data: this.#rows.map((row) => valueOf(row[i])) };
    });
    void this.#writer.write({ columnData, rowGroupSize: this.#rows.length });
    this.#rows = [];
  }
}

/** The days since 1 January 1970. */
function dayNumber(cell: Cell | undefined): number | null {
  const day = cell as Day | null;
  return day === null || day === '' ? null : Date.parse(day) / 86_400_000;
}

/** The type of a column, as rows of the schema. */
const SCHEMAS: Readonly<Record<CellType, (name: string) => SchemaElement[]>> = {
  TEXT: (name) => [optional(name, TEXT)],
  DAY: (name) => [optional(name, { type: 'INT32', converted_type: 'DATE' })],
  TRUTH: (name) => [optional(name, { type: 'BOOLEAN' })],
  WHOLE: (name) => [optional(name, { type: 'INT32' })],
  TEXTS: (name) => listOf(name, [required('element', TEXT)]),
  FIGURES: (name) => listOf(name, struct([required('what', TEXT), required('value', { type: 'DOUBLE' })])),
  IDENTIFIERS: (name) => listOf(name, struct([required('scheme', TEXT), required('value', TEXT)])),
};

type Leaf = Pick<SchemaElement, 'type' | 'converted_type'>;

const TEXT: Leaf = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

function optional(name: string, leaf: Leaf): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...leaf };
}

function required(name: string, leaf: Leaf): SchemaElement {
  return { name, repetition_type: 'REQUIRED', ...leaf };
}

function listOf(name: string, element: readonly SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}

function struct(fields: readonly SchemaElement[]): SchemaElement[] {
  return [{ name: 'element', repetition_type: 'REQUIRED', num_children: fields.length }, ...fields];
}
