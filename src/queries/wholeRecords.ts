import { cypher } from '../cypher/cypher.ts';
import { aliased, returned } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { type Cells, decode, type FoundOf, named, type ReturnedOf } from '../record/attribute.ts';
import { ENTITY, type EntityRecord } from '../record/entity.ts';
import { EVENT, type EventRecord } from '../record/event.ts';
import { participationOf } from '../record/participation.ts';
import { REPORT, STORED_REPORT } from '../record/report.ts';
import { SOURCE, type SourceRecord, STORED_SOURCE } from '../record/source.ts';
import {
  figureColumns,
  figuresOf,
  identifierCells,
  type IdentifierCells,
  identifierOf,
} from './parts/columns.ts';
import { listOf } from './parts/selected.ts';

/** Who declares a node: datasets in the order of their ids, the first of which gave it what it has. */
export interface Claims {
  readonly id: string;
  readonly datasets: readonly string[];
  readonly fingerprints: readonly string[];
}

export interface WholeEntityRow extends Claims, ReturnedOf<typeof ENTITY> {
  /** The id that it is known by since it was joined with another; `null` for its own. */
  readonly canonical: string | null;
  readonly partOf: string | null;
  readonly identifiers: readonly IdentifierCells[];
}

export interface WholeSourceRow extends Claims, ReturnedOf<typeof STORED_SOURCE> {}

export interface WholeEventRow extends Claims, ReturnedOf<typeof EVENT> {
  readonly figureNames: readonly string[];
  readonly figureValues: readonly number[];
  readonly partOf: readonly string[];
  readonly follows: readonly string[];
  readonly reports: readonly Cells<typeof STORED_REPORT, WholeReport>[];
}

/** A report as the graph keeps it: its participants as it states them, each as the key of a participation. */
export type WholeReport = FoundOf<typeof STORED_REPORT>;

/** The entities of these ids as they are declared, and all that they are a part of. */
export function wholeEntities(ids: readonly string[]): Statement<WholeEntityRow> {
  return statement(
    // By id, in a list: DISTINCT on what a pattern of any length ends in lets it come once for each start (5.26.29).
    cypher`
MATCH (asked:Entity) WHERE asked.id IN $ids
UNWIND [asked.id] + COLLECT { MATCH (asked)-[:PART_OF*1..]->(whole:Entity) RETURN whole.id } AS id
WITH DISTINCT id
MATCH (n:Entity {id: id})
RETURN ${CLAIMS}, ${aliased(returned(ENTITY, cypher`n`))}, n.canonical AS canonical,
  head(COLLECT { MATCH (n)-[:PART_OF]->(whole:Entity) RETURN whole.id }) AS partOf,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(n) RETURN ${identifierCells(cypher`key`)} ORDER BY key.key } AS identifiers
ORDER BY id`,
    { ids },
  );
}

export function wholeSources(ids: readonly string[]): Statement<WholeSourceRow> {
  return statement(
    cypher`
MATCH (n:Source) WHERE n.id IN $ids
WITH n ORDER BY n.id
RETURN ${CLAIMS}, ${aliased(returned(STORED_SOURCE, cypher`n`))}`,
    { ids },
  );
}

export function wholeEvents(ids: readonly string[]): Statement<WholeEventRow> {
  return statement(
    cypher`
MATCH (n:Event) WHERE n.id IN $ids
WITH n ORDER BY n.id
RETURN ${CLAIMS}, ${aliased(returned(EVENT, cypher`n`))}, ${figureColumns(cypher`n`)},
  COLLECT { MATCH (n)-[:PART_OF]->(whole:Event) RETURN whole.id ORDER BY whole.id } AS partOf,
  COLLECT { MATCH (n)-[:FOLLOWS]->(other:Event) RETURN other.id ORDER BY other.id } AS follows,
  COLLECT {
    MATCH (n)<-[r:REPORTS]-(s:Source)
    RETURN ${WHOLE_REPORT}
    ORDER BY s.id, r.locator
  } AS reports`,
    { ids },
  );
}

const CLAIMS = cypher`coalesce(n.datasets, []) AS datasets, coalesce(n.fingerprints, []) AS fingerprints`;

const WHOLE_REPORT = listOf(STORED_REPORT, {
  ...returned(REPORT, cypher`r`),
  source: cypher`s.id`,
  date: cypher`r.edtf`,
  participants: cypher`r.participants`,
  dataset: cypher`r.dataset`,
});

export function entityRecord(row: WholeEntityRow): EntityRecord {
  return decode(ENTITY, { ...row, identifiers: row.identifiers.map(identifierOf) });
}

export function sourceRecord(row: WholeSourceRow): SourceRecord {
  return decode(SOURCE, row);
}

/** The event with what the dataset reports of it; `null` if that is nothing. */
export function eventRecord(row: WholeEventRow, dataset: string): EventRecord | null {
  const reports = wholeReports(row).filter((report) => report.dataset === dataset);
  const [first] = reports;
  if (first === undefined) return null;
  const shared = first.participants;
  return decode(EVENT, {
    ...row,
    figures: figuresOf(row),
    participants: shared.map(participationOf),
    reports: reports.map((report) => {
      const own = report.participants;
      const participants = own.join() === shared.join() ? null : own.map(participationOf);
      return decode(REPORT, { ...report, participants });
    }),
  });
}

/** What every dataset reports of the event. */
export function wholeReports({ reports }: WholeEventRow): WholeReport[] {
  return reports.map((cells) => named<typeof STORED_REPORT, WholeReport>(STORED_REPORT, cells));
}

/** The ids of all that has the label, a page in the order of ids. */
export function idsAfter(
  label: keyof typeof LABELS,
  after: string,
  limit: number,
): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (n:${LABELS[label]}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN n.id AS id`,
    { after, limit },
  );
}

const LABELS = { Entity: cypher`Entity`, Source: cypher`Source`, Event: cypher`Event` };
