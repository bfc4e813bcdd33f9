/** One way to have the answers of an operation, for each of some draws. */
export interface Arm {
  readonly name: ArmName;
  /** What is timed: everything until the answer is there as plain data. */
  readonly ask: (index: number) => Promise<unknown>;
  /** The answer in the form that all arms share. */
  readonly answer: (raw: unknown, index: number) => unknown;
}

export type ArmName = 'chancery' | 'cypher' | 'neo4jGraphql' | 'neo4jGraphqlInProcess';
