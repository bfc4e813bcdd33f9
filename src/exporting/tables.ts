import { isSymmetric } from '../ontology/lookups.ts';
import type { KnownDataset } from '../queries/datasets.ts';
import {
  figuresOf,
  identifierOf,
  OWNED_REPORT,
  PARTICIPANT,
  reportColumns,
} from '../queries/parts/columns.ts';
import { ENTITY, type Identifier } from '../record/entity.ts';
import type { Figure } from '../record/event.ts';
import { REPORT } from '../record/report.ts';
import type { Bounds } from '../time/bounds.ts';
import type { Day } from '../time/day.ts';
import { closed, closedDays } from './closedDays.ts';
import { exportedDatasets } from './exportedDatasets.ts';
import type { ExportInput } from './exporter.ts';
import { type Pair, Pairs } from './pairs.ts';
import { type ViewPart, viewParts } from './viewParts.ts';

/** What a cell of each type of column holds; `null` if there is nothing to say. */
export interface Cells {
  readonly TEXT: string | null;
  readonly TEXTS: readonly string[];
  readonly DAY: Day | null;
  readonly TRUTH: boolean;
  readonly WHOLE: number | null;
  readonly FIGURES: readonly Figure[];
  readonly IDENTIFIERS: readonly Identifier[];
}

export type CellType = keyof Cells;
export type Cell = Cells[CellType];

/** What is written beside its neighbours: rows of one form, under names and types that they share. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: CellType }[];
  readonly rowsOf: (part: TablePart) => Cell[][];
}

/** Some of what is exported. */
export interface TablePart extends ViewPart {
  readonly datasets: readonly KnownDataset[];
  readonly pairs: readonly Pair[];
}

/** The names of all tables, whatever is exported. */
export function tableNames(): readonly string[] {
  return tablesFor({}).map(({ name }) => name);
}

/** With pairs, their table takes the place of the table of relationships. */
export function tablesFor({ pairs }: Pick<ExportInput, 'pairs'>): readonly Table[] {
  const related = pairs === true ? PAIRS : RELATIONSHIPS;
  return [EVENTS, PARTICIPATIONS, REPORTS, related, ENTITIES, SOURCES, DATASETS];
}

/** What the tables are of, part by part. */
export async function* tableParts(input: ExportInput): AsyncGenerator<TablePart> {
  const nothing = { events: [], relationships: [], entities: [], sources: [], datasets: [], pairs: [] };
  yield { ...nothing, datasets: await exportedDatasets(input) };
  if (input.pairs !== true) {
    for await (const part of viewParts(input)) yield { ...nothing, ...part };
    return;
  }
  const pairs = new Pairs();
  for await (const part of viewParts({ levels: ['NAMED'], ...input })) {
    pairs.add(part);
    yield { ...nothing, ...part };
  }
  yield { ...nothing, pairs: await pairs.all(input.graph) };
}

/** The type of a column, and what its cells are. */
type Column<Row> = { [Type in CellType]: readonly [Type, of: (row: Row) => Cells[Type]] }[CellType];

/** A table with a row for each of what the part has; under the name of each column its cell. */
function table<Row>(
  name: string,
  of: (part: TablePart) => readonly Row[],
  columns: Readonly<Record<string, Column<Row>>>,
): Table {
  const all = Object.values(columns);
  return {
    name,
    columns: Object.entries(columns).map(([column, [type]]) => ({ name: column, type })),
    rowsOf: (part) => of(part).map((row) => all.map(([, cellOf]) => cellOf(row))),
  };
}

interface Dated {
  readonly edtf: string;
  readonly days: Bounds;
}

const DAYS: Readonly<Record<keyof Bounds | 'edtf', Column<Dated>>> = {
  edtf: ['TEXT', ({ edtf }: Dated) => edtf],
  earliest: ['DAY', ({ days }: Dated) => days.earliest],
  beginLatest: ['DAY', ({ days }: Dated) => days.beginLatest],
  endEarliest: ['DAY', ({ days }: Dated) => days.endEarliest],
  latest: ['DAY', ({ days }: Dated) => days.latest],
};

// The order of columns is published: a new one comes last.

const EVENTS = table('events', ({ events }) => dated(events), {
  id: ['TEXT', ({ id }) => id],
  type: ['TEXT', ({ type }) => type],
  summary: ['TEXT', ({ summary }) => summary],
  ...DAYS,
  disputed: ['TRUTH', ({ disputed }) => disputed],
  stances: ['TEXTS', ({ stances }) => stances],
  reports: ['WHOLE', ({ reportCount }) => reportCount],
  post: ['TEXT', ({ post }) => post],
  intends: ['TEXT', ({ intends }) => intends],
  topics: ['TEXTS', ({ topics }) => topics],
  places: ['TEXTS', ({ places }) => places],
  figures: ['FIGURES', (event) => figuresOf(event)],
  cameo: ['TEXT', ({ cameo }) => cameo],
  plover: ['TEXT', ({ plover }) => plover],
  closeness: ['TEXT', ({ closeness }) => closeness],
  datasets: ['TEXTS', ({ datasets }) => datasets],
});

const PARTICIPATIONS = table('participations', participationsIn, {
  event: ['TEXT', ({ event }) => event],
  role: ['TEXT', ({ row }) => row[PARTICIPANT.place.role]],
  entity: ['TEXT', ({ row }) => row[PARTICIPANT.place.entity][ENTITY.place.id]],
  name: ['TEXT', ({ row }) => row[PARTICIPANT.place.entity][ENTITY.place.name]],
  onBehalfOf: ['TEXT', ({ row }) => row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.id] ?? null],
  onBehalfOfName: ['TEXT', ({ row }) => row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.name] ?? null],
  named: ['TRUTH', ({ row }) => row[PARTICIPANT.place.named]],
});

const REPORTS = table('reports', reportsIn, {
  event: ['TEXT', ({ event }) => event],
  source: ['TEXT', ({ source }) => source],
  locator: ['TEXT', ({ locator }) => locator],
  stance: ['TEXT', ({ stance }) => stance],
  ...DAYS,
  basis: ['TEXT', ({ row }) => row[REPORT.place.basis]],
  basedOn: ['TEXTS', ({ row }) => row[REPORT.place.basedOn]],
  wording: ['TEXT', ({ row }) => row[REPORT.place.wording]],
  attributedTo: ['TEXT', ({ row }) => row[REPORT.place.attributedTo]?.[ENTITY.place.id] ?? null],
  participants: ['TEXTS', ({ participants }) => participants],
  confidence: ['WHOLE', ({ row }) => row[REPORT.place.confidence]],
  dataset: ['TEXT', ({ row }) => row[OWNED_REPORT.place.dataset]],
  coding: ['TEXT', ({ row }) => row[OWNED_REPORT.place.coding]],
  key: ['TEXT', ({ row }) => row[REPORT.place.key]],
});

const RELATIONSHIPS = table('relationships', ({ relationships }) => dated(relationships), {
  event: ['TEXT', ({ event }) => event],
  type: ['TEXT', ({ type }) => type],
  level: ['TEXT', ({ level }) => level],
  from: ['TEXT', ({ from }) => from],
  to: ['TEXT', ({ to }) => to],
  ...DAYS,
  sources: ['TEXTS', ({ sources }) => sources],
  post: ['TEXT', ({ post }) => post],
  datasets: ['TEXTS', ({ datasets }) => datasets],
  coding: ['TEXT', ({ coding }) => coding],
  fromName: ['TEXT', ({ fromName }) => fromName],
  toName: ['TEXT', ({ toName }) => toName],
  sourceCount: ['WHOLE', ({ sources }) => sources.length],
  closeness: ['TEXT', ({ closeness }) => closeness],
  symmetric: ['TRUTH', ({ type }) => isSymmetric(type)],
});

const PAIRS = table('relationships', ({ pairs }) => pairs, {
  from: ['TEXT', ({ from }) => from],
  to: ['TEXT', ({ to }) => to],
  fromName: ['TEXT', ({ fromName }) => fromName],
  toName: ['TEXT', ({ toName }) => toName],
  eventCount: ['WHOLE', ({ eventCount }) => eventCount],
  types: ['TEXTS', ({ types }) => types],
  earliest: ['DAY', ({ earliest }) => earliest],
  latest: ['DAY', ({ latest }) => latest],
  openStarts: ['WHOLE', ({ openStarts }) => openStarts],
  openEnds: ['WHOLE', ({ openEnds }) => openEnds],
  sourceCount: ['WHOLE', ({ sourceCount }) => sourceCount],
  independentSourceCount: ['WHOLE', ({ independentSourceCount }) => independentSourceCount],
  datasets: ['TEXTS', ({ datasets }) => datasets],
  coding: ['TEXT', ({ coding }) => coding],
});

const ENTITIES = table('entities', ({ entities }) => entities, {
  id: ['TEXT', ({ id }) => id],
  kind: ['TEXT', ({ kind }) => kind],
  name: ['TEXT', ({ name }) => name],
  aliases: ['TEXTS', ({ aliases }) => aliases],
  description: ['TEXT', ({ description }) => description],
  group: ['TRUTH', ({ group }) => group],
  partOf: ['TEXT', ({ partOf }) => partOf],
  existed: ['TEXT', ({ existed }) => existed],
  identifiers: ['IDENTIFIERS', ({ identifiers }) => identifiers.map(identifierOf)],
  countries: ['TEXTS', ({ countries }) => countries],
  datasets: ['TEXTS', ({ datasets }) => datasets],
});

const SOURCES = table('sources', ({ sources }) => sources, {
  id: ['TEXT', ({ id }) => id],
  title: ['TEXT', ({ title }) => title],
  titled: ['TRUTH', ({ titled }) => titled],
  publisher: ['TEXT', ({ publisher }) => publisher],
  author: ['TEXT', ({ author }) => author],
  url: ['TEXT', ({ url }) => url],
  role: ['TEXT', ({ role }) => role],
  published: ['TEXT', ({ published }) => published],
  publishedEarliest: ['DAY', ({ publishedEarliest }) => closed(publishedEarliest)],
  publishedLatest: ['DAY', ({ publishedLatest }) => closed(publishedLatest)],
  basedOn: ['TEXTS', ({ basedOn }) => basedOn],
  read: ['DAY', ({ read }) => read],
  retracted: ['DAY', ({ retracted }) => retracted],
  entries: ['WHOLE', ({ entries }) => entries],
  unread: ['TEXTS', ({ unread }) => unread],
  publishedBasis: ['TEXT', ({ publishedBasis }) => publishedBasis],
  datasets: ['TEXTS', ({ datasets }) => datasets],
});

const DATASETS = table('datasets', ({ datasets }) => datasets, {
  id: ['TEXT', ({ id }) => id],
  coding: ['TEXT', ({ coding }) => coding],
  license: ['TEXT', ({ license }) => license],
  origin: ['TEXT', ({ origin }) => origin],
});

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
