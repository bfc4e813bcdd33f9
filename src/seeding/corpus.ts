import { Catalogue, type Catalogues } from '../record/catalogue.ts';
import { type Draft, type Drafts, isMapping } from '../record/draft.ts';
import type { Fault, Wording } from '../record/fault.ts';
import { checkStructure } from './seedStructure.ts';
import type { SeedFault } from './seedFault.ts';
import { Item } from './item.ts';
import type { Seeds } from './readSeeds.ts';
import type { Section, SeedFile } from './seedFile.ts';
import type { EntitySeed, EventSeed, LedgerSeed, SourceSeed } from './seedTypes.ts';
import { entityDraft, eventDraft, slugOf, sourceDraft, writtenField, writtenPlace } from './writtenForm.ts';

/** What all seed files say together, as far as it is in the expected form. */
export interface Corpus {
  readonly drafts: Drafts;
  readonly catalogues: Catalogues;
  readonly ledger: readonly Item<LedgerSeed>[];
  /** False if there may be entries that could not be read. */
  readonly ledgerComplete: boolean;
  readonly wording: Wording;
  /** The fault with its place. Its path begins with that of the file. */
  readonly placed: (fault: Fault) => SeedFault;
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
      if (isMapping(item)) items[file.section].push(new Item([file.path, index], item, faultyPaths));
    });
  }
  return { corpus: corpusOf(items, unread, seeds.files), faults };
}

/** The casts hold for the fields that are sound, and drafts have no others. */
function corpusOf(
  items: Record<Section, Item<object>[]>,
  unread: ReadonlySet<Section>,
  files: readonly SeedFile[],
): Corpus {
  const drafts: Drafts = {
    entities: (items.entities as Item<EntitySeed>[]).map(entityDraft),
    sources: (items.sources as Item<SourceSeed>[]).map(sourceDraft),
    events: (items.events as Item<EventSeed>[]).map(eventDraft),
  };
  const placed = placedIn(files);
  return {
    drafts,
    catalogues: {
      entities: catalogueOf('entity', drafts.entities, items.entities, !unread.has('entities')),
      sources: catalogueOf('source', drafts.sources, items.sources, !unread.has('sources')),
      events: catalogueOf('event', drafts.events, items.events, !unread.has('events')),
    },
    ledger: items.ledger as Item<LedgerSeed>[],
    ledgerComplete: !unread.has('ledger'),
    wording: {
      id: slugOf,
      field: writtenField,
      place: (path, at = 'value') => {
        const { file, line } = placed({ path, at, message: '', fix: '' });
        return `${file}:${line}`;
      },
      missing: (noun, id) => ({
        message: `there is no ${noun} \`${slugOf(id)}\``,
        fix: `Name one that exists, or add the ${noun}.`,
      }),
    },
    placed,
  };
}

function catalogueOf<D extends Draft<{ readonly id: string }>>(
  noun: string,
  drafts: readonly D[],
  items: readonly Item<{ readonly id?: unknown }>[],
  allRead: boolean,
): Catalogue<D> {
  const ids = items.map(({ value }) => value.id);
  const catalogue = new Catalogue<D>(noun, {
    isComplete: allRead && ids.every((id) => typeof id === 'string'),
    faultyIds: ids.filter((id, index) => typeof id === 'string' && !items[index]?.isSound('id')) as string[],
  });
  for (const draft of drafts) catalogue.add(draft);
  return catalogue;
}

function placedIn(files: readonly SeedFile[]): Corpus['placed'] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return ({ path: [name = '', index = 0, ...path], at, ...words }) => {
    const file = byPath.get(String(name));
    if (file === undefined) throw new Error(`${name} is no file that was read`);
    const written = writtenPlace((file.value as readonly unknown[])[Number(index)], path, at);
    return file.placed({ ...words, at: written.at, path: [index, ...written.path] });
  };
}
