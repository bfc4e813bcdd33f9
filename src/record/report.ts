import { CODINGS } from '../ontology/codings.ts';
import { STANCES } from '../ontology/stances.ts';
import { parseEdtf } from '../time/parseEdtf.ts';
import {
  absent,
  day,
  edtf,
  id,
  ids,
  keptApart,
  link,
  notInSeeds,
  oneOf,
  optional,
  type RecordOf,
  type RowOf,
  rowOf,
  someParts,
  table,
  text,
  texts,
  truth,
  usually,
} from './attribute.ts';
import type { DatasetIdentity } from './datasetIdentity.ts';
import { PARTICIPATION, type Participation, participationKey } from './participation.ts';
import { INDEXED } from './structure/schemaParts.ts';

/** What one source says of one event. A source has one report of an event per locator. */
export const REPORT = table('report', {
  source: link('The source of the report.', 'source'),
  stance: usually('AFFIRMS', oneOf('Whether the source affirms, denies or expects the event.', STANCES)),
  date: keptApart(edtf('The date as this source gives it, no finer than the source itself proves.')),
  wording: optional(text('The words in which the source gives the date, shortened.'), 'if not recorded'),
  basis: optional(
    text('How the date follows, if the wording alone does not give it: what the day was established by.'),
    'if the source states the date',
  ),
  basedOn: ids(
    'The sources whose claim the source repeats here, such as the news agency that it names. It is not independent of them for this claim.',
    'source',
  ),
  attributedTo: optional(
    id('The entity to which the source attributes the claim.', 'entity'),
    'if the source speaks for itself',
  ),
  locator: usually('', text('The place in the source: `p5` is the fifth paragraph.', {})),
  key: notInSeeds(
    absent(
      text("The source's own key for the row, such as `icews14:4711`.", {
        ...INDEXED,
        pattern: '^[^:]+:.+$',
        patternErrorMessage: 'A key is a scheme, a colon and a value.',
      }),
      'if it has none',
    ),
  ),
  participants: optional(
    someParts('All participants as this source names them.', PARTICIPATION),
    "if they are the event's",
  ),
});

export type ReportRecord = RecordOf<typeof REPORT>;

/** Whose report it is, which follows from the dataset that has it. */
export const ORIGIN = {
  dataset: text('The dataset that has the report.'),
  coding: usually('HUMAN', oneOf('Who read the source: a person, a register or a program.', CODINGS)),
};

/** As the graph keeps it, on the relationship from the source to the event. */
export const STORED_REPORT = table('stored report', {
  ...REPORT.attributes,
  // Each report names all of them, so that it says the same whoever else reports the event.
  participants: texts(
    'The participants by this source: `AGENT sergey-lavrov russia` is the role, the entity, and for whom it acts.',
  ),
  ...ORIGIN,
  edtf: edtf('The date as this source gives it.'),
  qualified: truth('Whether the date has `~`, `?` or `%`: nothing about it is certain.'),
  earliest: day('The first day on which the event can have begun.'),
  beginLatest: day('The last day on which it can have begun.'),
  endEarliest: day('The first day on which it can have ended.'),
  latest: day('The last day on which it can have ended, inclusive.'),
});

export function reportRow(
  { id: dataset, coding = 'HUMAN' }: DatasetIdentity,
  report: ReportRecord,
  participants: readonly Participation[],
): RowOf<typeof STORED_REPORT.columns> {
  const { earliest, beginLatest, endEarliest, latest, qualified } = parseEdtf(report.date);
  return {
    ...rowOf(REPORT, report),
    ...{ dataset, coding, edtf: report.date, qualified, earliest, beginLatest, endEarliest, latest },
    participants: participants.map(participationKey),
  };
}
