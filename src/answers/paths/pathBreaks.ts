/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { isSymmetric } from '../../ontology/lookups.ts';
import { eventView, type ProjectedRecord } from '../../reasoning/eventView.ts';
import { distinct } from '../../ontology/compareTexts.ts';
import type { Publication } from '../../reasoning/publication.ts';
import { type EdgeRules, edgeRules, mayCross, acrossOn, type ChainQuestion } from '../../paths/edgeRules.ts';
import { epochDay, FIRST_EPOCH_DAY, type TemporalEdges } from '../../paths/temporalEdges.ts';
import { type TemporalEdgeRow, TemporalEdgesBuilder } from '../../paths/temporalEdgesBuilder.ts';

/** A hop of a path that was found: the relationship that it crosses, which way, and the record of its event. */
export interface SupportedHop {
  readonly event: ProjectedRecord;
  readonly from: string;
  readonly to: string;
  readonly forward: boolean;
}

/** What the path was an answer to; whether its hops follow one another in time, and then each on a later day. */
interface AskedOfPath {
  readonly question: Omit<ChainQuestion, 'from' | 'to'>;
  readonly timeless: boolean;
  readonly strict: boolean;
}

/**
 * The sources without any one of which the path would not hold, in order of their ids: one of its relationships would
 * not be there or no longer meet the question, or its hops would no longer follow one another in time. Other days of
 * departure or arrival do not break it. No event may occur twice.
 *
 * @param publications when each source that counts was published; reports of sources not in it do not count
 */
export function pathBreaks(
  hops: readonly SupportedHop[],
  asked: AskedOfPath,
  publications: ReadonlyMap<string, Publication>,
): string[] {
  const whole = hops.map((hop) => rowOf(hop, publications));
  const reporting = distinct(hops.flatMap(sourcesOf)).filter((source) => publications.has(source));
  return reporting.filter((source) => {
    const others = new Map(publications);
    others.delete(source);
    const rows = hops.map((hop, i) => (sourcesOf(hop).includes(source) ? rowOf(hop, others) : whole[i]!));
    return !holds(hops, rows, asked);
  });
}

function sourcesOf({ event }: SupportedHop): string[] {
  return event.reports.map(({ source }) => source);
}

/** The hop's relationship as these sources have it; `null` where they have none. */
function rowOf(
  { event, from, to }: SupportedHop,
  publications: ReadonlyMap<string, Publication>,
): TemporalEdgeRow | null {
  const { date, relationships } = eventView(event, publications);
  const found = relationships.find((one) => one.from === from && one.to === to);
  if (found === undefined) return null;
  return {
    ...{ from, to, type: event.type, event: event.id, symmetric: isSymmetric(event.type) },
    ...{ level: found.level, sources: found.sources, qualified: date.qualified },
    earliest: epochDay(date.earliest),
    beginLatest: epochDay(date.beginLatest),
    endEarliest: epochDay(date.endEarliest),
    latest: epochDay(date.latest),
    // It is what is known by the day asked about, whenever it came to be known.
    ...{ asOfPossibly: FIRST_EPOCH_DAY, asOfCertainly: FIRST_EPOCH_DAY, until: null },
  };
}

/** Whether the path is one by the rules of any search, in a graph that has nothing but its relationships. */
function holds(
  hops: readonly SupportedHop[],
  rows: readonly (TemporalEdgeRow | null)[],
  { question, timeless, strict }: AskedOfPath,
): boolean {
  const builder = new TemporalEdgesBuilder();
  for (const row of rows) if (row !== null) builder.add(row);
  const edges = builder.build();
  if (edges.count < hops.length) return false;
  const crossings = edgeRules(edges, { ...question, from: '', to: '' }, { strict, timeless });
  const order = edgesByEvent(edges);
  let day = crossings.first - crossings.gap;
  return hops.every((hop) => {
    const edge = order.get(hop.event.id)!;
    if (!crosses(crossings, edge, hop)) return false;
    day = acrossOn(crossings, 1, edge, day);
    return day <= crossings.last;
  });
}

function edgesByEvent({ event, events }: TemporalEdges): Map<string, number> {
  return new Map(Array.from(event, (index, edge) => [events[index]!, edge]));
}

function crosses(crossings: EdgeRules, edge: number, { forward }: SupportedHop): boolean {
  const { from, to } = crossings.edges;
  const [tail, head] = forward ? [from[edge]!, to[edge]!] : [to[edge]!, from[edge]!];
  return mayCross(crossings, edge, tail, head);
}
