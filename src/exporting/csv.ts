import { stringify } from 'csv-stringify/sync';
import {
  entityColumns,
  figuresOf,
  identifierOf,
  PARTICIPANT,
  reportColumns,
} from '../queries/parts/columns.ts';
import { ENTITY } from '../record/entity.ts';
import { REPORT } from '../record/report.ts';
import { closed, closedDays } from './closedDays.ts';
import type { Exporter, ExportInput, Piece } from './exporter.ts';
import { type ViewPart, viewParts } from './viewParts.ts';

type Cell = string | number | null;

/** Tables for pandas, R and spreadsheets, joined by their ids. */
export const csv: Exporter = {
  description: 'Tables in a folder, linked by ids, as known now: for pandas, R and spreadsheets.',
  get files() {
    return TABLES.map(({ file }) => file);
  },
  refuses: () => null,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  for (const { file, columns } of TABLES) yield { file, text: lines([columns]), events: 0 };
  for await (const part of viewParts(input))
    for (const { file, rowsOf } of TABLES) {
      const rows = rowsOf(part);
      if (rows.length > 0)
        yield { file, text: lines(rows), events: file === 'events.csv' ? part.events.length : 0 };
    }
}

/** RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function lines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { escape_formulas: true, record_delimiter: 'windows' });
}

interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rowsOf: (part: ViewPart) => Cell[][];
}

const DAYS = ['edtf', 'earliest', 'beginLatest', 'endEarliest', 'latest'];

const TABLES: readonly Table[] = [
  {
    file: 'events.csv',
    columns: [
      ...['id', 'type', 'summary', ...DAYS, 'disputed', 'stances', 'reports', 'post', 'intends'],
      ...['topics', 'places', 'figures', 'cameo', 'closeness'],
    ],
    rowsOf: ({ events }) =>
      events.map((event) => [
        ...[event.id, event.type, event.summary, event.edtf, ...closedDays(event.edtf)],
        ...[truth(event.disputed), list(event.stances), event.reportCount, event.post, event.intends],
        ...[
          list(event.topics),
          list(event.places),
          list(figuresOf(event).map(({ what, value }) => `${what}: ${value}`)),
          event.cameo,
          event.closeness,
        ],
      ]),
  },
  {
    file: 'participations.csv',
    columns: ['event', 'role', 'entity', 'name', 'onBehalfOf', 'onBehalfOfName', 'named'],
    rowsOf: ({ events }) =>
      events.flatMap(({ id, participants }) =>
        participants.map((row) => {
          const entity = entityColumns(row[PARTICIPANT.place.entity]);
          const principal = row[PARTICIPANT.place.onBehalfOf];
          return [
            ...[id, row[PARTICIPANT.place.role], entity.id, entity.name],
            ...[principal?.[ENTITY.place.id] ?? null, principal?.[ENTITY.place.name] ?? null],
            truth(row[PARTICIPANT.place.named]),
          ];
        }),
      ),
  },
  {
    file: 'reports.csv',
    columns: [
      ...['event', 'source', 'locator', 'stance', ...DAYS],
      ...['wording', 'attributedTo', 'participants', 'key'],
    ],
    rowsOf: ({ events }) =>
      events.flatMap(({ id, reports }) =>
        reports.map((row) => {
          const { source, locator, stance, date, participants } = reportColumns(row);
          const attributedTo = row[REPORT.place.attributedTo]?.[ENTITY.place.id] ?? null;
          return [
            ...[id, source, locator, stance, date, ...closedDays(date)],
            ...[row[REPORT.place.wording], attributedTo, list(participants), row[REPORT.place.key]],
          ];
        }),
      ),
  },
  {
    file: 'relationships.csv',
    columns: ['event', 'type', 'level', 'from', 'to', ...DAYS, 'sources'],
    rowsOf: ({ relationships }) =>
      relationships.map(({ event, type, level, from, to, edtf, sources }) => [
        ...[event, type, level, from, to, edtf, ...closedDays(edtf), list(sources)],
      ]),
  },
  {
    file: 'entities.csv',
    columns: ['id', 'kind', 'name', 'aliases', 'description', 'group', 'partOf', 'identifiers'],
    rowsOf: ({ entities }) =>
      entities.map(({ id, kind, name, aliases, description, group, partOf, identifiers }) => [
        ...[id, kind, name, list(aliases), description, truth(group), partOf],
        list(identifiers.map(identifierOf).map(({ scheme, value }) => `${scheme}:${value}`)),
      ]),
  },
  {
    file: 'sources.csv',
    columns: [
      ...['id', 'title', 'publisher', 'author', 'url', 'role', 'published'],
      ...['publishedEarliest', 'publishedLatest', 'read', 'retracted'],
    ],
    rowsOf: ({ sources }) =>
      sources.map((source) => [
        ...[source.id, source.title, source.publisher, source.author, source.url, source.role],
        ...[source.published, closed(source.publishedEarliest), closed(source.publishedLatest)],
        ...[source.read, source.retracted],
      ]),
  },
];

/** Several values in one cell. */
function list(values: readonly string[]): string {
  return values.join('; ');
}

function truth(value: boolean): string {
  return value ? 'true' : 'false';
}
