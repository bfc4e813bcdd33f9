import type { RegimeEvent, RegimeReport } from './regimeEvent.ts';

/** An event of a type that belongs to a regime, or the announcement of such an act, as its reports tell it. */
export interface ReportedEvent extends Pick<RegimeEvent, 'id' | 'type' | 'intends'> {
  /** Those that count: published by then, of sources that are not retracted. */
  readonly reports: readonly ParticipantReport[];
}

export interface ParticipantReport extends RegimeReport {
  /** Whom it has take part, each as the key of a participation. */
  readonly participants: readonly string[];
}
