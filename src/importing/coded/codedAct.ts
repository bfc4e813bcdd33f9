import { isSymmetric, type EventType } from '../../ontology/lookups.ts';
import type { Participation } from '../../record/participation.ts';
import { REPORT, type ReportRecord } from '../../record/report.ts';
import type { Day } from '../../time/day.ts';

/** The participants of a coded act, in the roles of its type. Parties are in one order, whichever is named first. */
export function participantsOf(type: EventType, agent: string, target: string): Participation[] {
  if (isSymmetric(type)) {
    return [agent, target].sort().map((entity) => ({ role: 'PARTY', entity, onBehalfOf: null }));
  }
  return [
    { role: 'AGENT', entity: agent, onBehalfOf: null },
    { role: 'TARGET', entity: target, onBehalfOf: null },
  ];
}

/** The type of the announced act, if the code tells it. */
export function intendedBy(type: EventType, code: string): EventType | null {
  return type === 'ANNOUNCED_INTENTION' ? (INTENDED[code] ?? null) : null;
}

const INTENDED: Readonly<Record<string, EventType>> = { '036': 'MET' };

/**
 * The report of a row that dates its event to a day. Its key is `scheme:value`. Of a day after its source was published, it
 * can only expect the event.
 */
export function rowReport({ source, date, published, ...row }: RowSaying): ReportRecord {
  const stance = published !== undefined && date > published ? 'EXPECTS' : 'AFFIRMS';
  return { ...REPORT.empty, source, date, stance, ...row };
}

interface RowSaying extends Required<Pick<ReportRecord, 'source' | 'date' | 'locator' | 'key'>> {
  /** The day of publication, if it is not that of the event. */
  readonly published?: Day;
}
