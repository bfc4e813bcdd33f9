import { compareTexts } from '../ontology/compareTexts.ts';
import { ROLE_NAMES } from '../ontology/roles.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import type { Draft, Drafts } from '../record/draft.ts';
import type { EventRecord } from '../record/event.ts';
import type { Participation } from '../record/participation.ts';
import type { ReportRecord } from '../record/report.ts';
import { RECORD_RULES } from '../record/rules/recordRules.ts';
import { collectCorpus } from './corpus.ts';
import { type SeedFault, sortFaults } from './seedFault.ts';
import { LEDGER_RULES } from './ledgerRules.ts';
import { readSeeds } from './readSeeds.ts';

/** Either every fault of every file, sorted, or the dataset; never a part of it. */
export type CompiledSeeds =
  | { readonly faults: readonly SeedFault[]; readonly dataset?: never }
  | { readonly dataset: DatasetRecord; readonly faults?: never };

/**
 * Reads and checks the seed files of a folder, and makes a dataset of that id from them. The order of the files
 * and of their items makes no difference.
 */
export async function compileSeeds(folder: string, datasetId: string): Promise<CompiledSeeds> {
  const seeds = await readSeeds(folder);
  const { corpus, faults } = collectCorpus(seeds);
  const { drafts, catalogues, wording, placed } = corpus;
  const broken = [
    ...RECORD_RULES.flatMap((rule) => [...rule(drafts, catalogues, wording)]),
    ...LEDGER_RULES.flatMap((rule) => [...rule(corpus)]),
  ];
  const all = sortFaults([...seeds.faults, ...faults, ...broken.map(placed)]);
  return all.length > 0 ? { faults: all } : { dataset: datasetOf(drafts, datasetId) };
}

/** The drafts of a corpus without faults, which are whole; all in order of ids. */
function datasetOf({ entities, sources, events }: Drafts, id: string): DatasetRecord {
  return {
    id,
    entities: recordsOf(entities).map((entity) => ({
      ...entity,
      identifiers: entity.identifiers.toSorted((a, b) => compareTexts(a.scheme, b.scheme)),
    })),
    sources: recordsOf(sources),
    events: recordsOf(events).map(inOrder),
  };
}

function recordsOf<R extends { readonly id: string }>(drafts: readonly Draft<R>[]): R[] {
  return drafts.map(({ record }) => record as R).sort((a, b) => compareTexts(a.id, b.id));
}

function inOrder(event: EventRecord): EventRecord {
  return {
    ...event,
    partOf: event.partOf.toSorted(compareTexts),
    follows: event.follows.toSorted(compareTexts),
    participants: event.participants.toSorted(byRoleAndEntity),
    reports: event.reports
      .map((report) => ({ ...report, participants: report.participants?.toSorted(byRoleAndEntity) ?? null }))
      .sort(bySourceAndLocator),
  };
}

/** By role, in the order of the roles' table, then by entity. */
function byRoleAndEntity(a: Participation, b: Participation): number {
  return ROLE_NAMES.indexOf(a.role) - ROLE_NAMES.indexOf(b.role) || compareTexts(a.entity, b.entity);
}

/** The paragraphs of a source in their own order: p9 before p10. */
function bySourceAndLocator(a: ReportRecord, b: ReportRecord): number {
  return (
    compareTexts(a.source, b.source) ||
    a.locator.localeCompare(b.locator, 'en', { numeric: true }) ||
    compareTexts(a.locator, b.locator)
  );
}
