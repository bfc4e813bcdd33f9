/** A way to answer an operation, for each of several draws. */
export interface Arm {
  readonly name: ArmName;
  /** The timed part: everything until the answer is there as plain data. */
  readonly ask: (index: number) => Promise<unknown>;
  /** The answer in the form that all arms share. */
  readonly answer: (raw: unknown, index: number) => unknown;
}

export type ArmName = 'chancery' | 'cypher' | 'neo4jGraphql' | 'neo4jGraphqlInProcess';
