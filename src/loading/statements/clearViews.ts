import { cypher } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';

/** Takes the view of all events away. */
export function clearViews(): Statement<never>[] {
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

/** Takes the view of these events away: the relationships between who took part, then who did. */
export function clearViewsOf(ids: readonly string[]): Statement<never>[] {
  return [
    statement(
      cypher`
MATCH (e:Event) WHERE e.id IN $ids
MATCH (e)<-[:TOOK_PART]-(a:Entity), (e)<-[:TOOK_PART]-(b:Entity)
WITH DISTINCT e, a, b
MATCH (a)-[r:$(e.type)]->(b) WHERE r.event = e.id
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
