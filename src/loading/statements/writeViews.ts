import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { columnsOf, propertiesOf, WITH_DAYS, edgeColumns } from '../../cypher/shape.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { EventVersions } from '../../reasoning/eventVersions.ts';
import type { ProjectedRecord } from '../../reasoning/eventView.ts';
import {
  PARTICIPATION,
  participationEdges,
  RELATIONSHIP,
  RELATIONSHIP_VERSION,
  relationshipEdges,
  relationshipVersions,
  type Version,
  VERSION,
  versionRow,
  versionsIn,
  VIEW,
  viewRow,
} from '../shapes/viewShape.ts';

/**
 * Writes what follows from events; what followed before must be gone. The current version of an event is on its own
 * node; earlier ones stand beside it, with labels and types of their own, for those who ask what was known by a day.
 */
export function writeViews(views: ReadonlyMap<ProjectedRecord, EventVersions>): Statement<never>[] {
  const { current, earlier } = versionsIn(views);
  return [setViews(current), ...createViewsBeside(current, earlier)];
}

/** The same for events that have their own properties already. */
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
  return statement(cypher`${WITH_DAYS} MATCH (n:Event {id: $id[i]}) SET n += ${propertiesOf(VIEW)}`, {
    ...columnsOf(VIEW, versions.map(viewRow)),
    id: versions.map(({ id }) => id),
  });
}

function createVersions(versions: readonly Version[]): Statement<never> {
  return statement(
    cypher`
${WITH_DAYS}
MATCH (e:Event {id: $event[i]})
CREATE (:EventVersion ${propertiesOf(VERSION)})-[:VERSION_OF]->(e)`,
    { ...columnsOf(VERSION, versions.map(versionRow)), event: versions.map(({ event }) => event.id) },
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
CREATE (a)-[:${type} ${propertiesOf(PARTICIPATION)}]->(e)`,
    edgeColumns(PARTICIPATION, versions.flatMap(participationEdges)),
  );
}

function createRelationships(versions: readonly Version[]): Statement<never> {
  const edges = versions.map((version) => ({ type: version.event.type, edges: relationshipEdges(version) }));
  return statement(
    cypher`
${WITH_DAYS}
MATCH (a:Entity {id: $start[i]})
MATCH (b:Entity {id: $end[i]})
CREATE (a)-[:$($type[i]) ${propertiesOf(RELATIONSHIP)}]->(b)`,
    {
      ...edgeColumns(
        RELATIONSHIP,
        edges.flatMap((of) => of.edges),
      ),
      type: edges.flatMap((of) => of.edges.map(() => of.type)),
    },
  );
}

function createRelationshipVersions(versions: readonly Version[]): Statement<never> {
  const edges = versions.map((version) => ({ id: version.id, edges: relationshipVersions(version) }));
  return statement(
    cypher`
${WITH_DAYS}
MATCH (a:Entity {id: $start[i]})
MATCH (b:Entity {id: $end[i]})
MATCH (v:EventVersion {id: $version[i]})
CREATE (v)-[:PROJECTS]->(n:RelationshipVersion ${propertiesOf(RELATIONSHIP_VERSION)})
CREATE (n)-[:FROM]->(a)
CREATE (n)-[:TO]->(b)`,
    {
      ...edgeColumns(
        RELATIONSHIP_VERSION,
        edges.flatMap((of) => of.edges),
      ),
      version: edges.flatMap((of) => of.edges.map(() => of.id)),
    },
  );
}
