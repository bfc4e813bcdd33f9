import type { Regime } from '../../ontology/regimes.ts';
import type { EventRow } from '../../queries/columns.ts';
import { breaksIfRetracted } from '../../reasoning/status/breaksIfRetracted.ts';
import type { RegimeEvent } from '../../reasoning/status/regimeEvent.ts';
import { statusOn } from '../../reasoning/status/statusOn.ts';
import type { CombinedDate } from '../../time/combineDates.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import type { Entity } from '../entity/entity.type.ts';
import { type Event, eventFrom } from '../event/event.type.ts';
import { type Source, sourceFrom } from '../source/source.type.ts';
import type { Status } from './status.type.ts';

export interface AskedStatus {
  readonly authority: Entity;
  readonly subject: Entity;
  readonly list: Entity | null;
  readonly regime: Regime;
  readonly on: Day;
}

/** What follows on the day from the events, told with the events and sources of the rows. */
export function statusFrom(
  asked: AskedStatus,
  rows: readonly EventRow[],
  events: readonly RegimeEvent[],
): Status {
  const { state, since, evidence, announced, disputed } = statusOn(asked.on, events);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = (id: string, sources: readonly string[]) => tellingOf(byId.get(id), sources);
  return {
    ...asked,
    state,
    since: since === null ? null : dateFrom(since),
    evidence: evidence.map(({ event, effect, bearing, isGeneral, date, sources }) => ({
      ...told(event, sources),
      effect,
      bearing,
      general: isGeneral,
      date: dateFrom(date),
    })),
    announced: announced.map(({ event, intends, isCertain, date, sources }) => ({
      ...told(event, sources),
      intends,
      certain: isCertain,
      date: dateFrom(date),
    })),
    disputes: disputed.map((dispute) => ({
      about: dispute.about,
      events: dispute.events.map((id) => told(id, []).event),
      dates: dispute.about === 'DATE' ? dispute.dates.map(dateFrom) : [],
      sources: dispute.events.flatMap((id) => told(id, dispute.sources).sources),
    })),
    breaking: () => breaksIfRetracted(asked.on, events),
  };
}

/** The event of the row, and those of its sources that are named. */
function tellingOf(
  row: EventRow | undefined,
  sources: readonly string[],
): { event: Event; sources: Source[] } {
  if (row === undefined) throw new Error('A status rests on an event that was not read.');
  const cards = new Map(row.reports?.map(([card]) => [card[0], card]));
  return { event: eventFrom(row), sources: cardsOf(cards, sources) };
}

function cardsOf(
  cards: ReadonlyMap<string, Parameters<typeof sourceFrom>[0]>,
  ids: readonly string[],
): Source[] {
  return ids
    .map((id) => cards.get(id))
    .filter((card) => card !== undefined)
    .map(sourceFrom);
}

function dateFrom({ edtf, disputed, qualified }: CombinedDate): EdtfDate {
  return new EdtfDate(edtf, disputed, qualified);
}
