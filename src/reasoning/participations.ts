import { distinct } from '../ontology/compareTexts.ts';
import type { EventRecord } from '../record/event.ts';
import { type Participation, participantsIn, participationKey } from '../record/participation.ts';
import type { ReportRecord } from '../record/report.ts';

/** A participation, and the reports that state it; `null` if every report of the event does. */
export interface StatedParticipation extends Participation {
  readonly reports: readonly string[] | null;
}

/** Each participation that some report states, in the order of role, entity and principal. */
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

/**
 * Without those that other reports name more finely: an entity by itself, if by other reports others act for it in the
 * same role. One report that names both tells them apart.
 */
export function finest(stated: readonly StatedParticipation[]): StatedParticipation[] {
  return stated.filter((one) => {
    const acting = stated.filter(({ role, onBehalfOf }) => role === one.role && onBehalfOf === one.entity);
    const isCoarse = acting.length > 0 && acting.every(({ reports }) => areApart(reports, one.reports));
    return one.onBehalfOf !== null || !isCoarse;
  });
}

function areApart(some: StatedParticipation['reports'], others: StatedParticipation['reports']): boolean {
  return some !== null && others !== null && !some.some((report) => others.includes(report));
}

/** Names a report among those of its event. */
function reportKey({ source, locator }: Pick<ReportRecord, 'source' | 'locator'>): string {
  return `${source}#${locator}`;
}
