import { PATH_TYPES } from '../../src/ontology/lookups.ts';
import type { Draw } from './operation.ts';

const TYPES = PATH_TYPES.join('|');

/**
 * The best search that we know in Cypher: hop by hop, it keeps the first day on which each entity can be reached, and
 * drops whatever cannot arrive before the best arrival so far. It does not keep the event by which an entity was
 * reached, so a path could use an event twice. Each further hop would need a further block.
 */
export function earliestArrivalCypher({ from, to, during }: Draw) {
  return {
    text: `
MATCH (goal:Entity {id: $to})
MATCH (reached:Entity {id: $from})
WITH goal, date($until) AS best, collect([reached, date($since)]) AS front
${HOP}${HOP}${HOP}${HOP}
RETURN CASE WHEN best < date($until) THEN toString(best) END AS arrival`,
    parameters: { from, to, since: during.from, until: during.to },
  };
}

const HOP = `
CALL (goal, best, front) {
  UNWIND front AS place
  WITH goal, best, place[0] AS here, place[1] AS day
  MATCH (here)-[r:${TYPES}]-(next:Entity)
  WHERE r.earliest < best AND r.latest >= day
  WITH goal, best, next, min(CASE WHEN r.earliest > day THEN r.earliest ELSE day END) AS day
  WHERE day < best
  RETURN min(CASE WHEN next = goal THEN day END) AS arrival, collect([next, day]) AS reached
}
WITH goal, CASE WHEN arrival < best THEN arrival ELSE best END AS best, reached
WITH goal, best, [place IN reached WHERE place[1] < best] AS front`;
