import { type EntityCells, type EventRow, reportColumns } from '../../queries/parts/columns.ts';
import { fullEventOf } from '../../queries/parts/fullEvent.ts';
import type { FullEvent } from '../../reasoning/changes/histories.ts';
import { participationKey } from '../../record/participation.ts';
import type { ReportedEvent } from '../../reasoning/status/regimeEvent.ts';
import { type Entity, entityFrom } from '../entity/entity.type.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';
import { namedSources } from '../source/source.loader.ts';
import type { Source } from '../source/source.type.ts';
import { type Event, eventFrom, type Participant, participantFrom } from './event.type.ts';

/** Events as they were read with all that is said of them: what answers follow from, and are told with. */
export class ReadEvents {
  readonly #rows: ReadonlyMap<string, EventRow>;
  readonly #events = new Map<string, Event>();
  #entities: ReadonlyMap<string, EntityCells> | undefined;

  /** @param rows each with its participants and reports */
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

  /** The event with everything that was ever said of it. */
  full(id: string): FullEvent {
    return fullEventOf(this.#row(id));
  }

  event(id: string): Event {
    const event = this.#events.get(id) ?? eventFrom(this.#row(id));
    this.#events.set(id, event);
    return event;
  }

  /** Those of the events' sources that are named, each once, in that order. */
  sources(ids: readonly string[], named: readonly string[]): Source[] {
    return namedSources(
      ids.flatMap((id) => this.#row(id).reports ?? []),
      named,
    );
  }

  /** Those of the event's participants whose participations have these keys. */
  participants(id: string, keys: ReadonlySet<string>): Participant[] {
    return (this.#row(id).participants ?? [])
      .filter(([role, [entity], onBehalfOf]) =>
        keys.has(participationKey({ role, entity, onBehalfOf: onBehalfOf?.[0] ?? null })),
      )
      .map(participantFrom);
  }

  /** An entity that takes part in one of the events, by some report. */
  entity(id: string): Entity {
    this.#entities ??= new Map(
      [...this.#rows.values()].flatMap(({ participants = [] }) =>
        participants.flatMap(([, entity, onBehalfOf]) =>
          [entity, onBehalfOf].flatMap((card): [string, EntityCells][] => (card ? [[card[0], card]] : [])),
        ),
      ),
    );
    const card = this.#entities.get(id);
    if (card === undefined) throw new Error('An answer names an entity that takes part in nothing.');
    return entityFrom(card);
  }

  #row(id: string): EventRow {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error('An answer rests on an event that was not read.');
    return row;
  }
}
