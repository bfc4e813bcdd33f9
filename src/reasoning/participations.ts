import type { EventRecord, Participation, ReportRecord } from '../ontology/records.ts';
import type { Role } from '../ontology/roles.ts';

/** A participation, and the reports that state it: `null` where every report of the event does. */
export interface StatedParticipation extends Participation {
  readonly reports: readonly string[] | null;
}

/** Who took part according to a report. */
export function participantsIn(
  report: Pick<ReportRecord, 'participants'>,
  event: Pick<EventRecord, 'participants'>,
): readonly Participation[] {
  return report.participants ?? event.participants;
}

/** Every participation that some report states, in the order of role, entity and principal. */
export function statedParticipations(
  event: Pick<EventRecord, 'participants' | 'reports'>,
): StatedParticipation[] {
  const stated = new Map<string, { participation: Participation; reports: Set<ReportRecord> }>();
  for (const report of event.reports) {
    for (const participation of participantsIn(report, event)) {
      const key = participationKey(participation);
      const entry = stated.get(key) ?? { participation, reports: new Set() };
      stated.set(key, entry);
      entry.reports.add(report);
    }
  }
  return [...stated.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { participation, reports }]) => ({
      ...participation,
      reports: reports.size === event.reports.length ? null : distinct([...reports].map(reportKey)),
    }));
}

/** Names a participation among those of its event, and tells it: its role, who, and on whose behalf if any. */
export function participationKey({ role, entity, onBehalfOf }: Participation): string {
  return onBehalfOf === null ? `${role} ${entity}` : `${role} ${entity} ${onBehalfOf}`;
}

/** The participation that the key tells. */
export function participationOf(key: string): Participation {
  const [role, entity = '', onBehalfOf = null] = key.split(' ');
  return { role: role as Role, entity, onBehalfOf };
}

/** The texts in order, each once. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** Names a report among those of its event. */
function reportKey({ source, locator }: Pick<ReportRecord, 'source' | 'locator'>): string {
  return `${source}#${locator}`;
}
