import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import { cypher, type Fragment } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { columnsOf, propertiesOf, WITH_DAYS, edgeColumns } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import type { EventVersions } from '../reasoning/eventVersions.ts';
import { batches, runAll } from './batches.ts';
import {
  participationEdges,
  RELATIONSHIP,
  RELATIONSHIP_VERSION,
  relationshipEdges,
  relationshipVersions,
  type Version,
  TOOK_PART,
  VERSION,
  versionRow,
  versionsIn,
  VIEW,
  type ViewedRecord,
  viewRow,
} from './viewShape.ts';

/**
 * Writes the views of events that have none. The current version is on the event itself. Earlier versions, for
 * questions about what was known by a day, are nodes of their own with labels and types of their own.
 */
export function writeViews(views: ReadonlyMap<ViewedRecord, EventVersions>): Statement<never>[] {
  const { current, earlier } = versionsIn(views);
  return [setViews(current), ...createViewsBeside(current, earlier)];
}

/** The same for events whose current version is on them already. */
export function createViewsBeside(
  current: readonly Version[],
  earlier: readonly Version[],
): Statement<never>[] {
  return [
    createParticipations(current, cypher`Event`, cypher`TOOK_PART`),
    createRelationships(current),
    ...(earlier.length === 0
      ? []
      : [
          createVersions(earlier),
          createParticipations(earlier, cypher`EventVersion`, cypher`TOOK_PART_THEN`),
          createRelationshipVersions(earlier),
        ]),
  ];
}

function setViews(versions: readonly Version[]): Statement<never> {
  return statement(cypher`${WITH_DAYS} MATCH (n:Event {id: $id[i]}) SET n += ${propertiesOf(VIEW.columns)}`, {
    ...columnsOf(VIEW.columns, versions.map(viewRow)),
    id: versions.map(({ id }) => id),
  });
}

function createVersions(versions: readonly Version[]): Statement<never> {
  return statement(
    cypher`
${WITH_DAYS}
MATCH (e:Event {id: $event[i]})
CREATE (:EventVersion ${propertiesOf(VERSION.columns)})-[:VERSION_OF]->(e)`,
    { ...columnsOf(VERSION.columns, versions.map(versionRow)), event: versions.map(({ event }) => event.id) },
  );
}

function createParticipations(
  versions: readonly Version[],
  label: Fragment,
  type: Fragment,
): Statement<never> {
  return statement(
    cypher`
${WITH_DAYS}
MATCH (a:Entity {id: $start[i]})
MATCH (e:${label} {id: $end[i]})
CREATE (a)-[:${type} ${propertiesOf(TOOK_PART.columns)}]->(e)`,
    edgeColumns(TOOK_PART.columns, versions.flatMap(participationEdges)),
  );
}

function createRelationships(versions: readonly Version[]): Statement<never> {
  const edges = versions.flatMap((version) =>
    relationshipEdges(version).map((edge) => ({ ...edge, type: version.event.type })),
  );
  return statement(
    cypher`
${WITH_DAYS}
MATCH (a:Entity {id: $start[i]})
MATCH (b:Entity {id: $end[i]})
CREATE (a)-[:$($type[i]) ${propertiesOf(RELATIONSHIP.columns)}]->(b)`,
    { ...edgeColumns(RELATIONSHIP.columns, edges), type: edges.map(({ type }) => type) },
  );
}

function createRelationshipVersions(versions: readonly Version[]): Statement<never> {
  const edges = versions.flatMap((version) =>
    relationshipVersions(version).map((edge) => ({ ...edge, version: version.id })),
  );
  return statement(
    cypher`
${WITH_DAYS}
MATCH (a:Entity {id: $start[i]})
MATCH (b:Entity {id: $end[i]})
MATCH (v:EventVersion {id: $version[i]})
CREATE (v)-[:PROJECTS]->(n:RelationshipVersion ${propertiesOf(RELATIONSHIP_VERSION.columns)})
CREATE (n)-[:FROM]->(a)
CREATE (n)-[:TO]->(b)`,
    { ...edgeColumns(RELATIONSHIP_VERSION.columns, edges), version: edges.map(({ version }) => version) },
  );
}

/** Clears the views of events. It must run while the events still have the types that they were projected with. */
export async function clearViews(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) await runAll(transaction, clearViewsOf(batch));
}

/**
 * First the relationships between participants, for each pair at once: two that meet in most events have many. Then the
 * participations by which those are found, then the versions.
 */
function clearViewsOf(ids: readonly string[]): Statement<never>[] {
  return [
    statement(
      cypher`
MATCH (e:Event) WHERE e.id IN $ids
MATCH (e)<-[:TOOK_PART]-(a:Entity), (e)<-[:TOOK_PART]-(b:Entity)
WITH a, b, e.type AS type, collect(DISTINCT e.id) AS events
MATCH (a)-[r:$(type)]->(b) WHERE r.event IN events
DELETE r`,
      { ids },
    ),
    statement(cypher`MATCH (e:Event)<-[p:TOOK_PART]-(:Entity) WHERE e.id IN $ids DELETE p`, { ids }),
    statement(
      cypher`
MATCH (v:EventVersion)-[:VERSION_OF]->(e:Event) WHERE e.id IN $ids
OPTIONAL MATCH (v)-[:PROJECTS]->(r:RelationshipVersion)
DETACH DELETE v, r`,
      { ids },
    ),
  ];
}

/** Clears the views of all events, in transactions of their own. */
export function clearAllViews(): Statement<never>[] {
  return [
    statement(cypher`
MATCH (:Entity)-[r:${relationshipTypes(EVENT_TYPE_NAMES)}]->(:Entity)
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS`),
    statement(cypher`
MATCH (:Entity)-[p:TOOK_PART]->(:Event)
CALL (p) { DELETE p } IN TRANSACTIONS OF 10000 ROWS`),
    statement(cypher`
MATCH (v:EventVersion|RelationshipVersion)
CALL (v) { DETACH DELETE v } IN TRANSACTIONS OF 10000 ROWS`),
    statement(cypher`
MATCH (:Source)-[r:REPORTS]->(:Event) WHERE r.resolved IS NOT NULL
CALL (r) { REMOVE r.resolved } IN TRANSACTIONS OF 10000 ROWS`),
  ];
}
