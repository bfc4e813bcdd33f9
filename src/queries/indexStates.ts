import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

export interface IndexState {
  readonly name: string;
  readonly state: string;
  /** The percentage of its entries that the index has. */
  readonly percent: number;
  readonly failure: string;
}

/** The progress of each index while it is being built. */
export function indexStates(): Statement<IndexState> {
  return statement(
    cypher`SHOW INDEXES YIELD name, state, populationPercent, failureMessage
           RETURN name, state, populationPercent AS percent, failureMessage AS failure ORDER BY name`,
  );
}
