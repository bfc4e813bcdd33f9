import { PATH_TYPES } from '../ontology/lookups.ts';
import { cypher, type Fragment } from '../cypher/cypher.ts';
import { literal, relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { EventBlocks } from './parts/columns.ts';
import { edgeConditions, edgeParameters, type EdgeCriteria } from './parts/edgeCriteria.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** The paths with the fewest hops that differ in their entities. They cross relationships in either direction. */
export interface HopsQuestion {
  readonly from: string;
  readonly to: string;
  readonly filter: Omit<EdgeCriteria, 'kinds' | 'knownBy'>;
  readonly maxHops: number;
  /** Entities that no path may contain. */
  readonly avoid: readonly string[];
  /** The maximum number of paths. */
  readonly limit: number;
  readonly blocks: EventBlocks;
}

/** One hop: its relationship and event, and the number of parallel relationships. */
export interface HopRow extends RelationshipRow {
  readonly path: number;
  readonly hop: number;
  readonly forward: boolean;
  readonly parallelCount: number;
  /** Whether the search stopped at its bound on paths that differ only in parallel relationships. */
  readonly cutShort: boolean;
}

/** Bounds the paths that parallel relationships can multiply to. Distinct paths are found among these. */
const MAX_TRAILS = 10_000;

/**
 * QUICK searches the shortest trails only, and keeps those that use no event twice. THOROUGH goes on to longer trails
 * until it finds one: it is needed if QUICK finds nothing, and only time bounds its cost.
 */
export type Search = 'QUICK' | 'THOROUGH';

/**
 * The hops of the paths, path by path: the same that `findAllShortest` finds in the snapshot. One of several
 * parallel relationships is chosen: one with an exact day first, then the earliest, then by the ids of event and start.
 */
export function pathHops(question: HopsQuestion, search: Search): Statement<HopRow> {
  const { from, to, filter, avoid, limit, blocks } = question;
  const types = relationshipTypes(filter.types ?? PATH_TYPES);
  return statement(
    cypher`
MATCH (start:Entity {id: $from}), (goal:Entity {id: $to})
MATCH p = ${trails(question, types, search)}
WITH p LIMIT $maxTrails
WITH collect(p) AS found
UNWIND found AS p
WITH size(found) = $maxTrails AS cutShort, [n IN nodes(p) | n.id] AS ids, relationships(p) AS trail
WHERE ${noEventTwice(cypher`trail`)}
WITH * ORDER BY ids, [r IN trail | [r.earliest <> r.latest, r.earliest, r.event, startNode(r).id]]
WITH cutShort, ids, collect(trail)[0] AS trail ORDER BY ids LIMIT $limit
WITH cutShort, collect({ids: ids, trail: trail}) AS paths
UNWIND range(0, size(paths) - 1) AS path
UNWIND range(0, size(paths[path].trail) - 1) AS hop
WITH cutShort, path, hop, paths[path].trail[hop] AS r, paths[path].ids[hop] AS here, paths[path].ids[hop + 1] AS there
CALL (here, there) {
  MATCH (:Entity {id: here})-[r:${types}]-(:Entity {id: there})
  WHERE ${edgeConditions(filter)}
  RETURN count(r) AS parallelCount
}
WITH path, hop, cutShort, parallelCount, r, startNode(r) AS a, endNode(r) AS b, startNode(r).id = here AS forward
MATCH (e:Event {id: r.event})
RETURN path, hop, cutShort, parallelCount, forward, ${relationshipColumns(blocks)}
ORDER BY path, hop`,
    {
      ...edgeParameters(filter),
      ...{ from, to, avoid, limit },
      maxTrails: MAX_TRAILS,
    },
  );
}

/** `allShortestPaths` checks predicates of exactly these forms while it searches. With others it reads everything. */
function trails(question: HopsQuestion, types: Fragment, search: Search): Fragment {
  const { filter, maxHops } = question;
  if (search === 'QUICK') {
    return cypher`allShortestPaths((start)-[:${types}*..${literal(maxHops)}]-(goal))
WHERE all(r IN relationships(p) WHERE ${edgeConditions(filter)}) AND none(n IN nodes(p) WHERE n.id IN $avoid)`;
  }
  return cypher`ALL SHORTEST ((start)
  ((x:Entity)-[r:${types}]-(y:Entity)
   WHERE ${edgeConditions(filter)} AND NOT y.id IN $avoid AND NOT x.id IN $avoid){1,${literal(maxHops)}} (goal)
  WHERE ${noEventTwice(cypher`r`)})`;
}

function noEventTwice(relationships: Fragment): Fragment {
  return cypher`all(one IN ${relationships} WHERE single(other IN ${relationships} WHERE other.event = one.event))`;
}
