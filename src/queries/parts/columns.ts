import { cypher, type Fragment, join, when } from '../../cypher/cypher.ts';
import { aliased, returned } from '../../cypher/shape.ts';
import type { Stance } from '../../ontology/stances.ts';
import {
  type Cells,
  named,
  optional,
  type RecordOf,
  type ReturnedOf,
  table,
  text,
  truth,
} from '../../record/attribute.ts';
import { ENTITY, IDENTIFIER, type Identifier } from '../../record/entity.ts';
import { EVENT, type Figure, STORED_EVENT } from '../../record/event.ts';
import { PARTICIPATION } from '../../record/participation.ts';
import { ORIGIN, REPORT } from '../../record/report.ts';
import { STORED_SOURCE } from '../../record/source.ts';
import type { TimePlace } from '../../time/bounds.ts';
import { listOf, type Selected, selects, selectsAny } from './selected.ts';

// Entities, sources, participants and reports travel as lists, the cheapest form to send, read by the places of their
// tables. Cells that the operation does not select are null, although their types deny it; nothing reads them.

type EntityColumns = Omit<ReturnedOf<typeof ENTITY>, keyof typeof OF_DETAILS>;
export type EntityCells = Cells<typeof ENTITY, EntityColumns>;

export function entityColumns(cells: EntityCells): EntityColumns {
  return named(ENTITY, cells);
}

export function entityCells(node: Fragment, selected?: Selected, id = cypher`${node}.id`): Fragment {
  return listOf(ENTITY, { ...returned(ENTITY, node), ...OF_DETAILS, id }, ['id'], selected);
}

/** Few operations ask for them: the details of an entity have them. */
const OF_DETAILS = { countries: undefined };

export type IdentifierCells = Cells<typeof IDENTIFIER>;

export function identifierOf(cells: IdentifierCells): Identifier {
  return named(IDENTIFIER, cells);
}

export function identifierCells(node: Fragment): Fragment {
  return listOf(IDENTIFIER, returned(IDENTIFIER, node));
}

type SourceColumns = ReturnedOf<typeof STORED_SOURCE>;
export type SourceCells = Cells<typeof STORED_SOURCE>;

export function sourceColumns(cells: SourceCells): SourceColumns {
  return named(STORED_SOURCE, cells);
}

export function sourceCells(node: Fragment, selected?: Selected): Fragment {
  return listOf(STORED_SOURCE, returned(STORED_SOURCE, node), ['id'], selected);
}

/** A participation that some report states. */
export const PARTICIPANT = table('participant', {
  ...PARTICIPATION.attributes,
  named: truth('Whether it is a participant by what is known of the event now, named most finely.'),
  whole: optional(text('The list that a LIST is part of.'), 'if of none, or not asked for'),
});

export type ParticipantRow = Cells<
  typeof PARTICIPANT,
  Omit<RecordOf<typeof PARTICIPANT>, 'entity' | 'onBehalfOf'> & {
    readonly entity: EntityCells;
    readonly onBehalfOf: EntityCells | null;
  }
>;

/** A report and whose it is. */
export const OWNED_REPORT = table('report', { ...REPORT.attributes, ...ORIGIN });

export type ReportRow = Cells<
  typeof OWNED_REPORT,
  Omit<RecordOf<typeof OWNED_REPORT>, 'source' | 'attributedTo' | 'key' | 'participants'> & {
    readonly source: SourceCells;
    readonly attributedTo: EntityCells | null;
    readonly key: string | null;
    /** Under the ids that they are known by, each as the key of a participation. */
    readonly participants: readonly string[];
  }
>;

/** The columns of a report from which answers follow; its source by its id. */
export function reportColumns(row: ReportRow) {
  return {
    source: row[REPORT.place.source][STORED_SOURCE.place.id],
    stance: row[REPORT.place.stance],
    date: row[REPORT.place.date],
    locator: row[REPORT.place.locator],
    participants: row[REPORT.place.participants],
    dataset: row[OWNED_REPORT.place.dataset],
    coding: row[OWNED_REPORT.place.coding],
  };
}

/** An event's own columns. Those that the operation does not select are absent, although their types deny it. */
export interface EventRow extends ReturnedOf<typeof EVENT> {
  readonly figureNames?: readonly string[];
  readonly figureValues?: readonly number[];
  readonly stances?: readonly Stance[];
  readonly edtf: string;
  readonly qualified: boolean;
  readonly disputed: boolean;
  readonly reportCount: number;
  readonly datasets?: readonly string[];
  readonly participants?: readonly ParticipantRow[];
  readonly reports?: readonly ReportRow[];
}

/** An event in a list in order of time. Its place may be that of an earlier version. */
export interface PlacedEventRow extends EventRow, TimePlace {}

/**
 * Which lists of an event the operation selects, and so which blocks the statement has; and which columns of it, of
 * its participants and of its reports.
 */
export interface EventBlocks {
  readonly participants: boolean;
  readonly reports: boolean;
  /** Each LIST comes with the list that it is part of. */
  readonly wholes?: boolean;
  readonly columns?: EventSelection;
}

/** What a statement reads of an event's date: parts of the field `date` that an operation can select by themselves. */
export type DateColumn = 'date.known' | 'date.edtf' | 'date.qualified' | 'date.disputed';

/** By the names of their fields. */
interface EventSelection {
  /** Its fields, and the columns of its date. */
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

/** The columns of a place in the order of time, bound to `open` and `at`. */
export const PLACE = cypher`open, toString(at) AS at`;

/** The columns of the event bound to `e`, as known now. */
export function eventColumns({ participants, reports, wholes = false, columns }: EventBlocks): Fragment {
  const own = OWN.filter(([fields]) => selectsAny(columns?.event, fields)).map(([, column]) => column);
  return cypher`${join([cypher`e.id AS id`, ...own], ', ')}${when(
    participants,
    participantsBlock(columns, wholes),
  )}${when(reports, reportsBlock(columns))}`;
}

/**
 * The columns of the event `event` that its current relationship, bound to `r`, holds itself; `null` if the operation
 * selects more.
 */
export function columnsOnEdge({ participants, reports, columns }: EventBlocks): Fragment | null {
  if (participants || reports || columns?.event === undefined) return null;
  const needed = OWN.filter(([fields]) => selectsAny(columns.event, fields)).flatMap(([fields]) => fields);
  if (columns.event.some((field) => needed.includes(field) && !(field in OF_EDGE))) return null;
  const selectedColumns = Object.entries(OF_EDGE).filter(([field]) => selects(columns.event, field));
  return join([cypher`event AS id`, ...selectedColumns.map(([, column]) => column)], ', ');
}

/** There is a relationship only of what some source affirms. */
const OF_EDGE: Readonly<Record<'type' | DateColumn, Fragment>> = {
  type: cypher`type(r) AS type`,
  'date.known': cypher`['AFFIRMS'] AS stances`,
  'date.edtf': cypher`r.edtf AS edtf`,
  'date.qualified': cypher`r.qualified AS qualified`,
  'date.disputed': cypher`r.disputed AS disputed`,
};

const OF_DATE: Readonly<Record<DateColumn, Fragment>> = {
  'date.known': cypher`coalesce(e.stances, []) AS stances`,
  'date.edtf': cypher`e.edtf AS edtf`,
  'date.qualified': cypher`e.qualified AS qualified`,
  'date.disputed': cypher`e.disputed AS disputed`,
};

/** The columns that the fields of an event need. */
const OWN: readonly (readonly [fields: readonly string[], column: Fragment])[] = [
  ...Object.entries(returned(EVENT, cypher`e`))
    .filter(([name]) => name !== 'id')
    .map(([name, column]) => [[name], aliased({ [name]: column })] as const),
  [['figures'], figureColumns(cypher`e`)],
  ...Object.entries(OF_DATE).map(
    ([name, column]) => [name === 'date.known' ? ['stances', name] : [name], column] as const,
  ),
  [['reportCount'], cypher`e.reportCount AS reportCount`],
  [['datasets'], cypher`coalesce(e.datasets, []) AS datasets`],
];

export function figuresOf({
  figureNames = [],
  figureValues = [],
}: Pick<EventRow, 'figureNames' | 'figureValues'>): Figure[] {
  return figureNames.map((what, i) => ({ what, value: figureValues[i] ?? 0 }));
}

export function figureColumns(node: Fragment): Fragment {
  const { figureNames, figureValues } = returned(STORED_EVENT, node);
  return aliased({ figureNames, figureValues });
}

// The names within these blocks must be ones that no statement binds: a bound name would be matched, not found anew.
// Only entities take part and only sources report: to look at their labels would cost as much as a property.
function participantsBlock(columns: EventSelection | undefined, wholes: boolean): Fragment {
  const isActing = selects(columns?.participant, 'onBehalfOf');
  const participant = listOf(PARTICIPANT, {
    role: cypher`participation.role`,
    entity: entityCells(cypher`participant`, columns?.entity),
    onBehalfOf: isActing ? ifAny(cypher`principal`, columns?.onBehalfOf) : undefined,
    named: cypher`participation.named`,
    whole: wholes ? WHOLE : undefined,
  });
  return cypher`,
  COLLECT {
    MATCH (e)<-[participation:TOOK_PART]-(participant) WHERE participation.through IS NULL
    ${when(isActing, cypher`OPTIONAL MATCH (principal:Entity {id: participation.onBehalfOf})`)}
    RETURN ${participant}
    ORDER BY participation.role, participant.id${when(isActing, cypher`, participation.onBehalfOf`)}
  } AS participants`;
}

const WHOLE = cypher`CASE WHEN participation.role = 'LIST'
      THEN [(participant)-[:PART_OF]->(consolidated) | coalesce(consolidated.canonical, consolidated.id)][0] END`;

function reportsBlock(columns: EventSelection | undefined): Fragment {
  const isAttributed = selects(columns?.report, 'attributedTo');
  const report = listOf(
    OWNED_REPORT,
    {
      ...returned(OWNED_REPORT, cypher`report`),
      source: sourceCells(cypher`reporter`, columns?.source),
      date: cypher`report.edtf`,
      attributedTo: ifAny(cypher`claimant`, columns?.attributedTo),
      participants: cypher`coalesce(report.resolved, report.participants)`,
    },
    ['source', 'date', 'locator', 'coding'],
    columns?.report,
  );
  return cypher`,
  COLLECT {
    MATCH (e)<-[report:REPORTS]-(reporter)
    ${when(
      isAttributed,
      cypher`OPTIONAL MATCH (attributed:Entity {id: report.attributedTo})
    OPTIONAL MATCH (joined:Entity {id: attributed.canonical})
    WITH reporter, report, coalesce(joined, attributed) AS claimant`,
    )}
    RETURN ${report}
    ORDER BY report.earliest, report.latest, reporter.id, report.locator
  } AS reports`;
}

/** The entity, or null if none is bound. */
function ifAny(entity: Fragment, selected: Selected): Fragment {
  return cypher`CASE WHEN ${entity} IS NULL THEN null ELSE ${entityCells(entity, selected)} END`;
}
