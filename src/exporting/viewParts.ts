import { type EventRow, PARTICIPANT } from '../queries/parts/columns.ts';
import { eventsByIds } from '../queries/events.ts';
import { type EventRelationshipRow, relationshipsOfEvents } from '../queries/relationshipsOfEvents.ts';
import {
  wholeEntities,
  type WholeEntityRow,
  wholeSources,
  type WholeSourceRow,
} from '../queries/wholeRecords.ts';
import { ENTITY } from '../record/entity.ts';
import { REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';
import { allIds, eventIds, SeenIds } from './exportedIds.ts';
import { type ExportInput, PATIENCE } from './exporter.ts';

/**
 * Some current events, with the relationships that they project and the entities and sources that no earlier part had.
 */
export interface ViewPart {
  readonly events: readonly Required<EventRow>[];
  readonly relationships: readonly EventRelationshipRow[];
  readonly entities: readonly WholeEntityRow[];
  readonly sources: readonly WholeSourceRow[];
}

/**
 * The matching events, part by part. An export of the whole graph also has the entities and sources that no event
 * names.
 */
export async function* viewParts(input: ExportInput): AsyncGenerator<ViewPart> {
  const { graph, filter, levels } = input;
  const [entities, sources] = [new SeenIds(), new SeenIds()];
  const entitiesOf = async (ids: readonly string[]): Promise<WholeEntityRow[]> => {
    const unseen = entities.takeNew(ids);
    const rows = unseen.length === 0 ? [] : await graph.read(wholeEntities(unseen), PATIENCE);
    const taken = new Set([...unseen, ...entities.takeNew(rows.map(({ id }) => id))]);
    // An entity that was joined with another is exported under its canonical id.
    return rows.filter(({ id, canonical }) => canonical === null && taken.has(id));
  };
  const sourcesOf = async (ids: readonly string[]): Promise<WholeSourceRow[]> => {
    const unseen = sources.takeNew(ids);
    return unseen.length === 0 ? [] : await graph.read(wholeSources(unseen), PATIENCE);
  };
  for await (const ids of eventIds(input)) {
    const rows = await graph.read(eventsByIds(ids, { participants: true, reports: true }), PATIENCE);
    const events = inOrderOf(ids, rows as Required<EventRow>[]);
    const relationships = await graph.read(relationshipsOfEvents(ids), PATIENCE);
    yield {
      events,
      relationships: relationships.filter(({ level }) => levels?.includes(level) ?? true),
      entities: await entitiesOf(events.flatMap(entitiesInView)),
      sources: await sourcesOf(
        events.flatMap(({ reports }) =>
          reports.map((report) => report[REPORT.place.source][STORED_SOURCE.place.id]),
        ),
      ),
    };
  }
  if (filter !== null) return;
  for await (const ids of allIds(graph, 'Entity')) yield { ...NOTHING, entities: await entitiesOf(ids) };
  for await (const ids of allIds(graph, 'Source')) yield { ...NOTHING, sources: await sourcesOf(ids) };
}

const NOTHING: ViewPart = { events: [], relationships: [], entities: [], sources: [] };

function inOrderOf<T extends { readonly id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The participants, those on whose behalf they act, and those to whom reports attribute a claim. */
function entitiesInView({ participants, reports }: Required<EventRow>): string[] {
  const cells = [
    ...participants.map((row) => row[PARTICIPANT.place.entity]),
    ...participants.map((row) => row[PARTICIPANT.place.onBehalfOf]),
    ...reports.map((row) => row[REPORT.place.attributedTo]),
  ];
  return cells.flatMap((entity) => (entity === null ? [] : [entity[ENTITY.place.id]]));
}
