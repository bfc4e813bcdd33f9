import { cypher, type Fragment } from '../../cypher/cypher.ts';

/**
 * Goes on from the entity bound to the name to the one that it is known as, bound to `known`: itself, unless it has
 * been joined with another.
 */
export function knownAs(name: Fragment): Fragment {
  return cypher`OPTIONAL MATCH (canonical:Entity {id: ${name}.canonical})
WITH *, coalesce(canonical, ${name}) AS known`;
}

/**
 * The list, but none of it where one of the ids in `$named` is of an entity that has been joined with another. Nothing
 * in the view has such an id: what is found by the other ids would be a part of the answer, and pass for all of it. An
 * empty one is looked into.
 */
export function unlessJoined(list: Fragment): Fragment {
  return cypher`CASE WHEN EXISTS { MATCH (joined:Entity) WHERE joined.id IN $named AND joined.canonical IS NOT NULL }
  THEN [] ELSE ${list} END`;
}
