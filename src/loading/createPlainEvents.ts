import type { Transaction } from '../graph/graph.ts';
import type { EventRecord } from '../record/event.ts';
import { canonicalRecord, type CanonicalIds } from '../reasoning/canonicalRecord.ts';
import type { SourceValidity } from '../reasoning/countsBy.ts';
import { type EventVersions, eventVersions } from '../reasoning/eventVersions.ts';
import { batches, Pipeline } from './batches.ts';
import { canonicalIdsIn, validitiesIn } from './projectEvents.ts';
import { statesPublication } from '../reasoning/publication.ts';
import { versionsIn } from './shapes/viewShape.ts';
import { wholeEventRow } from './shapes/wholeNodes.ts';
import { writeResolvedReports } from './statements/canonicalStatements.ts';
import { createEvents, createReports } from './statements/eventStatements.ts';
import { readValidities, type ValidityRow } from './statements/sourceStatements.ts';
import { createViewsBeside } from './statements/writeViews.ts';

/**
 * Makes those of the new events of which all that follows is known without reading anything back: they link to no
 * others, and their sources say themselves when they were published. Nearly all events of an import are such; the rest
 * is left to the long way. The sources must be there. @returns the rest
 */
export async function createPlainEvents(
  transaction: Transaction,
  dataset: string,
  created: readonly EventRecord[],
): Promise<EventRecord[]> {
  const rest: EventRecord[] = [];
  const pipeline = new Pipeline(transaction);
  const standings = await readStandingsOf(transaction, created);
  const canonical = await canonicalIdsIn(transaction);
  for (const batch of batches(created, AT_ONCE)) {
    const views = viewsOf(batch, standings, canonical);
    rest.push(...batch.filter((event) => !views.has(event)));
    if (views.size === 0) continue;
    const records = [...views.keys()];
    const { current, earlier } = versionsIn(views);
    await pipeline.send(
      createEvents(current.map((version) => wholeEventRow(dataset, version.event, version))),
    );
    await pipeline.send(createReports(dataset, records));
    const resolved = writeResolvedReports(records, canonical);
    for (const statement of [...createViewsBeside(current, earlier), ...resolved])
      await pipeline.send(statement);
  }
  await pipeline.done();
  return rest;
}

/** Few enough that the database is soon at work, many enough that a statement is worth its journey. */
const AT_ONCE = 500;

/** Of the sources of unlinked events that say themselves when they were published. */
async function readStandingsOf(
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

/** The plain ones among the events, with what follows from them. */
function viewsOf(
  events: readonly EventRecord[],
  standings: ReadonlyMap<string, SourceValidity>,
  canonical: CanonicalIds,
): Map<EventRecord, EventVersions> {
  const plain = events.filter(
    (event) => isUnlinked(event) && event.reports.every(({ source }) => standings.has(source)),
  );
  return new Map(plain.map((event) => [event, eventVersions(canonicalRecord(event, canonical), standings)]));
}

function isUnlinked({ partOf, follows }: EventRecord): boolean {
  return partOf.length + follows.length === 0;
}
