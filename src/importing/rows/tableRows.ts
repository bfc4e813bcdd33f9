import { CsvError, parse } from 'csv-parse/sync';
import { ImportError, type RowFault, type RowPlace } from './fault.ts';
import type { FileHead } from './fileHead.ts';
import type { InputFile } from './inputFile.ts';
import { filesFrom, lineBlocks, type TextLine } from './textLines.ts';

export interface TableFormat<Column extends string> {
  /** The columns to read, by their names in the header, in any order. Others are ignored. */
  readonly columns: readonly Column[];
  /** Between what the columns stand; by default, between what the header shows. */
  readonly delimiter?: Delimiter;
  /** The column of a heading; by default, the heading itself. */
  readonly columnOf?: (heading: string) => string;
  /** Columns that a file may lack; their cells are then empty. */
  readonly optional?: readonly Column[];
}

/**
 * Between commas or semicolons, a field may be in quotation marks. Between tabs, it may be so too; a quotation mark that
 * stands anywhere else is an ordinary character there.
 */
type Delimiter = ',' | '\t' | ';';

/** The text of a row, column by column, exactly as in the file. */
export interface TableRow<Column extends string> {
  readonly place: RowPlace;
  readonly cells: Readonly<Record<Column, string>>;
}

/**
 * The rows of a delimited file with a header, in blocks, in their order, from the line after `after`. A row is one line,
 * so a stray quotation mark spoils only its own line. Empty lines are ignored.
 * @throws ImportError if the file cannot be read, or lacks one of the columns
 */
export async function* tableRows<Column extends string>(
  file: InputFile,
  format: TableFormat<Column>,
  after = 1,
): AsyncGenerator<readonly (TableRow<Column> | RowFault)[]> {
  let header: Header<Column> | null = null;
  for await (const lines of lineBlocks(file)) {
    const [first] = lines;
    header ??= headerOf(file.name, first?.text ?? '', format);
    const wanted = lines.filter(({ line, text, unsound }) => {
      return line > Math.max(after, 1) && (text !== '' || unsound !== undefined);
    });
    if (wanted.length > 0) yield rowsOf(wanted, header);
  }
  if (header === null)
    throw new ImportError(`"${file.name}" is empty. Its first line must name the columns.`);
}

/** The rows of several files, one after the other, in blocks; with `after`, only the rows after that one. */
export async function* rowsOfTables<Column extends string>(
  files: readonly InputFile[],
  format: TableFormat<Column>,
  after: RowPlace | null,
): AsyncGenerator<readonly (TableRow<Column> | RowFault)[]> {
  for (const file of filesFrom(files, after))
    yield* tableRows(file, format, after?.file === file.name ? after.line : 1);
}

/** `Event ID` as `event_id`. */
export function inSmallLetters(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '_');
}

/** Why a file with that head is no such table; null if it is one. */
export function refusesTable<Column extends string>(
  { lines: [first = ''] }: FileHead,
  format: TableFormat<Column>,
): string | null {
  const missing = missingColumns(first, format);
  return missing.length === 0 ? null : `its first line lacks the column ${missing.join(', ')}`;
}

/** The columns that a header lacks, if its delimiter is the one that fits best. */
export function missingColumns<Column extends string>(line: string, format: TableFormat<Column>): Column[] {
  return headingsOf(line, format).missing;
}

export function isFault(row: object): row is RowFault {
  return 'message' in row;
}

interface Header<Column extends string> {
  readonly delimiter: Delimiter;
  readonly names: readonly string[];
  readonly wanted: readonly (readonly [name: Column, index: number])[];
}

interface Headings<Column extends string> {
  readonly delimiter: Delimiter;
  /** As the file names them. */
  readonly names: readonly string[];
  /** As the importer names them. */
  readonly columns: readonly string[];
  readonly missing: Column[];
}

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];

/** The headings of a line, read with the delimiter by which the fewest columns are missing. */
function headingsOf<Column extends string>(line: string, format: TableFormat<Column>): Headings<Column> {
  const { columns: wanted, columnOf = (name: string) => name, optional = [] } = format;
  const read = (format.delimiter === undefined ? DELIMITERS : [format.delimiter]).map((delimiter) => {
    const own = alone(line, delimiter);
    const names = 'message' in own ? line.split(delimiter) : own;
    const columns = names.map((name) => columnOf(name.trim()));
    const missing = wanted.filter((column) => !columns.includes(column) && !optional.includes(column));
    return { delimiter, names, columns, missing };
  });
  const [best] = read.sort((a, b) => a.missing.length - b.missing.length || b.names.length - a.names.length);
  if (best === undefined) throw new Error('There is always a delimiter.');
  return best;
}

function headerOf<Column extends string>(
  file: string,
  text: string,
  format: TableFormat<Column>,
): Header<Column> {
  const { delimiter, names, columns, missing } = headingsOf(text, format);
  if (missing.length > 0) {
    const found = names.length > 1 ? ` It has: ${names.join(', ')}.` : '';
    throw new ImportError(`"${file}" lacks the column ${missing.join(', ')} in its first line.${found}`);
  }
  return {
    delimiter,
    names,
    wanted: format.columns.map((column) => [column, columns.indexOf(column)] as const),
  };
}

function rowsOf<Column extends string>(
  lines: readonly TextLine[],
  header: Header<Column>,
): (TableRow<Column> | RowFault)[] {
  const fields = parsed(lines, header.delimiter);
  return lines.map(({ file, line, text, unsound }, i) => {
    const own = whole(fields?.[i] ?? alone(text, header.delimiter), text, header);
    if (unsound !== undefined) return { file, line, ...unsoundCell(own, header, unsound) };
    if (!('message' in own)) return rowOf({ file, line }, own, header);
    return { file, line, column: header.names[own.at] ?? null, message: own.message };
  });
}

/** Between tabs, quotation marks that do not enclose a field may be letters. */
function whole<F>(fields: F, text: string, { delimiter, names }: Header<string>): F | string[] {
  if (delimiter !== '\t' || (Array.isArray(fields) && fields.length === names.length)) return fields;
  const plain = text.split('\t');
  return plain.length === names.length ? plain : fields;
}

/** The fields of all lines at once, which is much faster; null if a line is not a row of its own. */
function parsed(lines: readonly TextLine[], delimiter: Delimiter): string[][] | null {
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

interface StrayQuote {
  readonly at: number;
  readonly message: string;
}

function alone(text: string, delimiter: Delimiter): string[] | StrayQuote {
  try {
    return fieldsOf([text], delimiter)[0] ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const message = isOpen
      ? 'a quotation mark is opened but not closed on its line'
      : 'a quotation mark stands inside a field; within quotes it is written twice';
    return { at: Number(error.column), message };
  }
}

function fieldsOf(lines: readonly string[], delimiter: Delimiter): string[][] {
  return parse(lines.join('\n'), {
    ...{ delimiter, quote: '"', relax_column_count: true, record_delimiter: '\n' },
    relax_quotes: delimiter === '\t',
  });
}

function unsoundCell(
  fields: readonly string[] | StrayQuote,
  { names }: Header<string>,
  message: string,
): Pick<RowFault, 'column' | 'message'> {
  const at = 'message' in fields ? -1 : fields.findIndex((field) => UNSOUND.test(field));
  return { column: names[at] ?? null, message };
}

const UNSOUND = /\uFFFD|\p{Cc}/u;

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
  for (const [name, index] of wanted) cells[name] = fields[index] ?? '';
  return { place, cells };
}
