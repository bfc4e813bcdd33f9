import type { EventRecord, Participation, ReportRecord } from '../ontology/records.ts';

/** A participation, and the reports that state it: `null` where every report of the event does. */
export interface StatedParticipation extends Participation {
  readonly reports: readonly string[] | null;
}

/** Names a report among those of its event. */
export function reportKey({ source, locator }: Pick<ReportRecord, 'source' | 'locator'>): string {
  return `${source}#${locator}`;
}

/** Every participation that some report states, in the order of role, entity and principal. */
export function statedParticipations(
  event: Pick<EventRecord, 'participants' | 'reports'>,
): StatedParticipation[] {
  const stated = new Map<string, { participation: Participation; reports: string[] }>();
  for (const report of event.reports) {
    for (const participation of report.participants ?? event.participants) {
      const key = participationKey(participation);
      const entry = stated.get(key) ?? { participation, reports: [] };
      stated.set(key, entry);
      entry.reports.push(reportKey(report));
    }
  }
  return [...stated.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { participation, reports }]) => ({
      ...participation,
      reports: reports.length === event.reports.length ? null : reports.sort(),
    }));
}

function participationKey({ role, entity, onBehalfOf }: Participation): string {
  return `${role} ${entity} ${onBehalfOf ?? ''}`;
}
