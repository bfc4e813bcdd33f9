import type { Closeness } from '../../ontology/closeness.ts';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { SourceRole } from '../../ontology/sourceRoles.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Role } from '../../ontology/roles.ts';
import { cypher, type Fragment, join, when } from '../../cypher/cypher.ts';
import type { Day } from '../../time/day.ts';
import { listOf, type Selected, selects, selectsAny } from './selected.ts';

/**
 * An entity as a list, the cheapest form to send: the columns of a card, in this order. In place of those that the
 * operation does not select is null, whatever their types say: nobody reads them.
 */
export type EntityCells = readonly [
  id: string,
  kind: Kind,
  name: string,
  aliases: readonly string[],
  description: string | null,
  group: boolean,
];

/** The columns of an entity, by their names. */
export function entityColumns([id, kind, name, aliases, description, group]: EntityCells) {
  return { id, kind, name, aliases, description, group };
}

export function entityCells(node: Fragment, selected?: Selected, id = cypher`${node}.id`): Fragment {
  const columns = {
    kind: cypher`${node}.kind`,
    name: cypher`${node}.name`,
    aliases: cypher`coalesce(${node}.aliases, [])`,
    description: cypher`${node}.description`,
    group: cypher`${node}.group`,
  };
  return cypher`[${id}, ${listOf(columns, selected)}]`;
}

/** A source as a list, likewise. */
export type SourceCells = readonly [
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
export function sourceColumns(cells: SourceCells) {
  const [id, title, publisher, author, url, role, published, publishedBasis, ...days] = cells;
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

export function sourceCells(node: Fragment, selected?: Selected): Fragment {
  const columns = {
    title: cypher`${node}.title`,
    publisher: cypher`${node}.publisher`,
    author: cypher`${node}.author`,
    url: cypher`${node}.url`,
    role: cypher`${node}.role`,
    published: cypher`${node}.published`,
    publishedBasis: cypher`${node}.publishedBasis`,
    publishedEarliest: cypher`toString(${node}.publishedEarliest)`,
    publishedLatest: cypher`toString(${node}.publishedLatest)`,
    read: cypher`toString(${node}.read)`,
    retracted: cypher`toString(${node}.retracted)`,
  };
  return cypher`[${node}.id, ${listOf(columns, selected)}]`;
}

/** An event's own columns. Those that the operation does not select are absent, whatever their types say. */
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
  readonly figureNames?: readonly string[];
  readonly figureValues?: readonly number[];
  readonly stances?: readonly Stance[];
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
  entity: EntityCells,
  onBehalfOf: EntityCells | null,
  named: boolean,
];

export type ReportRow = readonly [
  source: SourceCells,
  stance: Stance,
  edtf: string,
  wording: string | null,
  locator: string,
  attributedTo: EntityCells | null,
  /** Whom it has take part, under the ids that they are known by, each as the key of a participation. */
  participants: readonly string[],
  key: string | null,
];

/** The columns of a report, by their names; its source by its id. */
export function reportColumns([[source], ...rest]: ReportRow) {
  const [stance, date, wording, locator, attributedTo, participants, key] = rest;
  return { source, stance, date, wording, locator, attributedTo, participants, key };
}

/**
 * Which lists of an event the operation selects, and so which blocks the statement has; and which columns of it, of
 * its participants and of its reports.
 */
export interface EventBlocks {
  readonly participants: boolean;
  readonly reports: boolean;
  readonly columns?: EventSelection;
}

/** By the names of their fields. */
interface EventSelection {
  readonly event: Selected;
  readonly participant: Selected;
  /** Of the entities that take part, and of those for whom they act. */
  readonly entity: Selected;
  readonly onBehalfOf: Selected;
  readonly report: Selected;
  readonly source: Selected;
  readonly attributedTo: Selected;
}

export const NO_BLOCKS: EventBlocks = { participants: false, reports: false };

/** The columns of the event bound to `e`, as known now; its place in order may be that of another version. */
export function eventColumns({ participants, reports, columns }: EventBlocks, at = cypher`e.at`): Fragment {
  const own = OWN.filter(([fields]) => selectsAny(columns?.event, fields)).map(([, column]) => column);
  return cypher`e.id AS id, ${join(own, ', ')}${when(own.length > 0, cypher`, `)}toString(${at}) AS at${when(
    participants,
    participantsBlock(columns),
  )}${when(reports, reportsBlock(columns))}`;
}

/**
 * The columns of an event that its relationship bound to `r`, of now, of the event bound to `event`, tells by itself, or `null` where the operation
 * selects more.
 */
export function columnsOnEdge(
  { participants, reports, columns }: EventBlocks,
  at: Fragment,
): Fragment | null {
  if (participants || reports || columns?.event === undefined) return null;
  const needed = OWN.filter(([fields]) => selectsAny(columns.event, fields)).flatMap(([fields]) => fields);
  if (columns.event.some((field) => needed.includes(field) && !(field in OF_EDGE))) return null;
  const selectedColumns = Object.entries(OF_EDGE).filter(([field]) => selects(columns.event, field));
  return join(
    [cypher`event AS id`, ...selectedColumns.map(([, column]) => column), cypher`toString(${at}) AS at`],
    ', ',
  );
}

/** There is a relationship only of what some source affirms. */
const OF_EDGE: Readonly<Record<string, Fragment>> = {
  type: cypher`type(r) AS type`,
  'date.known': cypher`['AFFIRMS'] AS stances`,
  'date.edtf': cypher`r.edtf AS edtf`,
  'date.qualified': cypher`r.qualified AS qualified`,
  'date.disputed': cypher`r.disputed AS disputed`,
};

/** The columns that the fields of an event need. */
const OWN: readonly (readonly [fields: readonly string[], column: Fragment])[] = [
  [['type'], cypher`e.type AS type`],
  [['summary'], cypher`e.summary AS summary`],
  [['post'], cypher`e.post AS post`],
  [['intends'], cypher`e.intends AS intends`],
  [['cameo'], cypher`e.cameo AS cameo`],
  [['closeness'], cypher`e.closeness AS closeness`],
  [['topics'], cypher`coalesce(e.topics, []) AS topics`],
  [['places'], cypher`coalesce(e.places, []) AS places`],
  [
    ['figures'],
    cypher`coalesce(e.figureNames, []) AS figureNames, coalesce(e.figureValues, []) AS figureValues`,
  ],
  [['stances', 'date.known'], cypher`coalesce(e.stances, []) AS stances`],
  [['date.edtf'], cypher`e.edtf AS edtf`],
  [['date.qualified'], cypher`e.qualified AS qualified`],
  [['date.disputed'], cypher`e.disputed AS disputed`],
  [['reportCount'], cypher`e.reportCount AS reportCount`],
];

// The names within these blocks must be ones that no statement binds: a bound name would be matched, not found anew.
// Only entities take part and only sources report: to look at their labels would cost as much as a property.
function participantsBlock(columns: EventSelection | undefined): Fragment {
  const isActing = selects(columns?.participant, 'onBehalfOf');
  const principal = entityCells(cypher`principal`, columns?.onBehalfOf);
  return cypher`,
  COLLECT {
    MATCH (e)<-[participation:TOOK_PART]-(participant) WHERE participation.through IS NULL
    ${when(isActing, cypher`OPTIONAL MATCH (principal:Entity {id: participation.onBehalfOf})`)}
    RETURN [participation.role, ${entityCells(cypher`participant`, columns?.entity)},
            ${isActing ? cypher`CASE WHEN principal IS NULL THEN null ELSE ${principal} END` : cypher`null`}, participation.named]
    ORDER BY participation.role, participant.id${when(isActing, cypher`, participation.onBehalfOf`)}
  } AS participants`;
}

function reportsBlock(columns: EventSelection | undefined): Fragment {
  const has = (field: string, column: Fragment) => (selects(columns?.report, field) ? column : cypher`null`);
  const isAttributed = selects(columns?.report, 'attributedTo');
  const claimant = entityCells(cypher`claimant`, columns?.attributedTo);
  return cypher`,
  COLLECT {
    MATCH (e)<-[report:REPORTS]-(reporter)
    ${when(
      isAttributed,
      cypher`OPTIONAL MATCH (attributed:Entity {id: report.attributedTo})
    OPTIONAL MATCH (joined:Entity {id: attributed.canonical})
    WITH reporter, report, coalesce(joined, attributed) AS claimant`,
    )}
    RETURN [${sourceCells(cypher`reporter`, columns?.source)}, ${has('stance', cypher`report.stance`)}, report.edtf,
            ${has('wording', cypher`report.wording`)}, report.locator,
            ${isAttributed ? cypher`CASE WHEN claimant IS NULL THEN null ELSE ${claimant} END` : cypher`null`},
            ${has('participants', cypher`coalesce(report.resolved, report.participants)`)}, ${has('key', cypher`report.key`)}]
    ORDER BY report.earliest, report.latest, reporter.id, report.locator
  } AS reports`;
}
