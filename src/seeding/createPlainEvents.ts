import type { Transaction } from '../graph/graph.ts';
import type { EventRecord, SourceRecord } from '../ontology/records.ts';
import { canonicalRecord, type CanonicalIds } from '../reasoning/canonicalRecord.ts';
import { type EventVersions, eventVersions } from '../reasoning/eventVersions.ts';
import { FIRST_DAY, LAST_DAY } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';
import { canonicalIdsIn } from './canonicalIdsIn.ts';
import { fingerprint } from './fingerprint.ts';
import type { LoadPlan } from './planLoad.ts';
import { batches, projectSources, standingsIn } from './projectEvents.ts';
import { writeResolvedReports } from './statements/canonical.ts';
import { createEvents, readNewEvents, writeReports } from './statements/events.ts';
import { readStandings, readUnusedSources } from './statements/sources.ts';
import { writeViews } from './statements/writeViews.ts';

/**
 * Makes those of the new events of which all that follows is known without reading anything back: nobody has declared
 * them before, they link to no others, and when their sources were published does not depend on what these say. Nearly
 * all events of an import are such; the rest is left to the long way. @returns the ids of those made
 */
export async function createPlainEvents(
  transaction: Transaction,
  dataset: string,
  { sources, events }: Pick<LoadPlan, 'sources' | 'events'>,
  plainSources: ReadonlySet<string>,
): Promise<Set<string>> {
  const written = [...sources.created, ...sources.changed].map(({ id }) => id);
  const unsettled = new Set(written.filter((id) => !plainSources.has(id)));
  const candidates = events.created.filter(
    ({ partOf, follows, reports }) =>
      partOf.length + follows.length === 0 && !reports.some(({ source }) => unsettled.has(source)),
  );
  const canonical = await canonicalIdsIn(transaction);
  const made = new Set<string>();
  for (const batch of batches(candidates)) {
    const rows = await transaction.run(readNewEvents(batch.map(({ id }) => id)));
    const fresh = new Set(rows.map(({ id }) => id));
    const views = await viewsOf(
      transaction,
      batch.filter(({ id }) => fresh.has(id)),
      canonical,
    );
    if (views.size === 0) continue;
    const records = [...views.keys()];
    await transaction.run(createEvents(dataset, records, fingerprint));
    await transaction.run(writeReports(dataset, records));
    for (const statement of [...writeViews(views), ...writeResolvedReports(records, canonical)])
      await transaction.run(statement);
    for (const { id } of records) made.add(id);
  }
  return made;
}

/** Those of the sources that are new and say themselves when they were published. */
export async function settlePlainSources(
  transaction: Transaction,
  dataset: string,
  created: readonly SourceRecord[],
): Promise<Set<string>> {
  const dated = created.filter(isDated).map(({ id }) => id);
  const plain = (await transaction.run(readUnusedSources(dataset, dated))).map(({ id }) => id);
  await projectSources(transaction, plain);
  return new Set(plain);
}

/** The events with what follows from them, but for those that a source reports which does not say when it was published. */
async function viewsOf(
  transaction: Transaction,
  events: readonly EventRecord[],
  canonical: CanonicalIds,
): Promise<Map<EventRecord, EventVersions>> {
  const ids = [...new Set(events.flatMap(({ reports }) => reports.map(({ source }) => source)))];
  const sources = await transaction.run(readStandings(ids));
  const dated = new Set(sources.filter(isDated).map(({ id }) => id));
  const standings = standingsIn(sources);
  const plain = events.filter(({ reports }) => reports.every(({ source }) => dated.has(source)));
  return new Map(plain.map((event) => [event, eventVersions(canonicalRecord(event, canonical), standings)]));
}

/** Whether the source says itself between which days it was published. */
function isDated({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest !== FIRST_DAY && latest !== LAST_DAY;
}
