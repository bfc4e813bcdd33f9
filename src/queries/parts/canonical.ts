import { cypher, type Fragment } from '../../cypher/cypher.ts';

/**
 * Goes on from the entity bound to the name to its canonical entity, bound to `known`: itself, unless it has been
 * joined with another.
 */
export function knownAs(name: Fragment): Fragment {
  return cypher`OPTIONAL MATCH (canonical:Entity {id: ${name}.canonical})
WITH *, coalesce(canonical, ${name}) AS known`;
}

/**
 * The list; empty if an id in `$named` belongs to an entity that has been joined with another. The view does not
 * contain such an id, so what the other ids find would be a part of the answer that looks like the whole. If `$named`
 * is empty, the list stays.
 */
export function unlessJoined(list: Fragment): Fragment {
  return cypher`CASE WHEN EXISTS { MATCH (joined:Entity) WHERE joined.id IN $named AND joined.canonical IS NOT NULL }
  THEN [] ELSE ${list} END`;
}
