import { reportColumns, type ReportRow, type SourceCells, sourceColumns } from '../queries/parts/columns.ts';
import type { Knowledge } from '../reasoning/countsBy.ts';
import { eventView } from '../reasoning/eventView.ts';
import { independentSources } from '../reasoning/independentSources.ts';
import { projectedRecord, type ProjectedRecord } from '../reasoning/projectedRecord.ts';
import { type Publication, publicationBy } from '../reasoning/publication.ts';
import { soleSource } from '../reasoning/soleSource.ts';
import { REPORT } from '../record/report.ts';
import { FIRST_DAY } from '../time/day.ts';
import { allReports, countingReports, type LoadedEvent } from './eventDetails.ts';
import { sourcesIn, sourcesOf } from './ids.ts';
import { sourceCounts, validityOf } from './knownEvents.ts';
import type { Reader } from './reader.ts';

/** What an event or relationship stands on. */
export interface Support {
  readonly independentSources: number;
  /** The source on which it rests alone; `null` if several independent ones affirm it, or none. */
  readonly soleSource: SourceCells | null;
}

/** A relationship that was read. */
export interface LoadedRelationship {
  readonly event: LoadedEvent;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

/** What the event stands on: the sources that count and affirm it. */
export async function eventSupport(reader: Reader, event: LoadedEvent, known: Knowledge): Promise<Support> {
  const rows = await countingReports(reader, event, known);
  const affirming = rows.filter((row) => row[REPORT.place.stance] === 'AFFIRMS');
  return supportOf([...sourcesIn(affirming).values()]);
}

/** What the relationship stands on. */
export async function relationshipSupport(
  reader: Reader,
  relationship: LoadedRelationship,
  known: Knowledge,
): Promise<Support> {
  return supportOf(await relatingSources(reader, relationship, known));
}

/** The sources that count by what was known and relate the two ends, in order of their ids. */
export async function relatingSources(
  reader: Reader,
  { event, from, to }: LoadedRelationship,
  known: Knowledge,
): Promise<SourceCells[]> {
  const rows = await allReports(reader, event);
  const { relationships } = eventView(storedRecord(event, rows), countingPublications(rows, known));
  const found = relationships.find((one) => one.from === from.id && one.to === to.id);
  return await sourcesOf(reader, found?.sources ?? [], event.reportRows);
}

/** The event's record, from which its view follows. @param rows all its reports */
export function storedRecord(
  event: Pick<LoadedEvent, 'id' | 'type'>,
  rows: readonly ReportRow[],
): ProjectedRecord {
  return projectedRecord(event, rows.map(reportColumns));
}

/** The publication of each of the reports' sources that counts by what was known. */
export function countingPublications(rows: readonly ReportRow[], known: Knowledge): Map<string, Publication> {
  const counting = [...sourcesIn(rows)].filter(([, cells]) => sourceCounts(cells, known));
  const { knownBy = null } = known;
  return new Map(counting.map(([id, cells]) => [id, publicationBy(validityOf(cells).published, knownBy)]));
}

function supportOf(sources: readonly SourceCells[]): Support {
  const described = sources.map((cells) => {
    const { id, publisher, publishedEarliest, publishedLatest } = sourceColumns(cells);
    const earliest = publishedEarliest === FIRST_DAY ? null : publishedEarliest;
    return { cells, id, publisher, publishedEarliest: earliest, publishedLatest };
  });
  return {
    independentSources: independentSources(described),
    soleSource: soleSource(described)?.cells ?? null,
  };
}
