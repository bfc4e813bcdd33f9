import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { type EventAnchor, ONCE } from './eventAnchor.ts';
import type { RelationshipCriteria } from './relationshipCriteria.ts';

/** Beyond this it is cheaper to go through what each entity takes part in. */
const MAX_PAIRS = 1_000;

/** The pairs of entities that the filter names both ends of, each once; `null` where it does not, or where they are too many. */
export function pairsOf({ from, to, between }: RelationshipCriteria): [string, string][] | null {
  const [left, right] = between === undefined ? [from, to] : [between, between];
  if (left === undefined || right === undefined || left.length * right.length > MAX_PAIRS) return null;
  const pairs = left.flatMap((one) => right.map((other) => [one, other].sort() as [string, string]));
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return [...distinct.values()].filter(([one, other]) => one !== other);
}

/**
 * From both ends of each pair to the relationships between them: `r`, from `a` to `b`. Both are found first, so that
 * the database goes from the one of them that has fewer relationships.
 */
export function edgesBetween({ types }: RelationshipCriteria): Fragment {
  return cypher`UNWIND $pairs AS pair
MATCH (one:Entity {id: pair[0]}) MATCH (other:Entity {id: pair[1]}) WITH one, other
MATCH (one)-[r:${relationshipTypes(types ?? EVENT_TYPE_NAMES)}]-(other) WITH startNode(r) AS a, r, endNode(r) AS b`;
}

/** The same for what was known by a day, from either of a pair to the other. */
export const BETWEEN_ENDS: EventAnchor = {
  each: cypher``,
  windows: ONCE,
  imports: cypher`window`,
  match: () => cypher`UNWIND $pairs AS pair
  MATCH (a:Entity) WHERE a.id IN pair MATCH (b:Entity) WHERE b.id IN pair AND a <> b WITH a, b`,
  order: ({ view }) => [cypher`${view}.at`],
};
