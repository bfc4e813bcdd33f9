import type { Driver } from 'neo4j-driver';
import { addDays, type Day, daysBetween } from '../src/time/day.ts';
import type { Period } from '../src/time/period.ts';

/** The subjects of a set, in a fixed order, so that a seed draws the same. */
export interface Subjects {
  /** The entity with the most events. */
  readonly hub: string;
  /** Entities with a medium number of events. */
  readonly ordinary: readonly string[];
  /** Entities with 50 events or more, without the hub. */
  readonly busy: readonly string[];
  /** Pairs of entities that met. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly designations: readonly (readonly [string, string])[];
  readonly events: readonly string[];
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly topics: readonly string[];
  readonly periods: Periods;
}

interface Periods {
  readonly years: readonly Period[];
  readonly months: readonly Period[];
  readonly early: Period;
  readonly late: Period;
  /** A period long before any event. */
  readonly before: Period;
  readonly lastDay: Day;
}

const ORDINARY = { minimum: 25, maximum: 500 };
const BUSY = 50;
const MAX_OF_EACH = 300;

export async function readSubjects(driver: Driver): Promise<Subjects> {
  const read = (text: string, parameters = {}) => readRows(driver, text, parameters);
  const entities = await read(
    'MATCH (e:Entity) RETURN e.id AS id, e.name AS name, COUNT { (e)-[:TOOK_PART]->() } AS events ORDER BY events DESC, id',
  );
  const [hub, ...others] = entities;
  const between = others.filter(({ events }) => events >= ORDINARY.minimum && events <= ORDINARY.maximum);
  const ordinary = spread(between.length >= 20 ? between : others.slice(0, Math.ceil(others.length / 2)));
  const ids = ordinary.map(({ id }) => id);
  const ofEach = (pattern: string) =>
    read(`UNWIND $ids AS id CALL (id) { ${pattern} } RETURN * ORDER BY id`, { ids });
  const events = await ofEach(
    'MATCH (:Entity {id: id})-[:TOOK_PART]->(e:Event {affirmed: true}) RETURN min(e.id) AS event, max(e.id) AS other',
  );
  const eventIds = unique(events.flatMap(({ event, other }) => [event, other]));
  const sources = await read(
    'UNWIND $ids AS id MATCH (:Event {id: id})<-[:REPORTS]-(s) RETURN DISTINCT s.id AS source ORDER BY source',
    { ids: eventIds },
  );
  const topics = await read(
    'UNWIND $ids AS id MATCH (e:Event {id: id}) UNWIND e.topics AS topic RETURN DISTINCT topic ORDER BY topic',
    { ids: eventIds },
  );
  const [ends = {}] = await read(
    'MATCH (e:Event {span: 0}) RETURN toString(min(e.at)) AS first, toString(max(e.at)) AS last',
  );
  const pairs = (pattern: string) =>
    ofEach(`MATCH (:Entity {id: id})${pattern}(other) RETURN min(other.id) AS other`);
  return {
    hub: hub?.id ?? '',
    ordinary: ids,
    busy: spread(others.filter(({ events: count }) => count >= BUSY)).map(({ id }) => id),
    pairs: pairsOf(await pairs('-[:MET]-')),
    designations: pairsOf(await pairs('-[:DESIGNATED]->')),
    events: eventIds,
    sources: sources.map(({ source }) => source),
    names: ordinary.map(({ name }) => name),
    topics: topics.map(({ topic }) => topic),
    periods: periodsOf(ends.first, ends.last),
  };
}

async function readRows(driver: Driver, text: string, parameters: object): Promise<any[]> {
  const { records } = await driver.executeQuery(text, parameters, { database: 'neo4j' });
  return records.map((record) => record.toObject());
}

function periodsOf(first: Day, last: Day): Periods {
  const tenth = Math.ceil((daysBetween(first, last) + 1) / 10);
  const part = (days: number, length: number): Period => {
    const from = addDays(first, days);
    return { from, to: addDays(from, length) };
  };
  return {
    years: [1, 2, 3, 4, 5, 6, 7, 8].map((count) => part(count * tenth, tenth)),
    months: [...Array(40).keys()].map((count) => part(Math.floor((count * 9 * tenth) / 40) + tenth, 30)),
    early: part(tenth, tenth),
    late: part(8 * tenth, tenth),
    before: { from: '1800-01-01', to: '1800-02-01' },
    lastDay: last,
  };
}

/** Evenly spread values, from the first to the last. */
function spread<T>(values: readonly T[]): T[] {
  const step = Math.max(1, values.length / MAX_OF_EACH);
  return Array.from(
    { length: Math.min(values.length, MAX_OF_EACH) },
    (_, index) => values[Math.floor(index * step)],
  ).filter((value) => value !== undefined);
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))].sort();
}

function pairsOf(rows: readonly { id: string; other: string | null }[]): [string, string][] {
  return rows.flatMap(({ id, other }) => (other === null ? [] : [[id, other] as [string, string]]));
}
