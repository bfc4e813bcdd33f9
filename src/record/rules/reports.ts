import type { Catalogues } from '../catalogue.ts';
import { type Draft, type Drafts, reportsOf } from '../draft.ts';
import { type Fault, faultAt, type Wording } from '../fault.ts';
import type { ReportRecord } from '../report.ts';

/** One source has one report of an event per place in it. */
export function* oneReportPerPlace({ events }: Drafts, _: Catalogues, wording: Wording): Iterable<Fault> {
  for (const event of events) {
    const first = new Map<string, Draft<ReportRecord>>();
    for (const report of reportsOf(event)) {
      const { source, locator } = report.record;
      if (source === undefined || locator === undefined) continue;
      const key = JSON.stringify([source, locator]);
      const other = first.get(key) ?? report;
      first.set(key, other);
      if (other === report) continue;
      const where = locator === '' ? '' : `, ${locator},`;
      const message = `the event has a report of \`${wording.id(source)}\`${where} already at ${wording.place(other.path)}`;
      yield faultAt(report.path, message, 'Make the two reports one, or correct where one of them stands.');
    }
  }
}
