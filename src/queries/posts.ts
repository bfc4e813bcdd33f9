import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { EventBlocks } from './parts/columns.ts';
import { edgeParameters, edgesOf, type EdgeCriteria } from './parts/edgeCriteria.ts';
import { openStart } from './parts/page.ts';
import { CURRENT, onEachVersionSource } from './parts/versionSource.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** More posts than one entity has. It bounds what is read. */
const MAX_POSTS = 200;

/** An observation of a post, with its date as known by `knownBy`. */
export interface PostRow extends RelationshipRow {
  readonly owner: string;
  readonly heldEdtf: string;
  readonly heldQualified: boolean;
  readonly heldDisputed: boolean;
}

/** The observations of posts that the entities hold, or that others hold in them, in order of time. */
export function posts(
  owners: readonly string[],
  filter: Pick<EdgeCriteria, 'during' | 'certainty' | 'publicationCertainty' | 'knownBy'>,
  blocks: EventBlocks,
): Statement<PostRow> {
  const ofPosts: EdgeCriteria = { ...filter, types: ['HOLDS_POST'] };
  const observations = onEachVersionSource(
    filter,
    (source) => cypher`
  ${edgesOf(cypher`owner`, ofPosts, source)}
  ${
    source === CURRENT
      ? cypher`RETURN startNode(r) AS a, r, endNode(r) AS b`
      : cypher`MATCH (a:Entity)<-[:FROM]-(r)-[:TO]->(b:Entity) RETURN a, r, b`
  }`,
  );
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {${observations}
  }
  WITH DISTINCT a, r, b, ${openStart(cypher`r`)} AS open ORDER BY open, r.at, r.event, a.id, b.id LIMIT $limit
  RETURN a, r, b, open
}
MATCH (e:Event {id: r.event})
RETURN owner, r.edtf AS heldEdtf, r.qualified AS heldQualified, r.disputed AS heldDisputed,
  ${relationshipColumns(blocks)}
ORDER BY open, r.at, id, a.id, b.id`,
    { ...edgeParameters(ofPosts), owners, limit: MAX_POSTS },
  );
}
