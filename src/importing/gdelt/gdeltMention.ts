import { REPORT } from '../../record/report.ts';
import type { ImportInput } from '../importer.ts';
import { RowError, type RowResult } from '../rows/rowResult.ts';
import { eventIdOf } from './gdeltEvent.ts';
import { dayOfTime, eventIdIn, matching, readable } from './gdeltRow.ts';
import { gdeltSourceOf } from './gdeltSource.ts';

/** The columns of a row of mentions, in their order. */
const MENTION = readable([
  ...'GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier'.split(' '),
  ...'SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence'.split(' '),
  ...'MentionDocLen MentionDocTone MentionDocTranslationInfo Extras'.split(' '),
]);

export const MENTION_COLUMNS = MENTION.columns;

/** Whether the line begins as a mention does: with the number of an event and two times. */
export function isMention(line: string): boolean {
  return /^\d+\t\d{14}\t\d{14}\t/.test(line) && line.split('\t').length === MENTION_COLUMNS.length;
}

/**
 * The report of an article that mentions an event: on the day on which GDELT read it, with the sentence as its place. It
 * gives no date of its own; GDELT dates the event once, in its row.
 * @throws RowError if a used column has an invalid value
 */
export function gdeltMentionOf(
  cells: readonly string[],
  { dataset }: Pick<ImportInput, 'dataset'>,
): RowResult {
  const at = MENTION.read(cells);
  const event = eventIdIn('GLOBALEVENTID', at('GLOBALEVENTID'));
  const day = dayOfTime('MentionTimeDate', at('MentionTimeDate'));
  const sentence = matching('SentenceID', at('SentenceID'), /^\d+$/, 'the number of a sentence');
  const identifier = at('MentionIdentifier');
  if (identifier.trim() === '') throw new RowError('MentionIdentifier', 'is empty: it names the source');
  const source = gdeltSourceOf(identifier, day, at('MentionSourceName'));
  return {
    sources: [source],
    joins: {
      event: eventIdOf(dataset, event),
      report: {
        ...REPORT.empty,
        ...{ source: source.id, locator: `s${sentence}`, confidence: confidenceIn(at('Confidence')) },
      },
    },
  };
}

/** In percent. */
function confidenceIn(text: string): number {
  const confidence = Number(matching('Confidence', text, /^\d{1,3}$/, 'a number of percent'));
  if (confidence > 100)
    throw new RowError('Confidence', `is ${confidence}, but at most 100 percent are possible`);
  return confidence;
}
