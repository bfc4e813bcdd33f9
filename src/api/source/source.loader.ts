import { sourcesByIds } from '../../queries/sources.ts';
import type { Reader } from '../../answers/reader.ts';
import type { ReportRow } from '../../queries/parts/columns.ts';
import type { Event } from '../event/event.type.ts';
import { type Source, sourceFrom } from './source.type.ts';

/** The sources with these ids: taken from the reports that came with the event, else read. */
export async function sourcesOf(context: Reader, ids: readonly string[], event?: Event): Promise<Source[]> {
  const near = new Map(event?.reportRows?.map(([card]) => [card[0], card]));
  const cards = await Promise.all(ids.map(async (id) => near.get(id) ?? (await readCard(context, id))));
  return cards.filter((card) => card !== undefined).map(sourceFrom);
}

async function readCard(context: Reader, id: string) {
  const [row] = await context.readFor(['sources'], id, sourcesByIds, ({ source }) => source[0]);
  return row?.source;
}

/** Those of the reports' sources that are named, each once, in that order. */
export function namedSources(rows: readonly ReportRow[], named: readonly string[]): Source[] {
  const cards = new Map(rows.map(([card]) => [card[0], card]));
  return named
    .map((id) => cards.get(id))
    .filter((card) => card !== undefined)
    .map(sourceFrom);
}
