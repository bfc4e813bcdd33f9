import { Fragment } from '../../src/cypher/cypher.ts';
import { statement, type Parameters, type Statement } from '../../src/cypher/statement.ts';

/** Cypher as an analyst types it. */
export function plainStatement<Row>(text: string, parameters: Parameters = {}): Statement<Row> {
  return statement(Fragment.of(text), parameters);
}
