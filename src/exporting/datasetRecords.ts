import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import { entitiesInKey } from '../record/participation.ts';
import type { SourceRecord } from '../record/source.ts';
import { loadedDatasets } from '../queries/datasets.ts';
import {
  type Claims,
  entityRecord,
  eventRecord,
  sourceRecord,
  wholeEntities,
  type WholeEntityRow,
  wholeEvents,
  type WholeEventRow,
  type WholeReport,
  type WholeSourceRow,
  wholeReports,
  wholeSources,
} from '../queries/wholeRecords.ts';
import { allIds, eventIds, SeenIds } from './exportedIds.ts';
import { type ExportInput, PAGE_EVENTS, PATIENCE } from './exporter.ts';

/** A record, or the claim of another dataset on one. */
export type Line =
  | { readonly entity: EntityRecord }
  | { readonly source: SourceRecord }
  | { readonly event: EventRecord }
  | { readonly claim: { readonly of: string; readonly id: string; readonly fingerprint: string } };

/** A line and the dataset that declares its record. */
type DatasetRecordLine = { readonly dataset: string } & Line;

/**
 * The records of the given events and all that they name, or the records of the whole graph. A record comes after those
 * that it refers to, so that a reader can resolve every reference at once.
 */
export async function* datasetRecords(input: ExportInput): AsyncGenerator<DatasetRecordLine[]> {
  const { graph, filter } = input;
  const lines = new RecordLines(graph, (await graph.read(loadedDatasets()))[0]?.id ?? 'undeclared');
  const linked = new Map<string, string[]>();
  for await (const ids of eventIds(input)) {
    const rows = await graph.read(wholeEvents(ids), PATIENCE);
    for (const { id, partOf, follows } of rows)
      if (partOf.length + follows.length > 0) linked.set(id, [...partOf, ...follows]);
    yield await lines.ofEvents(rows.filter(({ id }) => !linked.has(id)));
  }
  const ordered = topologicalOrder(linked);
  for (let start = 0; start < ordered.length; start += PAGE_EVENTS) {
    const ids = ordered.slice(start, start + PAGE_EVENTS);
    const rows = new Map((await graph.read(wholeEvents(ids), PATIENCE)).map((row) => [row.id, row]));
    yield await lines.ofEvents(ids.flatMap((id) => rows.get(id) ?? []));
  }
  if (filter !== null) return;
  for await (const ids of allIds(graph, 'Entity')) yield await lines.ofEntities(ids);
  for await (const ids of allIds(graph, 'Source')) yield await lines.ofSources(ids);
}

/** Makes the lines of records; each entity and source only once. */
class RecordLines {
  readonly #graph: ExportInput['graph'];
  /** The dataset of records that no dataset declares any more. */
  readonly #fallback: string;
  readonly #entities = new SeenIds();
  readonly #sources = new SeenIds();

  constructor(graph: ExportInput['graph'], fallback: string) {
    this.#graph = graph;
    this.#fallback = fallback;
  }

  async ofEvents(rows: readonly WholeEventRow[]): Promise<DatasetRecordLine[]> {
    const reports = rows.flatMap(wholeReports);
    const entities = await this.ofEntities(reports.flatMap(entitiesIn));
    const sources = await this.ofSources(reports.flatMap(({ source, basedOn }) => [source, ...basedOn]));
    const events = unlinked(rows).flatMap((some) => inSections(some.flatMap(linesOfEvent)));
    return [...entities, ...sources, ...events];
  }

  async ofEntities(ids: readonly string[]): Promise<DatasetRecordLine[]> {
    const unseen = this.#entities.takeNew(ids);
    if (unseen.length === 0) return [];
    const rows = await this.#graph.read(wholeEntities(unseen), PATIENCE);
    const taken = new Set([...unseen, ...this.#entities.takeNew(rows.map(({ id }) => id))]);
    const byId = new Map(rows.filter(({ id }) => taken.has(id)).map((row) => [row.id, row]));
    const parts = [...byId.values()].flatMap(({ id, partOf }) =>
      partOf === null ? [] : [[id, [partOf]] as const],
    );
    const linesOf = (row: WholeEntityRow) => this.#linesOf('entity', row, { entity: entityRecord(row) });
    return [
      ...inSections([...byId.values()].filter(({ partOf }) => partOf === null).flatMap(linesOf)),
      ...topologicalOrder(new Map(parts)).flatMap((id) =>
        [byId.get(id)].flatMap((row) => row ?? []).flatMap(linesOf),
      ),
    ];
  }

  async ofSources(ids: readonly string[]): Promise<DatasetRecordLine[]> {
    const unseen = this.#sources.takeNew(ids);
    if (unseen.length === 0) return [];
    const rows = await this.#graph.read(wholeSources(unseen), PATIENCE);
    const originals = await this.ofSources(rows.flatMap(({ basedOn }) => basedOn));
    const linesOf = (row: WholeSourceRow) => this.#linesOf('source', row, { source: sourceRecord(row) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const based = new Map(
      rows.flatMap(({ id, basedOn }) => (basedOn.length > 0 ? [[id, basedOn] as const] : [])),
    );
    return [
      ...originals,
      ...inSections(rows.filter(({ basedOn }) => basedOn.length === 0).flatMap(linesOf)),
      ...topologicalOrder(based).flatMap((id) => [byId.get(id)].flatMap((row) => row ?? []).flatMap(linesOf)),
    ];
  }

  #linesOf(of: string, row: Claims, record: { entity: EntityRecord } | { source: SourceRecord }) {
    const [first = this.#fallback, ...others] = row.datasets;
    const claims = others.map((_, i) => claimOf(of, row, i + 1));
    return [{ dataset: first, ...record }, ...claims] as DatasetRecordLine[];
  }
}

function entitiesIn({ participants, attributedTo }: WholeReport): string[] {
  const named = participants.flatMap(entitiesInKey);
  return attributedTo === null ? named : [...named, attributedTo];
}

function linesOfEvent(row: WholeEventRow): DatasetRecordLine[] {
  return row.datasets.flatMap((dataset, place): DatasetRecordLine[] => {
    const event = eventRecord(row, dataset);
    return [
      ...(event === null ? [] : [{ dataset, event }]),
      ...(place === 0 ? [] : [claimOf('event', row, place)]),
    ];
  });
}

/** The events in lists without links within a list, so that each list may be sorted. */
function unlinked(rows: readonly WholeEventRow[]): WholeEventRow[][] {
  const lists: WholeEventRow[][] = [];
  let ids = new Set<string>();
  for (const row of rows) {
    const isLinked = [...row.partOf, ...row.follows].some((id) => ids.has(id));
    if (isLinked || lists.length === 0) {
      lists.push([]);
      ids = new Set();
    }
    lists.at(-1)?.push(row);
    ids.add(row.id);
  }
  return lists;
}

function claimOf(of: string, { id, datasets, fingerprints }: Claims, place: number): DatasetRecordLine {
  return { dataset: datasets[place] ?? '', claim: { of, id, fingerprint: fingerprints[place] ?? '' } };
}

/** Sorted by dataset, otherwise in the given order: each change of dataset ends a part of an import. */
function inSections(lines: readonly DatasetRecordLine[]): DatasetRecordLine[] {
  return [...lines].sort((a, b) => (a.dataset < b.dataset ? -1 : a.dataset > b.dataset ? 1 : 0));
}

/** Sorts the ids so that each comes after those it refers to. The ids on a circle come last. */
function topologicalOrder(links: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  let left = [...links.keys()].sort();
  for (let ready = left; ready.length > 0 && left.length > 0;) {
    ready = left.filter((id) => links.get(id)?.every((other) => done.has(other) || !links.has(other)));
    for (const id of ready) done.add(id);
    left = left.filter((id) => !done.has(id));
  }
  return [...done, ...left];
}
