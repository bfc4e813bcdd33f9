import type { RowOf, Shape } from '../../cypher/shape.ts';
import { declarationOf } from '../../ontology/lookups.ts';
import type { EventRecord } from '../../record/event.ts';

/** What a dataset declares of an event, but for its reports. */
export const EVENT = {
  id: 'TEXT',
  type: 'TEXT',
  nature: 'TEXT',
  summary: 'TEXT',
  post: 'TEXT',
  intends: 'TEXT',
  cameo: 'TEXT',
  closeness: 'TEXT',
  topics: 'TEXTS',
  places: 'TEXTS',
  figureNames: 'TEXTS',
  figureValues: 'NUMBERS',
} as const satisfies Shape;

export function eventRow(event: EventRecord): RowOf<typeof EVENT> {
  const { id, type, summary, post, intends, cameo, closeness = null, topics, places, figures } = event;
  return {
    ...{
      id,
      type,
      nature: declarationOf(type).nature,
      summary,
      post,
      intends,
      cameo,
      closeness,
      topics,
      places,
    },
    figureNames: figures.map(({ what }) => what),
    figureValues: figures.map(({ value }) => value),
  };
}
