import { EVENT_TYPE_NAMES, SYMMETRIC_TYPES } from '../../ontology/lookups.ts';
import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { OwnedBy } from './eventAnchor.ts';
import type { RelationshipFilter } from './relationshipFilter.ts';

/** Whether relationships themselves tell, as known now, all that the filter asks, so that no event need be read. */
export function toldByEdges(filter: RelationshipFilter): boolean {
  return NEED_EVENT.every((name) => filter[name] === undefined);
}

const NEED_EVENT = [
  'knownBy',
  'search',
  'topics',
  'places',
  'sources',
  'minSources',
  'allParticipants',
  'anyParticipants',
  'differs',
] as const;

/**
 * From the entity with the id, if it takes part in few events, to its relationships: `r`, from `a` to `b`. Of types
 * that are all directed, only those on the side that the filter names.
 */
export function ownEdges(id: Fragment, { types, from, to }: RelationshipFilter, owned?: OwnedBy): Fragment {
  const edge = cypher`[r:${relationshipTypes(types ?? EVENT_TYPE_NAMES)}]`;
  const symmetric: readonly string[] = SYMMETRIC_TYPES;
  const isDirected = owned === undefined && types?.every((type) => !symmetric.includes(type)) === true;
  if (isDirected && from !== undefined)
    return cypher`MATCH (a:Entity {id: ${id}}) WHERE ${hasFew(cypher`a`)} MATCH (a)-${edge}->(b) WITH a, r, b`;
  if (isDirected && to !== undefined)
    return cypher`MATCH (b:Entity {id: ${id}}) WHERE ${hasFew(cypher`b`)} MATCH (a)-${edge}->(b) WITH a, r, b`;
  return cypher`MATCH (n:Entity {id: ${id}}) WHERE ${hasFew(cypher`n`)} MATCH (n)-${edge}-()
  WITH startNode(r) AS a, r, endNode(r) AS b`;
}

/** Whether all relationships of the entity bound to the name can be read and sorted for one page. */
export function hasFew(name: Fragment): Fragment {
  return cypher`COUNT { (${name})-[:TOOK_PART]->() } <= 1000`;
}
