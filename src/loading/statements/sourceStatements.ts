import { type RowOf, rowOf } from '../../record/attribute.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import { cypher, when } from '../../cypher/cypher.ts';
import { columnsOf, propertiesOf, WITH_DAYS } from '../../cypher/shape.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { Publication } from '../../reasoning/publication.ts';
import type { Day } from '../../time/day.ts';
import { WHOLE_SOURCE } from '../shapes/wholeNodes.ts';
import { IS_FIRST } from './claimStatements.ts';

/** Makes sources that are not there yet, with when they were published. */
export function createSources(rows: readonly RowOf<typeof WHOLE_SOURCE>[]): Statement<never> {
  return statement(
    cypher`${WITH_DAYS} CREATE (:Source ${propertiesOf(WHOLE_SOURCE)})`,
    columnsOf(WHOLE_SOURCE, rows),
  );
}

export function writeSources(dataset: string, sources: readonly SourceRecord[]): Statement<never> {
  const rows = sources.map((source) => rowOf(SOURCE, source));
  return statement(
    cypher`${WITH_DAYS} MATCH (n:Source {id: $id[i]}) WHERE ${IS_FIRST} SET n += ${propertiesOf(SOURCE.columns)}`,
    { dataset, ...columnsOf(SOURCE.columns, rows) },
  );
}

/** What the publication days of a source follow from, and the days as they stand. */
export interface PublicationRow {
  readonly id: string;
  readonly published: string | null;
  readonly read: string;
  readonly affirmed: readonly string[];
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** Of these sources; of all where no ids are given. */
export function readPublications(ids: readonly string[] | null): Statement<PublicationRow> {
  return statement(
    cypher`
MATCH (s:Source) ${when(ids !== null, cypher`WHERE s.id IN $ids`)}
RETURN s.id AS id, s.published AS published, toString(s.read) AS read,
       COLLECT { MATCH (s)-[r:REPORTS {stance: 'AFFIRMS'}]->(:Event) RETURN DISTINCT r.edtf } AS affirmed,
       toString(s.publishedEarliest) AS earliest, toString(s.publishedLatest) AS latest`,
    { ids },
  );
}

export function writePublications(publications: ReadonlyMap<string, Publication>): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (s:Source {id: row.id})
SET s.publishedEarliest = date(row.earliest), s.publishedLatest = date(row.latest)`,
    { rows: [...publications].map(([id, { earliest, latest }]) => ({ id, earliest, latest })) },
  );
}

export interface ValidityRow extends Publication {
  readonly id: string;
  readonly retracted: Day | null;
  /** As the source itself has it. */
  readonly published: string | null;
}

/** When the sources were published, and from which day on they count no more. */
export function readValidities(ids: readonly string[]): Statement<ValidityRow> {
  return statement(
    cypher`
MATCH (s:Source) WHERE s.id IN $ids
RETURN s.id AS id, toString(s.publishedEarliest) AS earliest, toString(s.publishedLatest) AS latest,
       toString(s.retracted) AS retracted, s.published AS published`,
    { ids },
  );
}

/** The events that any of the sources reports. */
export function readReportedEvents(sourceIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (s:Source)-[:REPORTS]->(e:Event) WHERE s.id IN $sourceIds RETURN DISTINCT e.id AS id`,
    { sourceIds },
  );
}

/** The sources that report any of the events. */
export function readReportingSources(eventIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (e:Event)<-[:REPORTS]-(s:Source) WHERE e.id IN $eventIds RETURN DISTINCT s.id AS id`,
    { eventIds },
  );
}
