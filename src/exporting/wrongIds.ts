import type { Graph } from '../graph/graph.ts';
import { entitiesByIds } from '../queries/entities.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import { sourcesByIds } from '../queries/sources.ts';
import { ENTITY } from '../record/entity.ts';
import { SOURCE } from '../record/source.ts';

/** What is wrong with the ids that a filter names: an empty answer means "nothing such" only if all exist. */
export async function wrongIds(graph: Graph, filter: EventCriteria): Promise<string[]> {
  const { from, to, between, allParticipants, anyParticipants, sources = [] } = filter;
  const entities = [from, to, between, allParticipants, anyParticipants].flatMap((ids) => ids ?? []);
  const known = new Map(
    (await graph.read(entitiesByIds(entities, []))).map(({ asked, entity }) => [
      asked,
      entity[ENTITY.place.id],
    ]),
  );
  const found = new Set(
    (await graph.read(sourcesByIds(sources, []))).map(({ source }) => source[SOURCE.place.id]),
  );
  return [
    ...entities.flatMap((id) => {
      const now = known.get(id);
      if (now === undefined)
        return [`No entity has the id "${id}". Find it by name in GraphiQL with entities(search: …).`];
      return now === id ? [] : [`"${id}" has been joined with "${now}". Use "${now}".`];
    }),
    ...sources
      .filter((id) => !found.has(id))
      .map((id) => `No source has the id "${id}". List them in GraphiQL with sources.`),
  ];
}
