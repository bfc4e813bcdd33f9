import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { EventBlocks } from './columns.ts';
import { edgeConditions, edgeParameters, type EdgeFilter } from './edgeFilter.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** More posts than one entity has; bounds what is read. */
const MOST_POSTS = 200;

/** The observations of posts that the entities hold, or that others hold in them, in order of time. */
export function posts(
  owners: readonly string[],
  filter: Pick<EdgeFilter, 'during' | 'certainty'>,
  blocks: EventBlocks,
): Statement<RelationshipRow & { owner: string }> {
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  MATCH (n:Entity {id: owner})-[r:HOLDS_POST]-(:Entity)
  WHERE ${edgeConditions(filter)}
  WITH r ORDER BY r.at, r.event LIMIT $limit
  RETURN r
}
WITH owner, r, startNode(r) AS a, endNode(r) AS b
MATCH (e:Event {id: r.event})
RETURN owner, ${relationshipColumns(blocks)}
ORDER BY e.at, e.id`,
    { ...edgeParameters(filter), owners, limit: MOST_POSTS },
  );
}
