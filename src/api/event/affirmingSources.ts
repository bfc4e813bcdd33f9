import { reportColumns } from '../../queries/parts/columns.ts';
import type { Reader } from '../../answers/reader.ts';
import type { KnownArguments } from '../knownArguments.ts';
import { type Source, sourceFrom } from '../source/source.type.ts';
import { countingReports } from './event.loader.ts';
import type { Event } from './event.type.ts';

/** The sources that count by what was known and affirm the event, each once. */
export async function affirmingSources(
  context: Reader,
  event: Event,
  known: KnownArguments,
): Promise<Source[]> {
  const rows = await countingReports(context, event, known);
  const affirming = rows.filter((row) => reportColumns(row).stance === 'AFFIRMS');
  return [...new Map(affirming.map(([card]) => [card[0], card])).values()].map(sourceFrom);
}
