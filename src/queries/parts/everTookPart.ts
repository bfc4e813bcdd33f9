import { cypher, type Fragment } from '../../cypher/cypher.ts';

/**
 * Binds to `e` each event that meets the condition and in which the entity ever took part according to any report, even
 * one of a source that was retracted since. `id` is a variable.
 */
export function everTookPart(id: Fragment, condition: Fragment): Fragment {
  return cypher`CALL (${id}) {
  MATCH (:Entity {id: ${id}})-[:TOOK_PART]->(e:Event) WHERE ${condition}
  RETURN e
  UNION
  MATCH (:Entity {id: ${id}})-[:TOOK_PART_THEN]->(:EventVersion)-[:VERSION_OF]->(e:Event) WHERE ${condition}
  RETURN e
}`;
}
