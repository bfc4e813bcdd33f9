import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { type FileHead, headOf } from '../rows/fileHead.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { partOf, portions, resultOf, RowError, type RowResult } from '../rows/rowResult.ts';
import { filledLines } from '../rows/textLines.ts';
import { GDELT_TERMS, gdeltEventOf, type GdeltReports } from './gdeltEvent.ts';
import { gdeltMentionOf, isMention, MENTION_COLUMNS } from './gdeltMention.ts';
import { GDELT_2 } from './gdeltRow.ts';

/**
 * GDELT 2.0, which comes every 15 minutes as two files: events, and the articles that mention them. The event has a
 * report of the first article, by its row, and one of each mention. Mentions of an event go on for a year, so they join
 * the event whenever their file is read.
 */
export const gdelt2: Importer = {
  title: 'GDELT 2.0 events and mentions',
  description:
    'GDELT 2.0 events and mentions, tab-separated and without a header, from http://data.gdeltproject.org/gdeltv2/.',
  coding: 'MACHINE',
  terms: GDELT_TERMS,
  files: '20160728001500.export.CSV.zip 20160728001500.mentions.CSV.zip …',
  refuses,
  awaits: (name) => (name.endsWith(MENTIONS) ? `${name.slice(0, -MENTIONS.length)}.export.csv` : null),
  parts,
};

const MENTIONS = '.mentions.csv';

/** The source says itself where in it the event is, if its mention is imported too. */
const ROWS: GdeltReports = { ...GDELT_2, scheme: 'gdelt2', locator: () => '' };
const EVENT_WIDTHS = ROWS.widths.join(' or ');

function refuses({ lines }: FileHead): string | null {
  if (lines.some((line) => isEvent(line) || isMention(line))) return null;
  const count = (lines[0] ?? '').split('\t').length;
  return `it has ${count} columns between tabs instead of ${EVENT_WIDTHS} of events or ${MENTION_COLUMNS.length} of mentions`;
}

function isEvent(line: string): boolean {
  return ROWS.widths.includes(line.split('\t').length);
}

/** Each mention makes the view of its event be written again, so a part has fewer rows than usual. */
const PART_ROWS = 500;

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  const files = await eventsFirst(input.files);
  for await (const lines of portions(filledLines(files, input.after), input.partRows ?? PART_ROWS)) {
    const results = lines.map((line) => resultOf(line, () => readRow(line.text, input)));
    yield { ...partOf(lines, results), joining: results.flatMap(({ joins }) => joins ?? []) };
  }
}

/** A mention joins its event, which must be there. */
async function eventsFirst(files: readonly InputFile[]): Promise<InputFile[]> {
  const isOfEvents = await Promise.all(files.map(async (file) => (await headOf(file)).lines.some(isEvent)));
  return [...files.filter((_, i) => isOfEvents[i]), ...files.filter((_, i) => !isOfEvents[i])];
}

function readRow(text: string, input: ImportInput): RowResult {
  if (/^GLOBALEVENTID\t/i.test(text)) return { skipped: 'header row' };
  const cells = text.split('\t');
  if (ROWS.widths.includes(cells.length)) return gdeltEventOf(cells, ROWS, input);
  if (cells.length === MENTION_COLUMNS.length) return gdeltMentionOf(cells, input);
  throw new RowError(
    null,
    `has ${cells.length} columns instead of ${EVENT_WIDTHS} of an event or ${MENTION_COLUMNS.length} of a mention`,
  );
}
