import type { EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import { intendedBy, participantsOf, rowReport } from '../coded/codedAct.ts';
import { gdeltActorOf } from './gdeltActor.ts';
import { GDELT_COLUMNS, gdeltRowOf, type GdeltRow } from './gdeltRow.ts';
import { gdeltSourceOf } from './gdeltSource.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import type { FileHead } from '../rows/fileHead.ts';
import { partOf, portions, resultOf, type RowResult } from '../rows/rowResult.ts';
import { summaryOf } from '../coded/summaryOf.ts';
import { typeOfCode, type CodedType } from '../coded/typeOfCode.ts';
import { textLines, type TextLine } from '../rows/textLines.ts';

/**
 * GDELT 1.0. A row is an event between two actors, and no two rows are one event. GDELT counts reports, not events: its
 * numbers of mentions, sources and articles are figures of the event. The event has one report, that of its row.
 */
export const gdelt: Importer = {
  title: 'GDELT 1.0 events',
  description:
    'GDELT 1.0 event rows, tab-separated and without a header, from http://data.gdeltproject.org/events/.',
  coding: 'MACHINE',
  terms: {
    license: 'Open for any use, with a citation of the GDELT Project',
    origin: 'https://www.gdeltproject.org',
  },
  files: '20160728.export.CSV …',
  refuses,
  parts,
};

function refuses({ lines }: FileHead): string | null {
  const counts = lines.map((line) => line.split('\t').length);
  if (counts.some((count) => GDELT_COLUMNS.includes(count))) return null;
  return `it has ${counts[0] ?? 0} columns between tabs instead of ${GDELT_COLUMNS.join(' or ')}`;
}

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  for await (const lines of portions(rowsOf(input), input.partRows)) {
    yield partOf(
      lines,
      lines.map((line) => resultOf(line, () => readRow(line.text, input))),
    );
  }
}

async function* rowsOf({ files, after }: ImportInput): AsyncGenerator<TextLine> {
  for await (const line of textLines(files, after))
    if (line.text !== '' || line.unsound !== undefined) yield line;
}

function readRow(text: string, { dataset, asIs }: ImportInput): RowResult {
  if (text.startsWith('GLOBALEVENTID\t')) return { skipped: 'header row' };
  const row = gdeltRowOf(text);
  const from = gdeltActorOf(row.actors[0]);
  const to = gdeltActorOf(row.actors[1]);
  if (!from && !to) return { skipped: 'no actor' };
  if (!from || !to) return { skipped: 'only one actor' };
  if (from.id === to.id) return { skipped: 'both actors are the same' };
  const source = gdeltSourceOf(row.url, row.added);
  const event = eventOf(row, from, to, source, { dataset, asIs });
  return { entities: [from, to], sources: [source], events: [event] };
}

function eventOf(
  row: GdeltRow,
  from: EntityRecord,
  to: EntityRecord,
  source: SourceRecord,
  { dataset, asIs }: Pick<ImportInput, 'dataset' | 'asIs'>,
): EventRecord {
  const { id, code } = row;
  const [one, other] = row.actors;
  const typed: CodedType = asIs ? { type: 'CODED' } : typeOfCode(code, from.kind, to.kind);
  const { type } = typed;
  const sentence = {
    agent: one.name || one.code,
    target: other.name || other.code,
    text: `code ${code} of CAMEO`,
  };
  return {
    ...EVENT.empty,
    id: `event:${dataset}-${id}`,
    ...typed,
    summary: summaryOf({ type, code, ...sentence }),
    intends: intendedBy(type, code),
    cameo: code,
    places: row.place === '' ? [] : [row.place],
    figures: [
      { what: 'mentions', value: row.mentions },
      { what: 'sources', value: row.sources },
      { what: 'articles', value: row.articles },
    ],
    participants: participantsOf(type, from.id, to.id),
    reports: [rowReport({ source: source.id, date: row.day, locator: id, key: `gdelt:${id}` })],
  };
}
