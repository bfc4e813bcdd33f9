import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { type EventAnchor, ONCE } from './eventAnchor.ts';
import type { RelationshipCriteria } from './relationshipCriteria.ts';

/** With more pairs it is cheaper to read the timeline of each entity. */
const MAX_PAIRS = 1_000;

/**
 * The pairs of entities that the filter names as both ends, each once; `null` if it does not name both ends or there
 * are too many pairs.
 */
export function pairsOf({ from, to, between }: RelationshipCriteria): [string, string][] | null {
  const [left, right] = between === undefined ? [from, to] : [between, between];
  if (left === undefined || right === undefined || left.length * right.length > MAX_PAIRS) return null;
  const pairs = left.flatMap((one) => right.map((other) => [one, other].sort() as [string, string]));
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return [...distinct.values()].filter(([one, other]) => one !== other);
}

/**
 * From both ends of each pair to the relationships between them: `r`, from `a` to `b`. Both ends are matched first, so
 * that the database starts at the one that has fewer relationships.
 */
export function edgesBetween({ types }: RelationshipCriteria): Fragment {
  return cypher`UNWIND $pairs AS pair
MATCH (one:Entity {id: pair[0]}) MATCH (other:Entity {id: pair[1]}) WITH one, other
MATCH (one)-[r:${relationshipTypes(types ?? EVENT_TYPE_NAMES)}]-(other) WITH startNode(r) AS a, r, endNode(r) AS b`;
}

/** The same with `knownBy`, in either direction between the two entities of a pair. */
export const BETWEEN_ENDS: EventAnchor = {
  each: cypher``,
  windows: ONCE,
  imports: cypher`window`,
  match: () => cypher`UNWIND $pairs AS pair
  MATCH (a:Entity) WHERE a.id IN pair MATCH (b:Entity) WHERE b.id IN pair AND a <> b WITH a, b`,
};
