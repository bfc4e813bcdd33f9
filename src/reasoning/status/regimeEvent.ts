import { declarationOf, type EventType } from '../../ontology/lookups.ts';
import type { ReportRecord } from '../../ontology/records.ts';
import type { Effect } from '../../ontology/regimes.ts';
import { parseEdtf, type EdtfDate } from '../../time/parseEdtf.ts';

/**
 * An event of one authority, subject and regime (and list, where one is asked for): of a type that acts on the
 * regime or observes it, or the announcement of such an act.
 */
export interface RegimeEvent {
  readonly id: string;
  readonly type: EventType;
  /** The type of the act that an announcement announces. */
  readonly intends: EventType | null;
  /** It names no authority ("no country has"), and so is said of every one. */
  readonly isGeneral: boolean;
  /** Those that count: published by then, of sources that are not retracted. */
  readonly reports: readonly RegimeReport[];
}

export type RegimeReport = Pick<ReportRecord, 'source' | 'stance' | 'date'>;

/** What the event does to its regime; `null` for an announcement. */
export function effectOf(event: Pick<RegimeEvent, 'id' | 'type'>): Effect | null {
  const { status, announces } = declarationOf(event.type);
  if (status === undefined && announces === undefined) {
    throw new RangeError(
      `The event ${event.id} is ${event.type}, which neither belongs to a regime nor announces an act: leave it out.`,
    );
  }
  return status?.effect ?? null;
}

/** The reports that say that it happened or is so. */
export function affirming({ reports }: Pick<RegimeEvent, 'reports'>): readonly RegimeReport[] {
  return reports.filter(({ stance }) => stance === 'AFFIRMS');
}

/** The sources of the reports, each once, in order of their ids. */
export function sourcesOf(reports: readonly RegimeReport[]): string[] {
  return [...new Set(reports.map(({ source }) => source))].sort();
}

/** The date that the report gives. Reading it takes longer than what follows from it, so it is read once. */
export function dateOfReport(report: RegimeReport): EdtfDate {
  const known = READ.get(report);
  if (known !== undefined) return known;
  const date = parseEdtf(report.date);
  READ.set(report, date);
  return date;
}

const READ = new WeakMap<RegimeReport, EdtfDate>();
