import type { Closeness } from '../ontology/eventTypeDeclaration.ts';
import type { Kind } from '../ontology/kinds.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { SourceRole, Stance } from '../ontology/records.ts';
import type { Role } from '../ontology/roles.ts';
import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import type { Day } from '../time/day.ts';

/** An entity as a list, the cheapest form to send: the columns of a card, in this order. */
export type EntityCard = readonly [
  id: string,
  kind: Kind,
  name: string,
  aliases: readonly string[],
  description: string | null,
  group: boolean,
];

export function entityCard(node: Fragment): Fragment {
  return cypher`[${node}.id, ${node}.kind, ${node}.name, coalesce(${node}.aliases, []), ${node}.description, ${node}.group]`;
}

export type SourceCard = readonly [
  id: string,
  title: string,
  publisher: string,
  author: string | null,
  url: string | null,
  role: SourceRole,
  published: string | null,
  publishedBasis: string | null,
  publishedEarliest: Day,
  publishedLatest: Day,
  read: Day,
  retracted: Day | null,
];

/** The columns of a source's card, by their names. */
export function sourceColumns(card: SourceCard) {
  const [id, title, publisher, author, url, role, published, publishedBasis, ...days] = card;
  const [publishedEarliest, publishedLatest, read, retracted] = days;
  return {
    id,
    title,
    publisher,
    author,
    url,
    role,
    published,
    publishedBasis,
    publishedEarliest,
    publishedLatest,
    read,
    retracted,
  };
}

export function sourceCard(node: Fragment): Fragment {
  return cypher`[${node}.id, ${node}.title, ${node}.publisher, ${node}.author, ${node}.url, ${node}.role, ${node}.published,
    ${node}.publishedBasis, toString(${node}.publishedEarliest), toString(${node}.publishedLatest), toString(${node}.read),
    toString(${node}.retracted)]`;
}

/** An event's own columns; `participants` and `reports` only where the operation selects them. */
export interface EventRow {
  readonly id: string;
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
  readonly stances: readonly Stance[];
  readonly edtf: string;
  readonly qualified: boolean;
  readonly disputed: boolean;
  readonly at: Day;
  readonly reportCount: number;
  readonly participants?: readonly ParticipantRow[];
  readonly reports?: readonly ReportRow[];
}

/** A participation that some report states; `named` where those do that decide what is told of the event now. */
export type ParticipantRow = readonly [
  role: Role,
  entity: EntityCard,
  onBehalfOf: EntityCard | null,
  named: boolean,
];

export type ReportRow = readonly [
  source: SourceCard,
  stance: Stance,
  edtf: string,
  wording: string | null,
  locator: string,
  attributedTo: EntityCard | null,
  /** Whom it has take part, under the ids that they are known by, each as the key of a participation. */
  participants: readonly string[],
  key: string | null,
];

/** The columns of a report, by their names; its source by its id. */
export function reportColumns([[source], ...rest]: ReportRow) {
  const [stance, date, wording, locator, attributedTo, participants, key] = rest;
  return { source, stance, date, wording, locator, attributedTo, participants, key };
}

/** Which lists of an event the operation selects, and so which blocks the statement has. */
export interface EventBlocks {
  readonly participants: boolean;
  readonly reports: boolean;
}

export const NO_BLOCKS: EventBlocks = { participants: false, reports: false };

/** The columns of the event bound to `e`, as known now; its place in order may be that of another version. */
export function eventColumns({ participants, reports }: EventBlocks, at = cypher`e.at`): Fragment {
  return cypher`e.id AS id, e.type AS type, e.summary AS summary, e.post AS post, e.intends AS intends, e.cameo AS cameo, e.closeness AS closeness,
  coalesce(e.topics, []) AS topics, coalesce(e.places, []) AS places, coalesce(e.figureNames, []) AS figureNames, coalesce(e.figureValues, []) AS figureValues,
  coalesce(e.stances, []) AS stances, e.edtf AS edtf, e.qualified AS qualified, e.disputed AS disputed, toString(${at}) AS at,
  e.reportCount AS reportCount${when(participants, PARTICIPANTS)}${when(reports, REPORTS)}`;
}

// The names within these blocks must be ones that no statement binds: a bound name would be matched, not found anew.
const PARTICIPANTS = cypher`,
  COLLECT {
    MATCH (e)<-[participation:TOOK_PART]-(participant:Entity) WHERE participation.through IS NULL
    OPTIONAL MATCH (principal:Entity {id: participation.onBehalfOf})
    RETURN [participation.role, ${entityCard(cypher`participant`)},
            CASE WHEN principal IS NULL THEN null ELSE ${entityCard(cypher`principal`)} END, participation.named]
    ORDER BY participation.role, participant.id, participation.onBehalfOf
  } AS participants`;

const REPORTS = cypher`,
  COLLECT {
    MATCH (e)<-[report:REPORTS]-(reporter:Source)
    OPTIONAL MATCH (attributed:Entity {id: report.attributedTo})
    OPTIONAL MATCH (joined:Entity {id: attributed.canonical})
    WITH reporter, report, coalesce(joined, attributed) AS claimant
    RETURN [${sourceCard(cypher`reporter`)}, report.stance, report.edtf, report.wording, report.locator,
            CASE WHEN claimant IS NULL THEN null ELSE ${entityCard(cypher`claimant`)} END, coalesce(report.resolved, report.participants), report.key]
    ORDER BY report.earliest, report.latest, reporter.id, report.locator
  } AS reports`;
