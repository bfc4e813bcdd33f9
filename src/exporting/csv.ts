import { stringify } from 'csv-stringify/sync';
import {
  figuresOf,
  identifierOf,
  OWNED_REPORT,
  PARTICIPANT,
  reportColumns,
} from '../queries/parts/columns.ts';
import { ENTITY } from '../record/entity.ts';
import { REPORT } from '../record/report.ts';
import type { Bounds } from '../time/bounds.ts';
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

/** A table with a row for each of what the part has; under the name of each column its cell. */
function table<Row>(
  file: string,
  of: (part: ViewPart) => readonly Row[],
  columns: Readonly<Record<string, (row: Row) => Cell>>,
): Table {
  const cells = Object.values(columns);
  const rowsOf = (part: ViewPart) => of(part).map((row) => cells.map((cell) => cell(row)));
  return { file, columns: Object.keys(columns), rowsOf };
}

interface Dated {
  readonly edtf: string;
  readonly days: Bounds;
}

const DAYS = {
  edtf: ({ edtf }: Dated) => edtf,
  earliest: ({ days }: Dated) => days.earliest,
  beginLatest: ({ days }: Dated) => days.beginLatest,
  endEarliest: ({ days }: Dated) => days.endEarliest,
  latest: ({ days }: Dated) => days.latest,
};

const TABLES: readonly Table[] = [
  table('events.csv', ({ events }) => dated(events), {
    id: ({ id }) => id,
    type: ({ type }) => type,
    summary: ({ summary }) => summary,
    ...DAYS,
    disputed: ({ disputed }) => truth(disputed),
    stances: ({ stances }) => list(stances),
    reports: ({ reportCount }) => reportCount,
    post: ({ post }) => post,
    intends: ({ intends }) => intends,
    topics: ({ topics }) => list(topics),
    places: ({ places }) => list(places),
    figures: (event) => list(figuresOf(event).map(({ what, value }) => `${what}: ${value}`)),
    cameo: ({ cameo }) => cameo,
    closeness: ({ closeness }) => closeness,
  }),
  table('participations.csv', participationsIn, {
    event: ({ event }) => event,
    role: ({ row }) => row[PARTICIPANT.place.role],
    entity: ({ row }) => row[PARTICIPANT.place.entity][ENTITY.place.id],
    name: ({ row }) => row[PARTICIPANT.place.entity][ENTITY.place.name],
    onBehalfOf: ({ row }) => row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.id] ?? null,
    onBehalfOfName: ({ row }) => row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.name] ?? null,
    named: ({ row }) => truth(row[PARTICIPANT.place.named]),
  }),
  table('reports.csv', reportsIn, {
    event: ({ event }) => event,
    source: ({ source }) => source,
    locator: ({ locator }) => locator,
    stance: ({ stance }) => stance,
    ...DAYS,
    basis: ({ row }) => row[REPORT.place.basis],
    basedOn: ({ row }) => list(row[REPORT.place.basedOn]),
    wording: ({ row }) => row[REPORT.place.wording],
    attributedTo: ({ row }) => row[REPORT.place.attributedTo]?.[ENTITY.place.id] ?? null,
    participants: ({ participants }) => list(participants),
    dataset: ({ row }) => row[OWNED_REPORT.place.dataset],
    coding: ({ row }) => row[OWNED_REPORT.place.coding],
    key: ({ row }) => row[REPORT.place.key],
  }),
  table('relationships.csv', ({ relationships }) => dated(relationships), {
    event: ({ event }) => event,
    type: ({ type }) => type,
    level: ({ level }) => level,
    from: ({ from }) => from,
    to: ({ to }) => to,
    ...DAYS,
    sources: ({ sources }) => list(sources),
    post: ({ post }) => post,
    datasets: ({ datasets }) => list(datasets),
    coding: ({ coding }) => coding,
  }),
  table('entities.csv', ({ entities }) => entities, {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    name: ({ name }) => name,
    aliases: ({ aliases }) => list(aliases),
    description: ({ description }) => description,
    group: ({ group }) => truth(group),
    partOf: ({ partOf }) => partOf,
    existed: ({ existed }) => existed,
    identifiers: ({ identifiers }) =>
      list(identifiers.map(identifierOf).map(({ scheme, value }) => `${scheme}:${value}`)),
    countries: ({ countries }) => list(countries),
  }),
  table('sources.csv', ({ sources }) => sources, {
    id: ({ id }) => id,
    title: ({ title }) => title,
    titled: ({ titled }) => truth(titled),
    publisher: ({ publisher }) => publisher,
    author: ({ author }) => author,
    url: ({ url }) => url,
    role: ({ role }) => role,
    published: ({ published }) => published,
    publishedEarliest: ({ publishedEarliest }) => closed(publishedEarliest),
    publishedLatest: ({ publishedLatest }) => closed(publishedLatest),
    basedOn: ({ basedOn }) => list(basedOn),
    read: ({ read }) => read,
    retracted: ({ retracted }) => retracted,
    entries: ({ entries }) => entries,
    unread: ({ unread }) => list(unread),
  }),
];

/** The rows with the four days of their dates. */
function dated<Row extends { readonly edtf: string }>(rows: readonly Row[]): (Row & Dated)[] {
  return rows.map((row) => ({ ...row, days: closedDays(row.edtf) }));
}

function participationsIn({ events }: ViewPart) {
  return events.flatMap(({ id, participants }) => participants.map((row) => ({ event: id, row })));
}

function reportsIn({ events }: ViewPart) {
  return events.flatMap(({ id, reports }) =>
    dated(
      reports.map((row) => {
        const { date, ...report } = reportColumns(row);
        return { event: id, row, edtf: date, ...report };
      }),
    ),
  );
}

/** Several values in one cell. */
function list(values: readonly string[]): string {
  return values.join('; ');
}

function truth(value: boolean): string {
  return value ? 'true' : 'false';
}
