import type { Transaction } from '../graph/graph.ts';
import type { Statement } from '../cypher/statement.ts';
import { distinct } from '../reasoning/participations.ts';
import { fingerprint } from './fingerprint.ts';
import { createPlainEvents, settlePlainSources } from './createPlainEvents.ts';
import type { LoadPlan } from './planLoad.ts';
import { batches, projectEvents, projectSources, unprojectEvents } from './projectEvents.ts';
import { deleteUnclaimedEvents, dropClaims, writeClaims, type ClaimedLabel } from './statements/claims.ts';
import { clearIdentifiers, writeEntities, writeIdentifiers, writePartOf } from './statements/entities.ts';
import { clearReports, writeEventLinks, writeEvents } from './statements/events.ts';
import { readReportedEvents, readReportingSources, writeSources } from './statements/sources.ts';

/** Writes what a dataset newly declares, or otherwise than before, and all that follows from it. */
export async function writeRecords(
  transaction: Transaction,
  dataset: string,
  plan: Pick<LoadPlan, 'entities' | 'sources' | 'events'>,
): Promise<void> {
  await writeEntityRecords(transaction, dataset, plan.entities);
  await writeSourceRecords(transaction, dataset, plan.sources);
  const plainSources = await settlePlainSources(transaction, dataset, plan.sources.created);
  const made = await createPlainEvents(transaction, dataset, plan, plainSources);
  await writeEventRecords(transaction, dataset, {
    sources: { ...plan.sources, created: plan.sources.created.filter(({ id }) => !plainSources.has(id)) },
    events: { ...plan.events, created: plan.events.created.filter(({ id }) => !made.has(id)) },
  });
}

async function writeEntityRecords(
  transaction: Transaction,
  dataset: string,
  { created, changed }: LoadPlan['entities'],
): Promise<void> {
  const entities = [...created, ...changed];
  await claim(transaction, 'Entity', dataset, entities);
  await transaction.run(
    clearIdentifiers(
      dataset,
      entities.map(({ id }) => id),
    ),
  );
  for (const batch of batches(entities)) {
    await runAll(transaction, [writeEntities(dataset, batch), writeIdentifiers(dataset, batch)]);
  }
  for (const batch of batches(entities)) await transaction.run(writePartOf(dataset, batch));
}

async function writeSourceRecords(
  transaction: Transaction,
  dataset: string,
  { created, changed }: LoadPlan['sources'],
): Promise<void> {
  const sources = [...created, ...changed];
  await claim(transaction, 'Source', dataset, sources);
  for (const batch of batches(sources)) await transaction.run(writeSources(dataset, batch));
}

/** Writes what is reported, lets go of events that are gone, then projects every event that any of this touches. */
async function writeEventRecords(
  transaction: Transaction,
  dataset: string,
  plan: Pick<LoadPlan, 'sources' | 'events'>,
): Promise<void> {
  const events = [...plan.events.created, ...plan.events.changed];
  const touched = [...events.map(({ id }) => id), ...plan.events.removed];
  if (touched.length + plan.sources.created.length + plan.sources.changed.length === 0) return;
  const before = await transaction.run(readReportingSources(touched));

  await unprojectEvents(transaction, touched);
  await transaction.run(clearReports(dataset, touched));
  await claim(transaction, 'Event', dataset, events);
  for (const batch of batches(events)) await runAll(transaction, writeEvents(dataset, batch));
  await runAll(transaction, writeEventLinks(dataset, events));
  await transaction.run(dropClaims('Event', dataset, plan.events.removed));
  await transaction.run(deleteUnclaimedEvents(plan.events.removed));

  const written = [...plan.sources.created, ...plan.sources.changed].map(({ id }) => id);
  const reporting = events.flatMap(({ reports }) => reports.map(({ source }) => source));
  const moved = await projectSources(
    transaction,
    distinct([...before.map(({ id }) => id), ...written, ...reporting]),
  );
  const siblings = await transaction.run(readReportedEvents(distinct([...moved, ...written])));
  await projectEvents(transaction, distinct([...touched, ...siblings.map(({ id }) => id)]));
}

async function claim(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly { readonly id: string }[],
): Promise<void> {
  for (const batch of batches(records)) {
    const claims = batch.map((record) => ({ id: record.id, fingerprint: fingerprint(record) }));
    await transaction.run(writeClaims(label, dataset, claims));
  }
}

export async function runAll(
  transaction: Transaction,
  statements: readonly Statement<never>[],
): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}
