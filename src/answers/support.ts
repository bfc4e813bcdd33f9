import { isByProgram } from '../ontology/codings.ts';
import { distinct } from '../ontology/compareTexts.ts';
import {
  OWNED_REPORT,
  reportColumns,
  type ReportRow,
  type SourceCells,
  sourceColumns,
} from '../queries/parts/columns.ts';
import type { Knowledge } from '../reasoning/countsBy.ts';
import { eventView } from '../reasoning/eventView.ts';
import { independentSources, type SourceOrigin } from '../reasoning/independentSources.ts';
import { projectedRecord, type ProjectedRecord } from '../reasoning/projectedRecord.ts';
import { type Publication, publicationBy } from '../reasoning/publication.ts';
import { soleSource } from '../reasoning/soleSource.ts';
import { REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';
import { FIRST_DAY } from '../time/day.ts';
import { allReports, countingReports, type LoadedEvent } from './eventDetails.ts';
import { sourcesIn, sourcesOf } from './ids.ts';
import { sourceCounts, validityOf } from './knownEvents.ts';
import type { Reader } from './reader.ts';

/** What an event or relationship stands on. */
export interface Support {
  readonly independentSourceCount: number;
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
  return await supportOf(reader, [...sourcesIn(affirming).values()], affirming);
}

/** What the relationship stands on. */
export async function relationshipSupport(
  reader: Reader,
  relationship: LoadedRelationship,
  known: Knowledge,
): Promise<Support> {
  const sources = await relatingSources(reader, relationship, known);
  return await supportOf(reader, sources, await allReports(reader, relationship.event));
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

/**
 * What the sources make together.
 * @param reports of the event that they affirm: a source is also based on those whose claim it repeats there
 */
export async function supportOf(
  reader: Reader,
  sources: readonly SourceCells[],
  reports: readonly ReportRow[],
): Promise<Support> {
  const described = sources.map((cells) => {
    const { publishedEarliest, publishedLatest } = sourceColumns(cells);
    const earliest = publishedEarliest === FIRST_DAY ? null : publishedEarliest;
    return { cells, ...originOf(cells, reports), publishedEarliest: earliest, publishedLatest };
  });
  const others = sources.length > 1 ? await basesOf(reader, described, reports) : [];
  return {
    independentSourceCount: independentSources(described, others),
    soleSource: soleSource(described, others)?.cells ?? null,
  };
}

/** The sources on which these are based, directly or by way of others, as far as the graph has them. */
async function basesOf(
  reader: Reader,
  sources: readonly SourceOrigin[],
  reports: readonly ReportRow[],
): Promise<SourceOrigin[]> {
  const asked = new Set(sources.map(({ id }) => id));
  const bases: SourceOrigin[] = [];
  for (let found = sources; found.length > 0; bases.push(...found)) {
    const ids = distinct(found.flatMap(({ basedOn }) => basedOn)).filter((id) => !asked.has(id));
    for (const id of ids) asked.add(id);
    found = (await sourcesOf(reader, ids, reports)).map((cells) => originOf(cells, reports));
  }
  return bases;
}

function originOf(cells: SourceCells, reports: readonly ReportRow[]): SourceOrigin {
  const { id, publisher, basedOn } = sourceColumns(cells);
  const own = reports.filter((row) => row[REPORT.place.source][STORED_SOURCE.place.id] === id);
  const bases = own.flatMap((row) => [...row[REPORT.place.basedOn], ...programOf(row)]);
  return { id, publisher, basedOn: [...basedOn, ...bases] };
}

/** All that one program read makes one source: it takes what many pages copied for as many. */
function programOf(row: ReportRow): string[] {
  const { coding, dataset } = OWNED_REPORT.place;
  return isByProgram(row[coding]) ? [`dataset:${row[dataset]}`] : [];
}
