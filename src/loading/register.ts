import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import type { EventRecord } from '../record/event.ts';
import { participationOf } from '../record/participation.ts';
import type { Issue, IssueEntry } from '../reasoning/absences.ts';
import type { Day } from '../time/day.ts';
import { addRecords } from './addRecords.ts';
import { BATCH, batches } from './batches.ts';
import { removeAllEvents } from './removeDataset.ts';

/** The issues of a register that the dataset holds, with who is on them. */
export async function readIssues(graph: Graph, dataset: string): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { entries: expected, unread, ...issue } of await graph.read(issuesOf(dataset), PATIENTLY)) {
    const entries: IssueEntry[] = [];
    for (let after: string | null = ''; after !== null;) {
      const rows: EntryRow[] = await graph.read(entriesOf(dataset, issue.source, after), PATIENTLY);
      entries.push(...rows.map(entryIn));
      after = rows.length < BATCH ? null : (rows.at(-1)?.event ?? null);
    }
    const isWhole = entries.length + unread.length === expected;
    issues.push({ ...issue, isWhole, unread, entries });
  }
  return issues;
}

/**
 * Makes the graph hold these events of absence on the issues, and no others.
 * @param mark the place that the import has reached
 * @returns the number of events that were written or removed
 */
export async function replaceAbsences(
  graph: Graph,
  dataset: DatasetIdentity,
  { issues, events, mark }: { issues: readonly Issue[]; events: readonly EventRecord[]; mark: string },
): Promise<number> {
  const wanted = new Set(events.map(({ id }) => id));
  const sources = issues.map(({ source }) => source);
  const existing = await graph.read(absencesOn(dataset.id, sources), PATIENTLY);
  const removed = existing.map(({ id }) => id).filter((id) => !wanted.has(id));
  await removeAllEvents(graph, dataset.id, removed);
  let done = removed.length;
  for (const batch of batches(events)) {
    const records = { ...dataset, entities: [], sources: [], events: batch };
    const { created, changed } = await addRecords(graph, records, mark);
    done += created + changed;
  }
  return done;
}

type IssueRecords = Pick<DatasetRecord, 'entities' | 'sources' | 'events'>;

/**
 * The records of an issue of that day, without what a later issue describes: whichever is imported last, the latest
 * counts. That somebody was listed on the day stays.
 */
export async function withoutOutdated(
  graph: Graph,
  dataset: string,
  issued: Day,
  { entities, sources, events }: IssueRecords,
): Promise<IssueRecords> {
  const later = await describedLater(graph, dataset, issued, {
    keys: events.flatMap(keysOf),
    sources: sources.map(({ id }) => id),
  });
  const isOutdated = (event: EventRecord) =>
    event.type !== 'LISTS' && keysOf(event).some((key) => later.keys.has(key));
  const outdated = events.filter(isOutdated);
  const current = events.filter((event) => !isOutdated(event));
  const described = new Set(outdated.flatMap(targetsOf));
  for (const id of current.filter(({ type }) => type !== 'LISTS').flatMap(targetsOf)) described.delete(id);
  const named = new Set(current.flatMap(({ reports }) => reports.map(({ source }) => source)));
  const isKept = (id: string) => later.keys.size + later.sources.size === 0 || named.has(id);
  return {
    entities: entities.filter(({ id }) => !described.has(id)),
    sources: sources.filter(({ id }) => isKept(id) && !later.sources.has(id)),
    events: current,
  };
}

/** The keys of entries, and the sources, that a later issue describes: what an earlier one says of them is outdated. */
async function describedLater(
  graph: Graph,
  dataset: string,
  day: Day,
  { keys, sources }: { keys: readonly string[]; sources: readonly string[] },
): Promise<{ keys: ReadonlySet<string>; sources: ReadonlySet<string> }> {
  const laterKeys = await graph.read(keysAfter(dataset, day, keys), PATIENTLY);
  const laterSources = await graph.read(sourcesReadAfter(dataset, day, sources), PATIENTLY);
  return {
    keys: new Set(laterKeys.map(({ key }) => key)),
    sources: new Set(laterSources.map(({ id }) => id)),
  };
}

function keysOf({ reports }: EventRecord): string[] {
  return reports.map(({ locator }) => locator);
}

function targetsOf({ participants }: EventRecord): string[] {
  return participants.flatMap(({ role, entity }) => (role === 'TARGET' ? [entity] : []));
}

/** A dataset may have many sources besides. */
const PATIENTLY = { timeoutMs: 600_000 };

interface IssueRow extends Pick<Issue, 'source' | 'day' | 'unread'> {
  readonly entries: number | null;
}

function issuesOf(dataset: string): Statement<IssueRow> {
  return statement(
    cypher`
MATCH (s:Source)
WHERE $dataset IN s.datasets
  AND (s.entries IS NOT NULL OR EXISTS { (s)-[:REPORTS {dataset: $dataset}]->(:Event {type: 'LISTS'}) })
RETURN s.id AS source, toString(s.publishedLatest) AS day, s.entries AS entries, coalesce(s.unread, []) AS unread
ORDER BY day, source`,
    { dataset },
  );
}

interface EntryRow extends Pick<IssueEntry, 'key' | 'canonical' | 'name'> {
  readonly event: string;
  readonly participants: readonly string[];
}

/** In the order of the events' ids, one batch. */
function entriesOf(dataset: string, source: string, after: string): Statement<EntryRow> {
  return statement(
    cypher`
MATCH (:Source {id: $source})-[r:REPORTS {dataset: $dataset}]->(e:Event {type: 'LISTS'})
WHERE e.id > $after
WITH r, e ORDER BY e.id LIMIT $limit
MATCH (n:Entity {id: [key IN r.participants WHERE key STARTS WITH 'TARGET ' | split(key, ' ')[1]][0]})
RETURN e.id AS event, r.locator AS key, r.participants AS participants, n.name AS name, coalesce(n.canonical, n.id) AS canonical
ORDER BY event`,
    { dataset, source, after, limit: BATCH },
  );
}

function entryIn({ key, canonical, name, participants }: EntryRow): IssueEntry {
  const stated = participants.map(participationOf);
  const inRole = (wanted: string): string => stated.find(({ role }) => role === wanted)?.entity ?? '';
  return { key, canonical, name, agent: inRole('AGENT'), entity: inRole('TARGET'), list: inRole('LIST') };
}

function absencesOn(dataset: string, sources: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (s:Source)-[:REPORTS {dataset: $dataset}]->(e:Event)
WHERE s.id IN $sources AND e.type IN ['DELISTED', 'DOES_NOT_LIST']
RETURN DISTINCT e.id AS id`,
    { dataset, sources },
  );
}

function keysAfter(dataset: string, day: Day, keys: readonly string[]): Statement<{ key: string }> {
  return statement(
    cypher`
MATCH (s:Source) WHERE $dataset IN s.datasets AND s.publishedLatest > date($day)
MATCH (s)-[r:REPORTS {dataset: $dataset}]->(:Event {type: 'LISTS'}) WHERE r.locator IN $keys
RETURN DISTINCT r.locator AS key`,
    { dataset, day, keys },
  );
}

function sourcesReadAfter(dataset: string, day: Day, ids: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (s:Source) WHERE s.id IN $ids AND $dataset IN s.datasets AND s.read > date($day)
RETURN s.id AS id`,
    { dataset, day, ids },
  );
}
