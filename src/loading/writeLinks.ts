import type { EventRecord } from '../record/event.ts';
import { cypher, type Fragment } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { runAll } from './batches.ts';
import { IS_FIRST } from './claims.ts';

/** Replaces the links of events to other events, once all events exist. */
export async function writeLinks(
  transaction: Transaction,
  dataset: string,
  events: readonly EventRecord[],
): Promise<void> {
  await runAll(transaction, [
    statement(
      cypher`MATCH (n:Event)-[old:PART_OF|FOLLOWS]->(:Event) WHERE n.id IN $ids AND ${IS_FIRST} DELETE old`,
      { dataset, ids: events.map(({ id }) => id) },
    ),
    createLinks(dataset, cypher`PART_OF`, events, ({ partOf }) => partOf),
    createLinks(dataset, cypher`FOLLOWS`, events, ({ follows }) => follows),
  ]);
}

function createLinks(
  dataset: string,
  type: Fragment,
  events: readonly EventRecord[],
  othersOf: (event: EventRecord) => readonly string[],
): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (n:Event {id: row.id}) WHERE ${IS_FIRST}
MATCH (other:Event {id: row.other}) MERGE (n)-[:${type}]->(other)`,
    { dataset, rows: events.flatMap((event) => othersOf(event).map((other) => ({ id: event.id, other }))) },
  );
}
