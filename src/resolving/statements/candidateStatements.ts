import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { Kind } from '../../ontology/kinds.ts';

/** What of an entity may tell that it is another one. */
export interface CandidateRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The id that it is known by, where it has been joined with another. */
  readonly canonical: string | null;
  readonly datasets: readonly string[];
  readonly identifiers: readonly (readonly [scheme: string, value: string])[];
  /** What it is a part of, and what that is a part of. */
  readonly wholes: readonly string[];
  /** The countries that it is an organ of, and those in which it is observed to hold a post. */
  readonly countries: readonly string[];
}

/** All entities, in the order of their ids. */
export function readCandidates(): Statement<CandidateRow> {
  return statement(cypher`
MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, coalesce(n.aliases, []) AS aliases, n.canonical AS canonical, n.datasets AS datasets,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(n) RETURN [key.scheme, key.value] ORDER BY key.key } AS identifiers,
  COLLECT { MATCH (n)-[:PART_OF*1..10]->(whole:Entity) RETURN whole.id } AS wholes,
  COLLECT {
    CALL (n) {
      MATCH (n)-[:PART_OF*1..10]->(country:Country) RETURN country
      UNION
      MATCH (n)-[:HOLDS_POST]->(:Entity)-[:PART_OF*0..10]->(country:Country) RETURN country
    }
    RETURN country.id ORDER BY country.id
  } AS countries
ORDER BY n.id`);
}
