import type { Statement } from '../cypher/statement.ts';
import { type EventType, GENERAL_TYPES, regimeTypes, STATUS_TYPES } from '../ontology/lookups.ts';
import type { Regime } from '../ontology/regimes.ts';
import {
  type EntityCells,
  type EventRow,
  PARTICIPANT,
  type ParticipantRow,
  reportColumns,
  type ReportRow,
  type SourceCells,
} from '../queries/parts/columns.ts';
import { statusBasis } from '../queries/statusBasis.ts';
import {
  type Concern,
  type FullEvent,
  statusHistories,
  type StatusHistory,
} from '../reasoning/changes/histories.ts';
import { isKnown, isOfCoding, type Knowledge, type SourceValidity } from '../reasoning/countsBy.ts';
import { publicationBy } from '../reasoning/publication.ts';
import type { ReportedEvent } from '../reasoning/status/regimeEvent.ts';
import { ENTITY } from '../record/entity.ts';
import { participationKey } from '../record/participation.ts';
import { REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';
import { namedSources } from './ids.ts';

/** Events with all their participants and reports, from which statuses and changes follow. */
export class KnownEvents {
  readonly #rows: ReadonlyMap<string, EventRow>;
  #entities: ReadonlyMap<string, EntityCells> | undefined;
  #wholes: ReadonlyMap<string, string> | undefined;

  /** @param rows each with its participants and reports */
  constructor(rows: readonly EventRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** The events that were known then, each with the reports that counted. */
  knownBy(known: Knowledge): ReportedEvent[] {
    return [...this.#rows.values()].flatMap(({ id, type, intends, post, reports = [] }) => {
      const counting = reports
        .filter((row) => sourceCounts(row[REPORT.place.source], known))
        .map((row) => countingReport(row, known))
        .filter((report) => isOfCoding(report, known));
      return counting.length === 0 ? [] : [{ id, type, intends, post, reports: counting }];
    });
  }

  event(id: string): EventRow {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error('An answer rests on an event that was not read.');
    return row;
  }

  /** The event with all its reports, whether they count or not. */
  full(id: string): FullEvent {
    const { type, intends, post, reports = [] } = this.event(id);
    return {
      ...{ id, type, intends, post },
      reports: reports.map((row) => {
        const validity = validityOf(row[REPORT.place.source]);
        return { ...reportColumns(row), validity, published: validity.published };
      }),
    };
  }

  /** The list that each list is part of, for those that are. */
  get wholes(): ReadonlyMap<string, string> {
    this.#wholes ??= new Map(
      [...this.#rows.values()].flatMap(({ participants = [] }) => participants.flatMap(wholeOf)),
    );
    return this.#wholes;
  }

  /** The statuses that follow from these of the events and concern those asked about, each with its events. */
  statusHistories(
    rows: readonly EventRow[],
    concern: Concern,
    regimes: readonly Regime[] | null,
  ): StatusHistory[] {
    const events = rows.map(({ id }) => this.full(id));
    const histories = statusHistories(events, concern, regimes, (id) => {
      const cells = this.entity(id);
      const [kind, isGroup] = [cells[ENTITY.place.kind], cells[ENTITY.place.group]];
      return { kind, isGroup, existed: cells[ENTITY.place.existed] };
    });
    return histories.map((history) => ({ ...history, status: { ...history.status, wholes: this.wholes } }));
  }

  /** Those of the events' sources that are named, each once, in that order. */
  sources(ids: readonly string[], named: readonly string[]): SourceCells[] {
    return namedSources(
      ids.flatMap((id) => this.event(id).reports ?? []),
      named,
    );
  }

  /** Those of the event's participants whose participations have these keys. */
  participants(id: string, keys: ReadonlySet<string>): ParticipantRow[] {
    return (this.event(id).participants ?? []).filter((row) => keys.has(participantKey(row)));
  }

  /** An entity that takes part in one of the events, by some report. */
  entity(id: string): EntityCells {
    this.#entities ??= new Map(
      [...this.#rows.values()].flatMap(({ participants = [] }) =>
        participants.flatMap(entitiesOf).map((cells) => [cells[ENTITY.place.id], cells]),
      ),
    );
    const cells = this.#entities.get(id);
    if (cells === undefined) throw new Error('An answer names an entity that takes part in nothing.');
    return cells;
  }
}

/** The maximum number of events read for statuses: of the few entities of a request, and of all those of a dataset. */
export const MAX_STATUS_EVENTS = { ofRequest: 10_000, ofDataset: 100_000 };

/**
 * The events from which statuses of the entities follow, as authorities or subjects. `null` if there are more than the
 * limit: statuses that follow from some of them alone would be wrong.
 */
export async function readStatusBasis(
  graph: StatementReader,
  entities: readonly string[],
  regimes: readonly Regime[] | null,
  limit: number,
): Promise<EventRow[] | null> {
  const isAsked = (type: EventType) => regimes?.some((regime) => regimeTypes(regime).includes(type)) ?? true;
  const types = { types: STATUS_TYPES.filter(isAsked), generalTypes: GENERAL_TYPES.filter(isAsked) };
  const rows = await graph.read(statusBasis(entities, types, limit + 1));
  return rows.length > limit ? null : rows;
}

interface StatementReader {
  read<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** The key of the participation, as reports state it. */
export function participantKey(row: ParticipantRow): string {
  return participationKey({
    role: row[PARTICIPANT.place.role],
    entity: row[PARTICIPANT.place.entity][ENTITY.place.id],
    onBehalfOf: row[PARTICIPANT.place.onBehalfOf]?.[ENTITY.place.id] ?? null,
  });
}

/** Whether the source counts by what was known. */
export function sourceCounts(cells: SourceCells, known: Knowledge): boolean {
  return isKnown(validityOf(cells), known);
}

/** A report that counts, with what was known of its source's publication. */
export function countingReport(row: ReportRow, { knownBy = null }: Knowledge) {
  const { published } = validityOf(row[REPORT.place.source]);
  return { ...reportColumns(row), published: publicationBy(published, knownBy) };
}

/** What decides whether the source counts. */
export function validityOf(cells: SourceCells): SourceValidity {
  const { publishedEarliest, publishedLatest, retracted } = STORED_SOURCE.place;
  return {
    published: { earliest: cells[publishedEarliest], latest: cells[publishedLatest] },
    retracted: cells[retracted],
  };
}

function entitiesOf(row: ParticipantRow): EntityCells[] {
  const [entity, onBehalfOf] = [row[PARTICIPANT.place.entity], row[PARTICIPANT.place.onBehalfOf]];
  return onBehalfOf === null ? [entity] : [entity, onBehalfOf];
}

function wholeOf(row: ParticipantRow): [list: string, whole: string][] {
  const whole = row[PARTICIPANT.place.whole];
  return whole === null ? [] : [[row[PARTICIPANT.place.entity][ENTITY.place.id], whole]];
}
