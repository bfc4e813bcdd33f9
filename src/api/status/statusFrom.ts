import type { Regime } from '../../ontology/regimes.ts';
import { breaksIfRetracted } from '../../reasoning/status/breaksIfRetracted.ts';
import { type ReportedEvent, statusEvents } from '../../reasoning/status/regimeEvent.ts';
import { statusOn } from '../../reasoning/status/statusOn.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import type { Entity } from '../entity/entity.type.ts';
import type { KnownEvents } from '../../answers/knownEvents.ts';
import { eventFrom } from '../event/event.type.ts';
import { sourceFrom } from '../source/source.type.ts';
import type { Status } from './status.type.ts';

export interface StatusQuestion {
  readonly authority: Entity;
  readonly subject: Entity;
  readonly list: Entity | null;
  readonly regime: Regime;
  readonly on: Day;
}

/** What follows on the day from what was known, told with the events and sources of the record. */
export function statusFrom(
  asked: StatusQuestion,
  record: KnownEvents,
  known: readonly ReportedEvent[],
): Status {
  const { authority, subject, regime, list, on } = asked;
  const about = {
    authority: authority.id,
    kind: authority.kind,
    subject: subject.id,
    regime,
    list: list?.id ?? null,
  };
  const { state, since, evidence, announced, disputed } = statusOn(on, statusEvents(about, known));
  return {
    ...asked,
    state,
    since: EdtfDate.of(since),
    evidence: evidence.map(({ event, effect, bearing, isGeneral, date, sources }) => ({
      event: eventFrom(record.event(event)),
      sources: record.sources([event], sources).map(sourceFrom),
      effect,
      bearing,
      general: isGeneral,
      date: EdtfDate.of(date),
    })),
    announced: announced.map(({ event, intends, isCertain, date, sources }) => ({
      event: eventFrom(record.event(event)),
      sources: record.sources([event], sources).map(sourceFrom),
      intends,
      certain: isCertain,
      date: EdtfDate.of(date),
    })),
    disputes: disputed.map((dispute) => ({
      about: dispute.about,
      events: dispute.events.map((id) => eventFrom(record.event(id))),
      dates: dispute.about === 'DATE' ? dispute.dates.map((date) => EdtfDate.of(date)) : [],
      sources: record.sources(dispute.events, dispute.sources).map(sourceFrom),
    })),
    breaking: () => breaksIfRetracted(on, about, known),
  };
}
