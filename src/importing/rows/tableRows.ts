import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { ImportError, type RowFault, type RowPlace } from '../importer.ts';

export interface TableFormat<Column extends string> {
  /** A field between commas may be in quotation marks. Between tabs, a quotation mark is an ordinary character. */
  readonly delimiter: ',' | '\t';
  /** The columns to read, by their names in the header, in any order. Others are ignored. */
  readonly columns: readonly Column[];
}

/** The text of a row, column by column, exactly as in the file. */
export interface TableRow<Column extends string> {
  readonly place: RowPlace;
  readonly cells: Readonly<Record<Column, string>>;
}

/**
 * The rows of a delimited UTF-8 file with a header, in blocks, in their order, from the line after `after`. A row is
 * one line, so a stray quotation mark spoils only its own line. Empty lines are ignored.
 * @throws ImportError if the file cannot be read, or lacks one of the columns
 */
export async function* tableRows<Column extends string>(
  file: string,
  format: TableFormat<Column>,
  after = 1,
): AsyncGenerator<readonly (TableRow<Column> | RowFault)[]> {
  let header: Header<Column> | null = null;
  for await (const lines of linesOf(file)) {
    const [first] = lines;
    header ??= headerOf(file, first?.text ?? '', format);
    const wanted = lines.filter(({ line, text }) => line > Math.max(after, 1) && text !== '');
    if (wanted.length > 0) yield rowsOf(file, wanted, header);
  }
  if (header === null) throw new ImportError(`"${file}" is empty. Its first line must name the columns.`);
}

/** The names of a file's columns. @throws ImportError if it cannot be read */
export async function columnNames(file: string, delimiter: ',' | '\t'): Promise<readonly string[]> {
  for await (const [first] of linesOf(file)) return fieldsOf([first?.text ?? ''], delimiter)[0] ?? [];
  return [];
}

export function isFault(row: object): row is RowFault {
  return 'message' in row;
}

interface Line {
  readonly line: number;
  readonly text: string;
}

interface Header<Column extends string> {
  readonly delimiter: ',' | '\t';
  readonly names: readonly string[];
  readonly wanted: readonly (readonly [name: Column, index: number])[];
}

/** Enough for the parser to work in bulk, few enough to hold in memory. */
const BLOCK = 512;
/** No row is that long. A file without line breaks would fill the memory. */
const MAX_ROW_LENGTH = 4_000_000;

async function* linesOf(file: string): AsyncGenerator<readonly Line[]> {
  let lines: Line[] = [];
  let rest = '';
  let line = 0;
  const add = (text: string) =>
    lines.push({ line: ++line, text: text.endsWith('\r') ? text.slice(0, -1) : text });
  for await (const chunk of textOf(file)) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > MAX_ROW_LENGTH)
      throw new ImportError(`${file}: line ${line + 1} is too long for a row of a table.`);
    for (const part of parts) {
      add(part);
      if (lines.length < BLOCK) continue;
      yield lines;
      lines = [];
    }
  }
  if (rest !== '') add(rest);
  if (lines.length > 0) yield lines;
}

/** Bytes that are not UTF-8 become U+FFFD. */
async function* textOf(file: string): AsyncGenerator<string> {
  let isStart = true;
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
      const text = chunk as string;
      yield isStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
      isStart = false;
    }
  } catch (error) {
    const { message } = error as NodeJS.ErrnoException;
    throw new ImportError(`${file} cannot be read: ${message}`, { cause: error });
  }
}

function headerOf<Column extends string>(
  file: string,
  text: string,
  { delimiter, columns }: TableFormat<Column>,
): Header<Column> {
  const names = fieldsOf([text], delimiter)[0] ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const found = names.length > 1 ? ` It has: ${names.join(', ')}.` : '';
    throw new ImportError(`"${file}" lacks the column ${missing.join(', ')} in its first line.${found}`);
  }
  return { delimiter, names, wanted: columns.map((column) => [column, names.indexOf(column)] as const) };
}

function rowsOf<Column extends string>(
  file: string,
  lines: readonly Line[],
  header: Header<Column>,
): (TableRow<Column> | RowFault)[] {
  const fields = parsed(lines, header.delimiter);
  return lines.map(({ line, text }, i) => {
    const own = fields?.[i] ?? alone(text, header);
    return 'message' in own ? { file, line, ...own } : rowOf({ file, line }, own, header);
  });
}

/** The fields of all lines at once, which is much faster; null if a line is not a row of its own. */
function parsed(lines: readonly Line[], delimiter: ',' | '\t'): string[][] | null {
  try {
    const records = fieldsOf(
      lines.map(({ text }) => text),
      delimiter,
    );
    return records.length === lines.length ? records : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function alone(
  text: string,
  { delimiter, names }: Header<string>,
): string[] | Omit<RowFault, keyof RowPlace> {
  try {
    return fieldsOf([text], delimiter)[0] ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const message = isOpen
      ? 'a quotation mark is opened but not closed on its line'
      : 'a quotation mark stands inside a field; within quotes it is written twice';
    return { column: names[Number(error.column)] ?? null, message };
  }
}

function fieldsOf(lines: readonly string[], delimiter: ',' | '\t'): string[][] {
  const quote = delimiter === ',' ? '"' : null;
  return parse(lines.join('\n'), { delimiter, quote, relax_column_count: true, record_delimiter: '\n' });
}

function rowOf<Column extends string>(
  place: RowPlace,
  fields: readonly string[],
  { names, wanted }: Header<Column>,
): TableRow<Column> | RowFault {
  if (fields.length !== names.length) {
    const message = `it has ${fields.length} columns, but the first line names ${names.length}`;
    return { ...place, column: null, message };
  }
  const cells = {} as Record<Column, string>;
  for (const [name, index] of wanted) {
    const cell = fields[index] ?? '';
    if (cell.includes('\uFFFD')) return { ...place, column: name, message: 'it is not UTF-8' };
    cells[name] = cell;
  }
  return { place, cells };
}
