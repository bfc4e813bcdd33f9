import type { RowOf, Shape } from '../record/attribute.ts';
import { STORED_EVENT, type EventRecord, eventRow } from '../record/event.ts';
import { cypher } from '../cypher/cypher.ts';
import { columnsOf, propertiesOf, WITH_DAYS } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { CLAIM, claim, claimRow, IS_FIRST } from './claims.ts';
import { type Version, VIEW, viewRow } from './viewShape.ts';

/** Makes the events exist and writes their attributes. */
export async function writeEvents(
  transaction: Transaction,
  dataset: string,
  events: readonly EventRecord[],
): Promise<void> {
  await claim(transaction, 'Event', dataset, events);
  for (const batch of batches(events)) await transaction.run(setEvents(dataset, batch));
}

function setEvents(dataset: string, events: readonly EventRecord[]): Statement<never> {
  return statement(
    cypher`${WITH_DAYS} MATCH (n:Event {id: $id[i]}) WHERE ${IS_FIRST} SET n += ${propertiesOf(STORED_EVENT.columns)}`,
    { dataset, ...columnsOf(STORED_EVENT.columns, events.map(eventRow)) },
  );
}

/** The columns of a new event, which one dataset alone declares, with its current version. */
export const NEW_EVENT = {
  ...STORED_EVENT.columns,
  ...CLAIM.columns,
  ...VIEW.columns,
} as const satisfies Shape;

export function newEventRow(dataset: string, event: EventRecord, current: Version): RowOf<typeof NEW_EVENT> {
  return { ...eventRow(event), ...claimRow(dataset, event), ...viewRow(current) };
}

/** Makes events that do not exist yet, by their current versions. */
export function createEvents(dataset: string, versions: readonly Version<EventRecord>[]): Statement<never> {
  const rows = versions.map((version) => newEventRow(dataset, version.event, version));
  return statement(
    cypher`${WITH_DAYS} CREATE (:Event ${propertiesOf(NEW_EVENT)})`,
    columnsOf(NEW_EVENT, rows),
  );
}
