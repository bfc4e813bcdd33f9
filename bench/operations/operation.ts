import type { Parameters } from '../../src/cypher/statement.ts';
import type { Random } from '../random.ts';
import type { Subjects } from '../subjects.ts';

/** A question for all arms, and the conversion of each arm's answer to one form that can be compared. */
export interface Operation {
  readonly name: string;
  readonly asks: string;
  /** The goal that it is measured for, if it has one of its own. */
  readonly group?: 'PAGE_20' | 'PAGE_1000' | 'PATH' | 'ARRIVAL';
  /** Draws what to ask about; `null` if the set has nothing of the kind. */
  readonly draw: (subjects: Subjects, random: Random) => Draw;
  readonly chancery: GraphqlSide;
  /** The answer from the rows of each statement that Chancery sends, in their order. */
  readonly cypher: (rows: Rows, draw: Draw) => unknown;
  readonly neo4jGraphql?: GraphqlSide;
  /** Replaces Chancery's statements if Chancery answers from memory. The answers may then differ. */
  readonly bestCypher?: (draw: Draw) => { readonly text: string; readonly parameters: Parameters };
}

/** The arguments of the operation. */
export type Draw = any;

/** Rows by statement. */
export type Rows = readonly (readonly any[])[];

export interface GraphqlSide {
  readonly query: string;
  readonly variables: (draw: Draw) => Record<string, unknown>;
  readonly answer: (data: any, draw: Draw) => unknown;
}
