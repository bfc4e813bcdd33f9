import { CLOSENESSES } from '../ontology/closeness.ts';
import { EVENT_TYPES } from '../ontology/eventTypes.ts';
import { declarationOf } from '../ontology/lookups.ts';
import {
  absent,
  type Edge,
  id,
  links,
  notInSeeds,
  number,
  numbers,
  oneOf,
  optional,
  parts,
  type RecordOf,
  type RowOf,
  rowOf,
  someParts,
  table,
  text,
  texts,
} from './attribute.ts';
import type { DatasetIdentity } from './datasetIdentity.ts';
import { participantsIn, PARTICIPATION } from './participation.ts';
import { indexedWords } from './words.ts';
import { REPORT, type STORED_REPORT, reportRow } from './report.ts';

/** A number that sources give for an event. */
export const FIGURE = table('figure', {
  what: text('The thing that is counted, with its unit.'),
  value: number('The number.'),
});

export type Figure = RecordOf<typeof FIGURE>;

/** Something dated that happened or was observed between entities, with everything that is said of it. */
export const EVENT = table('event', {
  id: id('The id, such as `event:russia-recognizes-taliban`.', 'event'),
  type: oneOf('The type of the event: what happened or was observed.', EVENT_TYPES),
  summary: text('A sentence on what happened, in our own words. For an appeal: who is urged to do what.'),
  post: optional(text('The post held, taken or left.'), 'if the event is not about a post'),
  intends: optional(
    oneOf('The act that an announcement or a bill intends.', EVENT_TYPES),
    'for other events',
  ),
  cameo: notInSeeds(optional(text('The CAMEO code of an imported event.'), 'if it has none')),
  plover: notInSeeds(
    absent(
      text('The PLOVER event of an imported event, with its mode if it has one: `CONSULT:visit`.'),
      'if it has none',
    ),
  ),
  closeness: notInSeeds(
    absent(
      oneOf('How closely the code matches the type.', CLOSENESSES),
      'if there is no code, or if the type is CODED',
    ),
  ),
  topics: texts('The topics of the event.'),
  places: texts('The places of the event.'),
  figures: parts('Numbers that the sources give for the event.', FIGURE),
  partOf: links('The events that this event is a part of.', 'event'),
  follows: links('The events that this event follows from or answers.', 'event'),
  participants: someParts(
    'The participants, according to every report that does not name its own.',
    PARTICIPATION,
  ),
  reports: someParts('The reports of the event.', REPORT),
});

export type EventRecord = RecordOf<typeof EVENT>;

/** As the graph keeps it, on its node, beside what follows from its reports. */
export const STORED_EVENT = table('stored event', {
  ...EVENT.attributes,
  nature: oneOf('Whether the event is an `ACT`, done on a day, or a `STATE`, observed to be so.', {
    ACT: { description: 'Done on a day.' },
    STATE: { description: 'Observed to be so.' },
  }),
  figureNames: texts('What the numbers count that the sources give for the event.'),
  figureValues: numbers('These numbers, in the same order.'),
  words: text('The words of summary, topics, places and figures, as search cuts them, between blanks.'),
});

export function eventRow(event: EventRecord): RowOf<typeof STORED_EVENT.columns> {
  const figureNames = event.figures.map(({ what }) => what);
  return {
    ...rowOf(EVENT, event),
    nature: declarationOf(event.type).nature,
    figureNames,
    figureValues: event.figures.map(({ value }) => value),
    words: searchedText({ ...event, figureNames }),
  };
}

/** What search finds the event by. */
export function searchedText({
  summary,
  topics,
  places,
  figureNames,
}: Pick<EventRecord, 'summary' | 'topics' | 'places'> & { readonly figureNames: readonly string[] }): string {
  return indexedWords([summary, ...topics, ...places, ...figureNames]);
}

/** From their sources to the event. */
export function reportEdges(
  dataset: DatasetIdentity,
  event: EventRecord,
): Edge<typeof STORED_REPORT.columns>[] {
  return event.reports.map((report) => ({
    start: report.source,
    end: event.id,
    row: reportRow(dataset, report, participantsIn(report, event)),
  }));
}
