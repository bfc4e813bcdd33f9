import type { Closeness } from '../ontology/closeness.ts';
import type { Kind } from '../ontology/kinds.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { SourceRole } from '../ontology/sourceRoles.ts';
import type { Stance } from '../ontology/stances.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';

/** Who declares a node: datasets in the order of their ids, the first of which gave it what it has. */
export interface Claims {
  readonly id: string;
  readonly datasets: readonly string[];
  readonly fingerprints: readonly string[];
}

export interface WholeEntityRow extends Claims {
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly group: boolean;
  /** The id that it is known by since it was joined with another; `null` for its own. */
  readonly canonical: string | null;
  readonly partOf: string | null;
  readonly identifiers: readonly (readonly [scheme: string, value: string])[];
}

export interface WholeSourceRow extends Claims {
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly role: SourceRole;
  readonly published: string | null;
  readonly publishedBasis: string | null;
  readonly publishedEarliest: Day;
  readonly publishedLatest: Day;
  readonly read: Day;
  readonly retracted: Day | null;
}

export interface WholeEventRow extends Claims {
  readonly type: EventType;
  readonly summary: string;
  readonly post: string | null;
  readonly intends: EventType | null;
  readonly cameo: string | null;
  readonly closeness: Closeness | null;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly figureNames: readonly string[];
  readonly figureValues: readonly number[];
  readonly partOf: readonly string[];
  readonly follows: readonly string[];
  readonly reports: readonly WholeReportRow[];
}

/** Its participants as the report states them, each as the key of a participation. */
export type WholeReportRow = readonly [
  dataset: string,
  source: string,
  stance: Stance,
  edtf: string,
  wording: string | null,
  attributedTo: string | null,
  locator: string,
  key: string | null,
  participants: readonly string[],
];

/** The entities of these ids as they are declared, and all that they are a part of. */
export function wholeEntities(ids: readonly string[]): Statement<WholeEntityRow> {
  return statement(
    // By id, in a list: DISTINCT on what a pattern of any length ends in lets it come once for each start (5.26.29).
    cypher`
MATCH (asked:Entity) WHERE asked.id IN $ids
UNWIND [asked.id] + COLLECT { MATCH (asked)-[:PART_OF*1..]->(whole:Entity) RETURN whole.id } AS id
WITH DISTINCT id
MATCH (n:Entity {id: id})
RETURN ${CLAIMS}, n.kind AS kind, n.name AS name, coalesce(n.aliases, []) AS aliases,
  n.description AS description, n.group AS group, n.canonical AS canonical,
  head(COLLECT { MATCH (n)-[:PART_OF]->(whole:Entity) RETURN whole.id }) AS partOf,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(n) RETURN [key.scheme, key.value] ORDER BY key.key } AS identifiers
ORDER BY id`,
    { ids },
  );
}

export function wholeSources(ids: readonly string[]): Statement<WholeSourceRow> {
  return statement(
    cypher`
MATCH (n:Source) WHERE n.id IN $ids
WITH n ORDER BY n.id
RETURN ${CLAIMS}, n.title AS title, n.publisher AS publisher, n.author AS author, n.url AS url, n.role AS role,
  n.published AS published, n.publishedBasis AS publishedBasis,
  toString(n.publishedEarliest) AS publishedEarliest, toString(n.publishedLatest) AS publishedLatest,
  toString(n.read) AS read, toString(n.retracted) AS retracted`,
    { ids },
  );
}

export function wholeEvents(ids: readonly string[]): Statement<WholeEventRow> {
  return statement(
    cypher`
MATCH (n:Event) WHERE n.id IN $ids
WITH n ORDER BY n.id
RETURN ${CLAIMS}, n.type AS type, n.summary AS summary, n.post AS post, n.intends AS intends, n.cameo AS cameo,
  n.closeness AS closeness, coalesce(n.topics, []) AS topics, coalesce(n.places, []) AS places,
  coalesce(n.figureNames, []) AS figureNames, coalesce(n.figureValues, []) AS figureValues,
  COLLECT { MATCH (n)-[:PART_OF]->(whole:Event) RETURN whole.id ORDER BY whole.id } AS partOf,
  COLLECT { MATCH (n)-[:FOLLOWS]->(other:Event) RETURN other.id ORDER BY other.id } AS follows,
  COLLECT {
    MATCH (n)<-[r:REPORTS]-(s:Source)
    RETURN [r.dataset, s.id, r.stance, r.edtf, r.wording, r.attributedTo, r.locator, r.key, r.participants]
    ORDER BY s.id, r.locator
  } AS reports`,
    { ids },
  );
}

const CLAIMS = cypher`n.id AS id, coalesce(n.datasets, []) AS datasets, coalesce(n.fingerprints, []) AS fingerprints`;

/** The ids of all that has the label, a page in the order of ids. */
export function idsAfter(
  label: keyof typeof LABELS,
  after: string,
  limit: number,
): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (n:${LABELS[label]}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN n.id AS id`,
    { after, limit },
  );
}

const LABELS = { Entity: cypher`Entity`, Source: cypher`Source`, Event: cypher`Event` };
