import neo4j from 'neo4j-driver';
import type { Parameter, Statement } from '../../src/cypher/statement.ts';
import { testConnection } from './testGraph.ts';

/** What the database does for a statement. */
export interface Profile {
  /** How often it looked something up in the store. */
  readonly hits: number;
  /** The operators that read all of something. */
  readonly scans: readonly string[];
}

/** Runs a statement as it was sent, planned anew, so that no other plan of the run tells. */
export async function profile({ text, parameters }: Statement<unknown>): Promise<Profile> {
  const { uri, user, password, database } = testConnection();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const { summary } = await driver.executeQuery(
      `CYPHER replan=force PROFILE ${text}`,
      Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, asInteger(value)])),
      { database, routing: 'READ' },
    );
    const operators = operatorsOf(summary.profile as Operator);
    return {
      hits: operators.reduce((sum, { dbHits }) => sum + dbHits, 0),
      scans: operators.map(({ operatorType }) => operatorType.split('@')[0]!).filter(isScan),
    };
  } finally {
    await driver.close();
  }
}

/** Whether an operator reads all of something; what is read from the count store or an index's order is no scan. */
export function isScan(operator: string): boolean {
  return /^(AllNodesScan|NodeByLabelScan|NodeIndexScan)|RelationshipTypeScan|AllRelationshipsScan|RelationshipIndexScan/.test(
    operator,
  );
}

/** One step of a plan, as the driver tells it. */
export interface Operator {
  readonly operatorType: string;
  readonly dbHits: number;
  readonly children: readonly Operator[];
}

export function operatorsOf(plan: Operator): Operator[] {
  return [plan, ...plan.children.flatMap(operatorsOf)];
}

/** As the service sends them: JavaScript's numbers travel as floats unless told. */
function asInteger(value: Parameter): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(asInteger);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asInteger(one)]));
}
