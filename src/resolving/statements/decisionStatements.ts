import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { DatedDecision, Decision } from '../../reasoning/decisions.ts';

/** Those of the ids that entities have. */
export function readEntityIds(ids: readonly string[]): Statement<{ id: string }> {
  return statement(cypher`UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN id`, { ids });
}

export function deleteDecisions(decisions: readonly Decision[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (:Entity {id: row.right})-[decision:SAME_AS|DIFFERENT_FROM]-(:Entity {id: row.left})
DELETE decision`,
    { rows: decisions.map(({ left, right }) => ({ left, right })) },
  );
}

/** From the entity on the right to the one by whose id both are known. */
export function writeDecisions(decisions: readonly DatedDecision[]): Statement<never> {
  const rows = decisions.map(({ left, right, verdict, on, by }) => ({
    ...{ left, right, on, by },
    type: verdict === 'same' ? 'SAME_AS' : 'DIFFERENT_FROM',
  }));
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (left:Entity {id: row.left}), (right:Entity {id: row.right})
CREATE (right)-[decision:$(row.type)]->(left)
SET decision.on = date(row.on), decision.by = row.by`,
    { rows },
  );
}

/** Under which id each of the entities is known; `null` for its own. */
export function writeCanonicalIds(ids: ReadonlyMap<string, string | null>): Statement<never> {
  return statement(
    cypher`UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n.canonical = row.canonical`,
    { rows: [...ids].map(([id, canonical]) => ({ id, canonical })) },
  );
}

/** The events of which some report names one of the entities as taking part. Reads all reports once. */
export function readEventsNaming(ids: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (:Source)-[r:REPORTS]->(e:Event)
WHERE any(key IN r.participants WHERE any(id IN split(key, ' ') WHERE id IN $ids))
RETURN DISTINCT e.id AS id`,
    { ids },
  );
}

/** Takes away what reports came to by earlier decisions. */
export function clearResolvedReports(eventIds: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (e:Event)<-[r:REPORTS]-(:Source) WHERE e.id IN $eventIds AND r.resolved IS NOT NULL
REMOVE r.resolved`,
    { eventIds },
  );
}

/** Names all decisions together, so that whoever keeps a copy of the view can tell that it is another. */
export function writeResolutionVersion(version: string): Statement<never> {
  return statement(cypher`MERGE (n:Resolution {id: 'resolution'}) SET n.version = $version`, { version });
}

export function forgetResolution(): Statement<never> {
  return statement(cypher`MATCH (n:Resolution) DELETE n`);
}
