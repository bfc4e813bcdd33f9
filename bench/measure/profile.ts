import type { Driver, ProfiledPlan } from 'neo4j-driver';
import { integersOf } from '../arms/integersOf.ts';
import type { SentStatement } from '../arms/sentStatements.ts';
import { rounded } from './summary.ts';

/** The database hits of statements, for each of some draws; the mean over these. */
export async function databaseHits(
  driver: Driver,
  statements: readonly (readonly SentStatement[])[],
): Promise<number> {
  let hits = 0;
  for (const { text, parameters } of statements.flat()) {
    const { summary } = await driver.executeQuery(`PROFILE ${text}`, integersOf(parameters), {
      database: 'neo4j',
    });
    if (summary.profile !== false) hits += hitsOf(summary.profile);
  }
  return rounded(hits / statements.length);
}

function hitsOf({ dbHits, children }: ProfiledPlan): number {
  return dbHits + children.reduce((sum, child) => sum + hitsOf(child), 0);
}
