import type { Transaction } from '../graph/graph.ts';
import type { Statement } from '../cypher/statement.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import { distinct } from '../ontology/compareTexts.ts';
import { batches } from './batches.ts';
import { claim } from './claims.ts';
import { createPlainEvents } from './createPlainEvents.ts';
import { type Diff, type LoadPlan, written } from './planLoad.ts';
import { projectEvents, projectSources, unprojectEvents } from './projectEvents.ts';
import { deleteUnclaimedEvents, dropClaims } from './statements/claimStatements.ts';
import {
  clearIdentifiers,
  createEntities,
  writeEntities,
  writeIdentifiers,
  writePartOf,
} from './statements/entityStatements.ts';
import { clearReports, writeEventLinks, writeEvents } from './statements/eventStatements.ts';
import { readReportedEvents, readReportingSources } from './statements/sourceStatements.ts';
import { writeSourceRecords } from './writeSourceRecords.ts';

/** Writes what a dataset newly declares, or otherwise than before, and all that follows from it. */
export async function writeRecords(
  transaction: Transaction,
  dataset: string,
  plan: Pick<LoadPlan, 'entities' | 'sources' | 'events'>,
): Promise<void> {
  await writeEntityRecords(transaction, dataset, plan.entities);
  const restated = await writeSourceRecords(transaction, dataset, plan.sources);
  const created = await createPlainEvents(transaction, dataset, plan.events.created);
  await writeEventRecords(transaction, dataset, { ...plan.events, created }, restated);
}

async function writeEntityRecords(
  transaction: Transaction,
  dataset: string,
  diff: Diff<EntityRecord>,
): Promise<void> {
  const { created, joined, changed } = diff;
  for (const batch of batches(created)) await transaction.run(createEntities(dataset, batch));
  const there = [...joined, ...changed];
  await claim(transaction, 'Entity', dataset, there);
  // All before any is written: an identifier may pass from one entity to another.
  for (const batch of batches(there))
    await transaction.run(
      clearIdentifiers(
        dataset,
        batch.map(({ id }) => id),
      ),
    );
  for (const batch of batches(there)) await transaction.run(writeEntities(dataset, batch));
  const identified = written(diff).filter(({ identifiers }) => identifiers.length > 0);
  for (const batch of batches(identified)) await transaction.run(writeIdentifiers(dataset, batch));
  const organs = [...created.filter(({ partOf }) => partOf !== null), ...there];
  for (const batch of batches(organs)) await transaction.run(writePartOf(dataset, batch));
}

/**
 * Writes what is reported, lets go of events that are gone, then projects every event that any of this touches.
 * @param restated the sources that now count for other days
 */
async function writeEventRecords(
  transaction: Transaction,
  dataset: string,
  diff: Diff<EventRecord>,
  restated: readonly string[],
): Promise<void> {
  const events = written(diff);
  const touched = [...events.map(({ id }) => id), ...diff.removed];
  if (touched.length + restated.length === 0) return;
  const before = await transaction.run(readReportingSources(touched));

  await unprojectEvents(transaction, touched);
  await transaction.run(clearReports(dataset, touched));
  await claim(transaction, 'Event', dataset, events);
  for (const batch of batches(events)) await runAll(transaction, writeEvents(dataset, batch));
  await runAll(transaction, writeEventLinks(dataset, events));
  await transaction.run(dropClaims('Event', dataset, diff.removed));
  await transaction.run(deleteUnclaimedEvents(diff.removed));

  const reporting = events.flatMap(({ reports }) => reports.map(({ source }) => source));
  const moved = await projectSources(transaction, distinct([...before.map(({ id }) => id), ...reporting]));
  const siblings = await transaction.run(readReportedEvents(distinct([...moved, ...restated])));
  await projectEvents(transaction, distinct([...touched, ...siblings.map(({ id }) => id)]));
}

export async function runAll(
  transaction: Transaction,
  statements: readonly Statement<never>[],
): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}
