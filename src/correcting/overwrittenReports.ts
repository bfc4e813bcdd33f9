import type { Graph } from '../graph/graph.ts';
import type { EventRecord } from '../record/event.ts';
import type { ReportRecord } from '../record/report.ts';
import { type WholeEventRow, wholeEvents, type WholeReport, wholeReports } from '../queries/wholeRecords.ts';
import { entitiesInKey, participantsIn, participationKey } from '../record/participation.ts';
import type { Touched } from './touched.ts';

/**
 * The dataset's reports of these events that its new records remove or change; and the entities that reports of the
 * events name now.
 */
export async function overwrittenReports(
  graph: Graph,
  dataset: string,
  { events, records, removed }: Touched,
): Promise<{ overwritten: string[]; named: string[] }> {
  const rows = await graph.read(wholeEvents(events));
  const after = new Map(records.map((record) => [record.id, record]));
  return {
    overwritten: rows
      .filter(({ id }) => after.has(id) || removed.includes(id))
      .flatMap((row) => overwrittenIn(row, dataset, after.get(row.id))),
    named: rows.flatMap(wholeReports).flatMap(({ participants }) => participants.flatMap(entitiesInKey)),
  };
}

function overwrittenIn(row: WholeEventRow, dataset: string, record: EventRecord | undefined): string[] {
  const { id } = row;
  return wholeReports(row)
    .filter((report) => report.dataset === dataset)
    .flatMap((report) => {
      const { source, locator } = report;
      const now = record?.reports.find((each) => each.source === source && each.locator === locator);
      const was = saidBy(report);
      if (record === undefined || now === undefined)
        return [`${source} ${locator} on ${id}: ${was} → removed`];
      const is = saidIn(now, record);
      return was === is ? [] : [`${source} ${locator} on ${id}: ${was} → ${is}`];
    });
}

function saidBy({ stance, date, participants }: WholeReport): string {
  return `${stance} ${date}, ${[...participants].sort().join(', ')}`;
}

function saidIn(report: ReportRecord, event: EventRecord): string {
  const participants = participantsIn(report, event).map(participationKey).sort();
  return `${report.stance} ${report.date}, ${participants.join(', ')}`;
}
