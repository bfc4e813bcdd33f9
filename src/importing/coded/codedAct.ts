import { isSymmetric, type EventType } from '../../ontology/lookups.ts';
import type { Participation } from '../../record/participation.ts';
import { REPORT, type ReportRecord } from '../../record/report.ts';

/** Who did something to whom, as a type of event has it; parties in one order, whoever is named first. */
export function participantsOf(type: EventType, agent: string, target: string): Participation[] {
  if (isSymmetric(type)) {
    return [agent, target].sort().map((entity) => ({ role: 'PARTY', entity, onBehalfOf: null }));
  }
  return [
    { role: 'AGENT', entity: agent, onBehalfOf: null },
    { role: 'TARGET', entity: target, onBehalfOf: null },
  ];
}

/** The type of the act to come, where the code of an announcement tells it. */
export function intendedBy(type: EventType, code: string): EventType | null {
  return type === 'ANNOUNCED_INTENTION' ? (INTENDED[code] ?? null) : null;
}

const INTENDED: Readonly<Record<string, EventType>> = { '036': 'MET' };

/** What a row affirms of its event, on a day; its key as `scheme:value`. */
export function rowReport({ source, date, locator, key }: RowSaying): ReportRecord {
  return {
    ...REPORT.empty,
    ...{ source, date, locator, key },
  };
}

type RowSaying = Required<Pick<ReportRecord, 'source' | 'date' | 'locator' | 'key'>>;
