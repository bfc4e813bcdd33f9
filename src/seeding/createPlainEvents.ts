import type { Transaction } from '../graph/graph.ts';
import type { EventRecord, SourceRecord } from '../ontology/records.ts';
import { eventVersions } from '../reasoning/eventVersions.ts';
import { FIRST_DAY, LAST_DAY } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';
import { fingerprint } from './fingerprint.ts';
import type { LoadPlan } from './planLoad.ts';
import { batches, projectSources } from './projectEvents.ts';
import { createEvents, readNewEvents, writeReports } from './statements/events.ts';
import { readStandings } from './statements/sources.ts';
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
): Promise<Set<string>> {
  const dated = new Map([...sources.created, ...sources.changed].map((one) => [one.id, isDated(one)]));
  const linkless = events.created.filter(
    ({ partOf, follows, reports }) =>
      partOf.length + follows.length === 0 && reports.every(({ source }) => dated.get(source) !== false),
  );
  const made = new Set<string>();
  await projectSources(
    transaction,
    [...dated].flatMap(([id, is]) => (is ? [id] : [])),
  );
  for (const batch of batches(linkless)) {
    const fresh = new Set(
      (await transaction.run(readNewEvents(batch.map(({ id }) => id)))).map(({ id }) => id),
    );
    const plain = await withStandings(
      transaction,
      batch.filter(({ id }) => fresh.has(id)),
      dated,
    );
    if (plain.size === 0) continue;
    const records = [...plain.keys()];
    await transaction.run(createEvents(dataset, records, fingerprint));
    await transaction.run(writeReports(dataset, records));
    for (const statement of writeViews(plain)) await transaction.run(statement);
    for (const { id } of records) made.add(id);
  }
  return made;
}

/** The events with what follows from them; without those that a source reports of which it is not known when it was. */
async function withStandings(
  transaction: Transaction,
  events: readonly EventRecord[],
  dated: ReadonlyMap<string, boolean>,
) {
  const ids = [...new Set(events.flatMap(({ reports }) => reports.map(({ source }) => source)))];
  const rows = await transaction.run(readStandings(ids));
  const standings = new Map(
    rows.map((row) => {
      const { id, earliest, latest, retracted } = row;
      return [id, { standing: { published: { earliest, latest }, retracted }, isDated: isDated(row) }];
    }),
  );
  const plain = events.filter(({ reports }) =>
    reports.every(({ source }) => dated.get(source) ?? standings.get(source)?.isDated ?? false),
  );
  const known = new Map([...standings].map(([id, { standing }]) => [id, standing]));
  return new Map(plain.map((event) => [event, eventVersions(event, known)] as const));
}

/** Whether the source says itself between which days it was published. */
export function isDated({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest !== FIRST_DAY && latest !== LAST_DAY;
}
