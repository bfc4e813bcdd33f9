import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { DatedDecision } from '../reasoning/decisions.ts';

/** All decisions: which entities are the same, and which are different. */
export function readDecisions(): Statement<DatedDecision> {
  return statement(cypher`
MATCH (right:Entity)-[decision:SAME_AS|DIFFERENT_FROM]->(left:Entity)
RETURN left.id AS left, right.id AS right, toString(decision.on) AS on, decision.by AS by,
  CASE type(decision) WHEN 'SAME_AS' THEN 'same' ELSE 'different' END AS verdict`);
}
