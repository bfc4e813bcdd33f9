import type { SourceRecord } from '../../ontology/records.ts';
import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { Publication } from '../../reasoning/publication.ts';
import { fingerprint } from '../fingerprint.ts';

export function writeSources(dataset: string, sources: readonly SourceRecord[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n += row.properties, n.read = date(row.read), n.retracted = date(row.retracted), n.owner = $dataset,
    n.datasets = [other IN coalesce(n.datasets, []) WHERE other <> $dataset] + $dataset`,
    { dataset, rows: sources.map(sourceRow) },
  );
}

/** What the publication days of sources follow from; all sources where no ids are given. */
export interface PublicationRow {
  readonly id: string;
  readonly published: string | null;
  readonly read: string;
  readonly retracted: boolean;
  readonly affirmed: readonly string[];
}

export function readPublications(ids: readonly string[] | null): Statement<PublicationRow> {
  return statement(
    cypher`
MATCH (s:Source) WHERE $ids IS NULL OR s.id IN $ids
RETURN s.id AS id, s.published AS published, toString(s.read) AS read, s.retracted IS NOT NULL AS retracted,
       COLLECT { MATCH (s)-[r:REPORTS {stance: 'AFFIRMS'}]->(:Event) RETURN DISTINCT r.edtf } AS affirmed`,
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

/** The events that any of the sources reports. */
export function readReportedEvents(sourceIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (s:Source)-[:REPORTS]->(e:Event) WHERE s.id IN $sourceIds RETURN DISTINCT e.id AS id`,
    {
      sourceIds,
    },
  );
}

/** The sources that report any of the events. */
export function readReportingSources(eventIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (e:Event)<-[:REPORTS]-(s:Source) WHERE e.id IN $eventIds RETURN DISTINCT s.id AS id`,
    {
      eventIds,
    },
  );
}

function sourceRow(source: SourceRecord) {
  const { id, title, publisher, author, url, role, published, publishedBasis, read, retracted } = source;
  return {
    id,
    read,
    retracted,
    properties: {
      title,
      publisher,
      author,
      url,
      role,
      published,
      publishedBasis,
      fingerprint: fingerprint(source),
    },
  };
}
