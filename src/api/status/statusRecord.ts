import { declarationOf, EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { type EventRow, reportColumns } from '../../queries/columns.ts';
import { regimeEvents } from '../../queries/regimeEvents.ts';
import { ANNOUNCING_TYPES } from '../../reasoning/status/regimeTypes.ts';
import type { ReportedEvent } from '../../reasoning/status/reportedEvent.ts';
import type { Context } from '../context.ts';
import { type Event, eventFrom } from '../event/event.type.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';
import { type Source, sourceFrom } from '../source/source.type.ts';

/** Every event that any status of the subject can follow from. */
export async function statusRecord(context: Context, subject: string): Promise<StatusRecord> {
  const types = EVENT_TYPE_NAMES.filter((type) => declarationOf(type).status !== undefined);
  const statement = (owners: readonly string[]) => regimeEvents(owners, types, ANNOUNCING_TYPES);
  return new StatusRecord(await context.readFor(['regimeEvents'], subject, statement, ({ owner }) => owner));
}

/** Events with all that is said of them, as they were read: what statuses follow from, and are told with. */
export class StatusRecord {
  readonly #rows: ReadonlyMap<string, EventRow>;
  readonly #events = new Map<string, Event>();

  /** @param rows in order of time, each with its reports */
  constructor(rows: readonly EventRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** The events of which something was known, each with the reports that counted then. */
  knownBy(known: KnownArguments): ReportedEvent[] {
    return [...this.#rows.values()].flatMap(({ id, type, intends, reports = [] }) => {
      const counting = reports.filter(([source]) => sourceCounts(source, known)).map(reportColumns);
      return counting.length === 0 ? [] : [{ id, type, intends, reports: counting }];
    });
  }

  event(id: string): Event {
    const told = this.#events.get(id) ?? eventFrom(this.#row(id));
    this.#events.set(id, told);
    return told;
  }

  /** Those of the event's sources that are named. */
  sources(id: string, named: readonly string[]): Source[] {
    const cards = new Map(this.#row(id).reports?.map(([card]) => [card[0], card]));
    return named
      .map((source) => cards.get(source))
      .filter((card) => card !== undefined)
      .map(sourceFrom);
  }

  #row(id: string): EventRow {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error('A status rests on an event that was not read.');
    return row;
  }
}
