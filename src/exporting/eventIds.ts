import type { EventRow } from '../queries/parts/columns.ts';
import { eventPage } from '../queries/eventPage.ts';
import type { Page, TimeCursor } from '../queries/parts/page.ts';
import { idsAfter } from '../queries/wholeRecords.ts';
import { type ExportInput, PAGE_EVENTS, PATIENCE } from './exporter.ts';

/** The ids of the events asked for, page by page: in order of time, or all of them in the order of their ids. */
export function eventIds(input: Pick<ExportInput, 'graph' | 'filter'>): AsyncGenerator<string[]> {
  const { graph, filter } = input;
  return filter === null ? allIds(graph, 'Event') : filteredIds(graph, filter);
}

/** The ids of all that has the label, page by page. */
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
    const rows: EventRow[] = await graph.read(eventPage(question), PATIENCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    beyond = { at: last.at, id: last.id };
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
