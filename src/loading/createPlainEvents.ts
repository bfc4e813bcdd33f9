import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import type { EventRecord } from '../record/event.ts';
import type { Transaction } from '../graph/graph.ts';
import { canonicalRecord, type CanonicalIds } from '../reasoning/canonicalRecord.ts';
import type { SourceValidity } from '../reasoning/countsBy.ts';
import { type EventVersions, eventVersions } from '../reasoning/eventVersions.ts';
import { declaredRecord } from '../reasoning/projectedRecord.ts';
import { statesPublication } from '../reasoning/publication.ts';
import { batches, Pipeline } from './batches.ts';
import { canonicalIdsIn, writeResolvedReports } from './projectEvents.ts';
import { versionsIn } from './viewShape.ts';
import { createEvents } from './writeEvents.ts';
import { createReports } from './writeReports.ts';
import { readValidities, validitiesIn, type ValidityRow } from './writeSources.ts';
import { createViewsBeside } from './writeViews.ts';

/**
 * Creates the plain ones among new events, each with its reports and its view. An event is plain if its view follows
 * from its record alone: it links to no other event, and its sources state when they were published. Nearly all events
 * of an import are plain, and nothing has to be read back for them. The sources must exist.
 * @returns the events that are not plain
 */
export async function createPlainEvents(
  transaction: Transaction,
  dataset: DatasetIdentity,
  created: readonly EventRecord[],
): Promise<EventRecord[]> {
  const rest: EventRecord[] = [];
  const pipeline = new Pipeline(transaction);
  const validities = await readStatedValidities(transaction, created);
  const canonical = await canonicalIdsIn(transaction);
  for (const batch of batches(created, PLAIN_BATCH)) {
    const views = viewsOf(batch, dataset, validities, canonical);
    rest.push(...batch.filter((event) => !views.has(event)));
    if (views.size === 0) continue;
    const records = [...views.keys()];
    const { current, earlier } = versionsIn(views);
    await pipeline.send(createEvents(dataset.id, current));
    await pipeline.send(createReports(dataset, records));
    const resolved = writeResolvedReports(records, canonical);
    for (const statement of [...createViewsBeside(current, earlier), ...resolved])
      await pipeline.send(statement);
  }
  await pipeline.done();
  return rest;
}

/** Few enough that the database soon has work, many enough that a statement is worth its round trip. */
const PLAIN_BATCH = 500;

/** The validities of those sources of unlinked events that state when they were published. */
async function readStatedValidities(
  transaction: Transaction,
  events: readonly EventRecord[],
): Promise<Map<string, SourceValidity>> {
  const ids = new Set(
    events.filter(isUnlinked).flatMap(({ reports }) => reports.map(({ source }) => source)),
  );
  const rows: ValidityRow[] = [];
  for (const batch of batches([...ids])) rows.push(...(await transaction.run(readValidities(batch))));
  return validitiesIn(rows.filter(statesPublication));
}

/** The views of the plain events, by event. */
function viewsOf(
  events: readonly EventRecord[],
  dataset: DatasetIdentity,
  validities: ReadonlyMap<string, SourceValidity>,
  canonical: CanonicalIds,
): Map<EventRecord, EventVersions> {
  const plain = events.filter(
    (event) => isUnlinked(event) && event.reports.every(({ source }) => validities.has(source)),
  );
  return new Map(
    plain.map((event) => [
      event,
      eventVersions(canonicalRecord(declaredRecord(event, dataset), canonical), validities),
    ]),
  );
}

function isUnlinked({ partOf, follows }: EventRecord): boolean {
  return partOf.length + follows.length === 0;
}
