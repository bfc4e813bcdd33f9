import type { Parameters } from '../../src/cypher/statement.ts';
import type { Random } from '../random.ts';
import type { Subjects } from '../subjects.ts';

/** A question that arms are timed with, and how the answer of each becomes one form that can be compared. */
export interface Operation {
  readonly name: string;
  readonly asks: string;
  /** The goal that it is measured for, where it has one of its own. */
  readonly group?: 'PAGE_20' | 'PAGE_1000' | 'PATH' | 'ARRIVAL';
  /** What to ask about; `null` where the set has nothing of the kind. */
  readonly draw: (subjects: Subjects, random: Random) => Draw;
  readonly chancery: GraphqlSide;
  /** From the rows of each statement that Chancery sends, in their order. */
  readonly cypher: (rows: Rows, draw: Draw) => unknown;
  readonly neo4jGraphql?: GraphqlSide;
  /** In place of the statements that Chancery sends, where it answers from memory. Answers may then differ. */
  readonly bestCypher?: (draw: Draw) => { readonly text: string; readonly parameters: Parameters };
}

/** Whatever the operation takes. */
export type Draw = any;

/** By statement. */
export type Rows = readonly (readonly any[])[];

export interface GraphqlSide {
  readonly query: string;
  readonly variables: (draw: Draw) => Record<string, unknown>;
  readonly answer: (data: any, draw: Draw) => unknown;
}
