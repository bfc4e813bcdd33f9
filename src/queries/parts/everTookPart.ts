import { cypher, type Fragment } from '../../cypher/cypher.ts';

/**
 * Binds to `e` each event that fulfils the condition and in which the entity with the id, a variable, ever took part:
 * by whatever report, also of a source that was retracted since, as known now or by whatever day.
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
