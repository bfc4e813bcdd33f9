import { closestReader, type Coding, isByProgram } from '../ontology/codings.ts';
import { compareTexts, distinct } from '../ontology/compareTexts.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { Graph } from '../graph/graph.ts';
import { OWNED_REPORT, type ReportRow } from '../queries/parts/columns.ts';
import type { EventRelationshipRow } from '../queries/relationshipsOfEvents.ts';
import { wholeSources } from '../queries/wholeRecords.ts';
import { independentSources, type SourceOrigin } from '../reasoning/independentSources.ts';
import { REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';
import type { Day } from '../time/day.ts';
import { closedDays } from './closedDays.ts';
import { PATIENCE } from './exporter.ts';
import type { ViewPart } from './viewParts.ts';

/** All relationships between two entities together, in whichever direction. `from` is the smaller id. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly eventCount: number;
  readonly types: readonly EventType[];
  /** The first day of those events whose start is known; `null` if that is none. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** The number of events whose start is not known. */
  readonly openStarts: number;
  readonly openEnds: number;
  readonly sourceCount: number;
  readonly independentSourceCount: number;
  readonly datasets: readonly string[];
  readonly coding: Coding;
}

/** Adds up relationships by pair. Memory holds every pair and the ids of its sources. */
export class Pairs {
  readonly #sums = new Map<string, Sum>();
  readonly #origins = new Map<string, SourceOrigin>();

  add({ events, relationships }: ViewPart): void {
    const reports = new Map(events.map((event) => [event.id, event.reports]));
    for (const row of relationships) {
      const key = row.from < row.to ? `${row.from} ${row.to}` : `${row.to} ${row.from}`;
      const sum = this.#sums.get(key) ?? emptySum(row);
      this.#sums.set(key, sum);
      addEvent(sum, row);
      addSources(sum, row, reports.get(row.event) ?? []);
    }
    for (const source of events.flatMap((event) =>
      event.reports.map((report) => report[REPORT.place.source]),
    )) {
      const { id, publisher, basedOn } = STORED_SOURCE.place;
      this.#origins.set(source[id], {
        id: source[id],
        publisher: source[publisher],
        basedOn: source[basedOn],
      });
    }
  }

  /** In the order of their ids. */
  async all(graph: Graph): Promise<Pair[]> {
    await this.#readBases(graph);
    return [...this.#sums.values()]
      .sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.to, b.to))
      .map((sum) => this.#pairOf(sum));
  }

  /** Sources on which others are based may have no report of their own here. */
  async #readBases(graph: Graph): Promise<void> {
    const claimed = [...this.#sums.values()].flatMap(({ sources }) => [...sources.values()]);
    let bases = [...claimed.flatMap((each) => [...each]), ...this.#basesOf(this.#origins.values())];
    const asked = new Set(this.#origins.keys());
    while ((bases = distinct(bases).filter((id) => !asked.has(id))).length > 0) {
      for (const id of bases) asked.add(id);
      const rows = await graph.read(wholeSources(bases), PATIENCE);
      for (const { id, publisher, basedOn } of rows) this.#origins.set(id, { id, publisher, basedOn });
      bases = this.#basesOf(rows);
    }
  }

  #basesOf(sources: Iterable<Pick<SourceOrigin, 'basedOn'>>): string[] {
    return [...sources].flatMap(({ basedOn }) => basedOn);
  }

  #pairOf({ types, sources, datasets, codings, ...sum }: Sum): Pair {
    const { from, to, fromName, toName, eventCount, earliest, latest, openStarts, openEnds } = sum;
    const origins = [...sources].map(([id, bases]) => {
      const { publisher, basedOn } = this.#origins.get(id) ?? { publisher: '', basedOn: [] };
      return { id, publisher, basedOn: [...basedOn, ...bases] };
    });
    return {
      ...{ from, to, fromName, toName, eventCount, types: [...types].sort() },
      ...{ earliest, latest, openStarts, openEnds, sourceCount: sources.size },
      independentSourceCount: independentSources(origins, this.#others(origins)),
      datasets: distinct([...datasets]),
      coding: closestReader([...codings]),
    };
  }

  /** The known sources by way of which these may depend on each other. */
  #others(origins: readonly SourceOrigin[]): SourceOrigin[] {
    const own = new Set(origins.map(({ id }) => id));
    const reached = new Set(this.#basesOf(origins));
    // A set visits what is added while it is visited.
    for (const id of reached) for (const base of this.#origins.get(id)?.basedOn ?? []) reached.add(base);
    return [...reached].flatMap((id) => (own.has(id) ? [] : (this.#origins.get(id) ?? [])));
  }
}

interface Sum {
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  eventCount: number;
  earliest: Day | null;
  latest: Day | null;
  openStarts: number;
  openEnds: number;
  /** The event counted last: its relationships come one after the other. */
  event: string;
  readonly types: Set<EventType>;
  /** What each source is based on, by the reports of these events. */
  readonly sources: Map<string, Set<string>>;
  readonly datasets: Set<string>;
  readonly codings: Set<Coding>;
}

function emptySum({ from, to, fromName, toName }: EventRelationshipRow): Sum {
  const ends =
    from < to ? { from, to, fromName, toName } : { from: to, to: from, fromName: toName, toName: fromName };
  return {
    ...ends,
    ...{ eventCount: 0, earliest: null, latest: null, openStarts: 0, openEnds: 0, event: '' },
    ...{ types: new Set(), sources: new Map(), datasets: new Set(), codings: new Set() },
  };
}

/** An event counts once, however many relationships it makes between the two. */
function addEvent(sum: Sum, { event, type, edtf, datasets, coding }: EventRelationshipRow): void {
  for (const dataset of datasets) sum.datasets.add(dataset);
  sum.codings.add(coding);
  if (sum.event === event) return;
  sum.event = event;
  sum.eventCount += 1;
  sum.types.add(type);
  const { earliest, latest } = closedDays(edtf);
  if (earliest === '') sum.openStarts += 1;
  else if (sum.earliest === null || earliest < sum.earliest) sum.earliest = earliest;
  if (latest === '') sum.openEnds += 1;
  else if (sum.latest === null || latest > sum.latest) sum.latest = latest;
}

function addSources(sum: Sum, { sources }: EventRelationshipRow, reports: readonly ReportRow[]): void {
  for (const id of sources) {
    const bases = sum.sources.get(id) ?? new Set();
    sum.sources.set(id, bases);
    for (const row of reports.filter((one) => one[REPORT.place.source][STORED_SOURCE.place.id] === id)) {
      for (const base of row[REPORT.place.basedOn]) bases.add(base);
      // All that one program read makes one source.
      if (isByProgram(row[OWNED_REPORT.place.coding]))
        bases.add(`dataset:${row[OWNED_REPORT.place.dataset]}`);
    }
  }
}
