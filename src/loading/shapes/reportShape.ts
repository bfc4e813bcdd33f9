import type { Shape, Edge } from '../../cypher/shape.ts';
import type { EventRecord } from '../../record/event.ts';
import { participantsIn, participationKey } from '../../record/participation.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';

/** What a source says of an event. */
export const REPORT = {
  dataset: 'TEXT',
  stance: 'TEXT',
  edtf: 'TEXT',
  wording: 'TEXT',
  attributedTo: 'TEXT',
  locator: 'TEXT',
  key: 'TEXT',
  qualified: 'TRUTH',
  /** Each report names whom it has take part, so that it says the same whoever else reports the event. */
  participants: 'TEXTS',
  earliest: 'DAY',
  beginLatest: 'DAY',
  endEarliest: 'DAY',
  latest: 'DAY',
} as const satisfies Shape;

/** From sources to the event. */
export function reportEdges(dataset: string, event: EventRecord): Edge<typeof REPORT>[] {
  return event.reports.map((report) => {
    const { source, stance, date, wording, attributedTo, locator, key = null } = report;
    const { earliest, beginLatest, endEarliest, latest, qualified } = parseEdtf(date);
    const participants = participantsIn(report, event).map(participationKey);
    return {
      start: source,
      end: event.id,
      row: {
        ...{ dataset, stance, edtf: date, wording, attributedTo, locator, key, qualified, participants },
        ...{ earliest, beginLatest, endEarliest, latest },
      },
    };
  });
}
