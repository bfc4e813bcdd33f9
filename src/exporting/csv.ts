import { stringify } from 'csv-stringify/sync';
import type { Exporter, ExportInput, Piece } from './exporter.ts';
import { asPlainText } from '../record/plainText.ts';
import { pairNotes } from './network.ts';
import { type Cell, type Cells, type CellType, tableNames, tableParts, tablesFor } from './tables.ts';

/** Tables for pandas, R and spreadsheets, joined by their ids. */
export const csv: Exporter = {
  description: 'Tables in a folder, linked by ids, as known now: for pandas, R and spreadsheets.',
  get files() {
    return tableNames().map(fileOf);
  },
  without: {},
  notes: pairNotes,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  const tables = tablesFor(input);
  for (const { name, columns } of tables)
    yield { file: fileOf(name), text: lines([columns.map((column) => column.name)]), events: 0 };
  const writeText = input.rawCells === true ? (text: string) => text : asPlainText;
  for await (const part of tableParts(input))
    for (const { name, columns, rowsOf } of tables) {
      const rows = rowsOf(part).map((row) =>
        row.map((cell, i) => textOf(columns[i]?.type ?? 'TEXT', cell, writeText)),
      );
      if (rows.length > 0)
        yield { file: fileOf(name), text: lines(rows), events: name === 'events' ? part.events.length : 0 };
    }
}

function fileOf(table: string): string {
  return `${table}.csv`;
}

/** RFC 4180. Many readers take a line feed or a carriage return by itself for the end of a row. */
function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** @param writeText writes what a person wrote; numbers, days and truths are never changed */
function textOf(type: CellType, cell: Cell, writeText: (text: string) => string): string {
  if (cell === null) return '';
  switch (type) {
    case 'DAY':
    case 'WHOLE':
    case 'TRUTH':
      return (cell as string | number | boolean).toString();
    case 'TEXT':
      return writeText(cell as string);
    case 'TEXTS':
      return writeText(list(cell as Cells['TEXTS']));
    case 'FIGURES':
      return writeText(list((cell as Cells['FIGURES']).map(({ what, value }) => `${what}: ${value}`)));
    case 'IDENTIFIERS':
      return writeText(list((cell as Cells['IDENTIFIERS']).map(({ scheme, value }) => `${scheme}:${value}`)));
  }
}

/** Several values in one cell: a row of CSV with semicolons, so that no value runs into another. */
function list(values: readonly string[]): string {
  return values.map((value) => (UNCLEAR.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join('; ');
}

const UNCLEAR = /[;"\r\n]|^\s|\s$/;
