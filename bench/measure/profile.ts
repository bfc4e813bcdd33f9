import type { Driver } from 'neo4j-driver';
import { integersOf } from '../arms/integersOf.ts';
import type { SentStatement } from '../arms/sentStatements.ts';
import { rounded } from './summary.ts';

/** The database hits of statements, for each of several draws; the mean over the draws. */
export async function databaseHits(
  driver: Driver,
  statements: readonly (readonly SentStatement[])[],
): Promise<number> {
  let hits = 0;
  for (const { text, parameters } of statements.flat()) {
    const { summary } = await driver.executeQuery(`PROFILE ${text}`, integersOf(parameters), {
      database: 'neo4j',
    });
    hits += hitsOf(summary.profile as Profile);
  }
  return rounded(hits / statements.length);
}

/** The driver's record of a profiled plan. */
interface Profile {
  readonly dbHits: number;
  readonly children: readonly Profile[];
}

function hitsOf({ dbHits, children }: Profile): number {
  return dbHits + children.reduce((sum, child) => sum + hitsOf(child), 0);
}
