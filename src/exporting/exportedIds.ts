import type { Graph } from '../graph/graph.ts';
import { knownDatasets } from '../queries/datasets.ts';
import { entitiesByIds } from '../queries/entities.ts';
import { eventPage } from '../queries/eventPage.ts';
import type { PlacedEventRow } from '../queries/parts/columns.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import type { Page, TimeCursor } from '../queries/parts/page.ts';
import { sourcesByIds } from '../queries/sources.ts';
import { idsAfter } from '../queries/wholeRecords.ts';
import { ENTITY } from '../record/entity.ts';
import { STORED_SOURCE } from '../record/source.ts';
import { type ExportInput, PAGE_EVENTS, PATIENCE } from './exporter.ts';

/**
 * The ids of the events that the filter matches, page by page: in order of time, or, without a filter, all in the order
 * of their ids.
 */
export function eventIds(input: Pick<ExportInput, 'graph' | 'filter'>): AsyncGenerator<string[]> {
  const { graph, filter } = input;
  return filter === null ? allIds(graph, 'Event') : filteredIds(graph, filter);
}

/** The ids of all nodes with the label, page by page. */
export async function* allIds(
  graph: ExportInput['graph'],
  label: Parameters<typeof idsAfter>[0],
): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const rows = await graph.read(idsAfter(label, after, PAGE_EVENTS), PATIENCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

async function* filteredIds(
  graph: ExportInput['graph'],
  filter: NonNullable<ExportInput['filter']>,
): AsyncGenerator<string[]> {
  for (let beyond: TimeCursor | null = null; ;) {
    const page: Page<TimeCursor> = { limit: PAGE_EVENTS, beyond, backward: false };
    const question = { filter, order: 'DATE_ASC', page, blocks: ID_ALONE } as const;
    const rows: PlacedEventRow[] = await graph.read(eventPage(question), PATIENCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    beyond = { open: last.open, at: last.at, id: last.id };
  }
}

const ID_ALONE = {
  participants: false,
  reports: false,
  columns: {
    ...{ event: [], participant: [], entity: [], onBehalfOf: [] },
    ...{ report: [], source: [], attributedTo: [] },
  },
};

/** The faults of the ids that a filter names. An empty answer means "nothing matches" only if all ids exist. */
export async function wrongIds(graph: Graph, filter: EventCriteria): Promise<string[]> {
  const { from, to, between, allParticipants, anyParticipants, sources = [], datasets = [] } = filter;
  const entities = [from, to, between, allParticipants, anyParticipants].flatMap((ids) => ids ?? []);
  const canonicalIds = new Map(
    (await graph.read(entitiesByIds(entities, []))).map(({ asked, entity }) => [
      asked,
      entity[ENTITY.place.id],
    ]),
  );
  const found = new Set(
    (await graph.read(sourcesByIds(sources, []))).map(({ source }) => source[STORED_SOURCE.place.id]),
  );
  const known = datasets.length === 0 ? [] : (await graph.read(knownDatasets())).map(({ id }) => id);
  return [
    ...entities.flatMap((id) => {
      const canonical = canonicalIds.get(id);
      if (canonical === undefined)
        return [`No entity has the id "${id}". Find it by name in GraphiQL with entities(search: …).`];
      return canonical === id ? [] : [`"${id}" has been joined with "${canonical}". Use "${canonical}".`];
    }),
    ...sources
      .filter((id) => !found.has(id))
      .map((id) => `No source has the id "${id}". List them in GraphiQL with sources.`),
    ...datasets
      .filter((id) => !known.includes(id))
      .map((id) => `No dataset has the name "${id}". Datasets: ${known.join(', ')}.`),
  ];
}

/** The ids that were exported already. */
export class SeenIds {
  readonly #ids = new Set<string>();

  /** The new ones of the ids, each once. From now on they count as seen. */
  takeNew(ids: readonly string[]): string[] {
    const added = [...new Set(ids)].filter((id) => !this.#ids.has(id));
    for (const id of added) this.#ids.add(id);
    return added;
  }
}
