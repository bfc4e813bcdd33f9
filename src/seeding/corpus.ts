import { checkStructure } from './checkStructure.ts';
import type { SeedFault } from './fault.ts';
import { Catalogue } from './catalogue.ts';
import { Item } from './item.ts';
import type { Seeds } from './readSeeds.ts';
import type { Path } from '../record/fault.ts';
import type { Section } from './seedFile.ts';
import type { EntitySeed, EventSeed, LedgerSeed, ReportSeed, SourceSeed } from './seedTypes.ts';

/** All items of all seed files, those with faults included. */
export interface Corpus {
  readonly entities: Catalogue<EntitySeed>;
  readonly sources: Catalogue<SourceSeed>;
  readonly events: Catalogue<EventSeed>;
  readonly reports: readonly ReportOfEvent[];
  readonly ledger: readonly Item<LedgerSeed>[];
  /** False if there may be entries that could not be read. */
  readonly ledgerComplete: boolean;
}

interface ReportOfEvent {
  readonly event: Item<EventSeed>;
  readonly report: Item<ReportSeed>;
}

/** Brings the items of all files together, with the faults of their form. */
export function collectCorpus(seeds: Seeds): { corpus: Corpus; faults: readonly SeedFault[] } {
  const items: Record<Section, Item<object>[]> = { entities: [], sources: [], events: [], ledger: [] };
  const faults: SeedFault[] = [];
  const unread = new Set(seeds.unread);
  for (const file of seeds.files) {
    const { value, faults: found, faultyPaths } = checkStructure(file);
    faults.push(...found);
    if (!Array.isArray(value)) {
      unread.add(file.section);
      continue;
    }
    value.forEach((item: unknown, index) => {
      if (isMapping(item)) items[file.section].push(new Item(file, [index], item, faultyPaths));
    });
  }
  return { corpus: corpusOf(items, unread), faults };
}

/** The casts hold for the fields that are sound, and `having` hands out no others. */
function corpusOf(items: Record<Section, Item<object>[]>, unread: ReadonlySet<Section>): Corpus {
  const events = items.events as Item<EventSeed>[];
  return {
    entities: new Catalogue('entity', items.entities as Item<EntitySeed>[], !unread.has('entities')),
    sources: new Catalogue('source', items.sources as Item<SourceSeed>[], !unread.has('sources')),
    events: new Catalogue('event', events, !unread.has('events')),
    reports: events.flatMap(reportsOf),
    ledger: items.ledger as Item<LedgerSeed>[],
    ledgerComplete: !unread.has('ledger'),
  };
}

function reportsOf(event: Item<EventSeed>): ReportOfEvent[] {
  const reports: unknown = event.value.reports;
  if (!Array.isArray(reports)) return [];
  return reports.flatMap((report: unknown, index) => {
    const path: Path = ['reports', index];
    return isMapping(report) ? [{ event, report: event.part(path, report as ReportSeed) }] : [];
  });
}

export function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
