import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import type { FileHead } from '../rows/fileHead.ts';
import { partOf, portions, resultOf, RowError, type RowResult } from '../rows/rowResult.ts';
import { filledLines } from '../rows/textLines.ts';
import { GDELT_TERMS, gdeltEventOf, type GdeltReports } from './gdeltEvent.ts';
import { GDELT_1 } from './gdeltRow.ts';

/**
 * GDELT 1.0. A row is an event between two actors, and no two rows are one event. GDELT counts reports, not events: its
 * numbers of mentions, sources and articles are figures of the event. The event has one report, that of its row.
 */
export const gdelt: Importer = {
  title: 'GDELT 1.0 events',
  description:
    'GDELT 1.0 event rows, tab-separated and without a header, from http://data.gdeltproject.org/events/.',
  coding: 'MACHINE',
  terms: GDELT_TERMS,
  files: '20160728.export.CSV …',
  refuses,
  parts,
};

const ROWS: GdeltReports = { ...GDELT_1, scheme: 'gdelt', locator: ({ id }) => id };
const WIDTHS = ROWS.widths.join(' or ');

function refuses({ lines }: FileHead): string | null {
  const counts = lines.map((line) => line.split('\t').length);
  if (counts.some((count) => ROWS.widths.includes(count))) return null;
  return `it has ${counts[0] ?? 0} columns between tabs instead of ${WIDTHS}`;
}

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  for await (const lines of portions(filledLines(input.files, input.after), input.partRows)) {
    yield partOf(
      lines,
      lines.map((line) => resultOf(line, () => readRow(line.text, input))),
    );
  }
}

function readRow(text: string, input: ImportInput): RowResult {
  if (text.startsWith('GLOBALEVENTID\t')) return { skipped: 'header row' };
  const cells = text.split('\t');
  if (!ROWS.widths.includes(cells.length))
    throw new RowError(null, `has ${cells.length} columns instead of ${WIDTHS}`);
  return gdeltEventOf(cells, ROWS, input);
}
