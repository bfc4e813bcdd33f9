import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import type { Item } from '../item.ts';
import { locatorOf, type ReportSeed } from '../seedTypes.ts';

/** One source has one report of an event per place in it. */
export function* oneReportPerPlace({ events, reports }: Corpus): Iterable<SeedFault> {
  for (const event of events.items) {
    const first = new Map<string, Item<ReportSeed>>();
    for (const { report } of reports.filter((each) => each.event === event)) {
      if (!report.has(['source', 'paragraph', 'locator'])) continue;
      const { source } = report.value;
      const key = JSON.stringify([source, locatorOf(report.value)]);
      const other = first.get(key);
      if (other === undefined) first.set(key, report);
      else {
        const message = `the event has a report of \`${source}\`, ${locatorOf(report.value)}, already at ${other.place}`;
        yield report.faultAt([], message, 'Make the two reports one, or correct where one of them stands.');
      }
    }
  }
}
