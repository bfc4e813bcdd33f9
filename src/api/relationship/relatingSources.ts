import { eventView } from '../../reasoning/eventView.ts';
import type { Reader } from '../../answers/reader.ts';
import { allReports } from '../event/event.loader.ts';
import { countingPublications, storedRecord } from '../event/storedRecord.ts';
import type { KnownArguments } from '../knownArguments.ts';
import { sourcesOf } from '../source/source.loader.ts';
import type { Source } from '../source/source.type.ts';
import type { Relationship } from './relationship.type.ts';

/** The sources that count by what was known and relate the two ends, in order of their ids. */
export async function relatingSources(
  context: Reader,
  { event, from, to }: Relationship,
  known: KnownArguments,
): Promise<Source[]> {
  const rows = await allReports(context, event);
  const { relationships } = eventView(storedRecord(event, rows), countingPublications(rows, known));
  const found = relationships.find((one) => one.from === from.id && one.to === to.id);
  return await sourcesOf(context, found?.sources ?? [], event);
}
