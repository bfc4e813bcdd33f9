/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { isSymmetric } from '../../ontology/lookups.ts';
import { eventView } from '../../reasoning/eventView.ts';
import type { ProjectedRecord } from '../../reasoning/projectedRecord.ts';
import { distinct } from '../../ontology/compareTexts.ts';
import type { Publication } from '../../reasoning/publication.ts';
import { type EdgeRules, edgeRules, mayCross, acrossOn, type PathSearch } from '../../paths/edgeRules.ts';
import { PATH_MODES, type PathMode } from '../../paths/pathModes.ts';
import { epochDay, FIRST_EPOCH_DAY, type TemporalEdges } from '../../paths/temporalEdges.ts';
import { type TemporalEdgeRow, TemporalEdgesBuilder } from '../../paths/temporalEdgesBuilder.ts';

/** A hop of a path that was found: the relationship that it crosses, which way, and the record of its event. */
export interface SupportedHop {
  readonly event: ProjectedRecord;
  readonly from: string;
  readonly to: string;
  readonly forward: boolean;
}

/**
 * The sources whose retraction alone would break the path, in order of their ids: one of its relationships would be
 * missing or no longer meet the search, or its hops would no longer follow one another in time. Other days of
 * departure or arrival do not break it. No event may occur twice.
 *
 * @param publications when each source that counts was published; reports of sources not in it do not count
 */
export function pathBreaks(
  hops: readonly SupportedHop[],
  mode: PathMode,
  search: Omit<PathSearch, 'from' | 'to'>,
  publications: ReadonlyMap<string, Publication>,
): string[] {
  const whole = hops.map((hop) => rowOf(hop, publications));
  const reporting = distinct(hops.flatMap(sourcesOf)).filter((source) => publications.has(source));
  return reporting.filter((source) => {
    const others = new Map(publications);
    others.delete(source);
    const rows = hops.map((hop, i) => (sourcesOf(hop).includes(source) ? rowOf(hop, others) : whole[i]!));
    return !holds(hops, rows, mode, search);
  });
}

function sourcesOf({ event }: SupportedHop): string[] {
  return event.reports.map(({ source }) => source);
}

/** The hop's relationship as these sources have it; `null` if they have none. */
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
    ...{ datasets: found.datasets, codings: found.codings },
    earliest: epochDay(date.earliest),
    beginLatest: epochDay(date.beginLatest),
    endEarliest: epochDay(date.endEarliest),
    latest: epochDay(date.latest),
    // It is what was known by the day of the question, whenever that came to be known.
    ...{ asOfPossibly: FIRST_EPOCH_DAY, asOfCertainly: FIRST_EPOCH_DAY, until: null },
  };
}

/** Whether the path is one by the rules of any search, in a graph that has nothing but its relationships. */
function holds(
  hops: readonly SupportedHop[],
  rows: readonly (TemporalEdgeRow | null)[],
  mode: PathMode,
  search: Omit<PathSearch, 'from' | 'to'>,
): boolean {
  const builder = new TemporalEdgesBuilder();
  for (const row of rows) if (row !== null) builder.add(row);
  const edges = builder.build();
  if (edges.count < hops.length) return false;
  const rules = edgeRules(edges, search, { timeless: !PATH_MODES[mode].inTime });
  const byEvent = edgesByEvent(edges);
  let day = rules.first - rules.gap;
  return hops.every((hop) => {
    const edge = byEvent.get(hop.event.id)!;
    if (!crosses(rules, edge, hop)) return false;
    day = acrossOn(rules, 1, edge, day);
    return day <= rules.last;
  });
}

function edgesByEvent({ event, events }: TemporalEdges): Map<string, number> {
  return new Map(Array.from(event, (index, edge) => [events[index]!, edge]));
}

function crosses(rules: EdgeRules, edge: number, { forward }: SupportedHop): boolean {
  const { from, to } = rules.edges;
  const [tail, head] = forward ? [from[edge]!, to[edge]!] : [to[edge]!, from[edge]!];
  return mayCross(rules, edge, tail, head);
}
