import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

export interface IndexState {
  readonly name: string;
  readonly state: string;
  /** Of its entries, how many are there. */
  readonly percent: number;
  readonly failure: string;
}

/** How far each index is, while they are made. */
export function indexStates(): Statement<IndexState> {
  return statement(
    cypher`SHOW INDEXES YIELD name, state, populationPercent, failureMessage
           RETURN name, state, populationPercent AS percent, failureMessage AS failure ORDER BY name`,
  );
}
