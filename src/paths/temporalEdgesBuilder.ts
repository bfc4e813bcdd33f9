/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { compareTexts } from '../ontology/compareTexts.ts';
import type { Level } from '../ontology/levels.ts';
import {
  type EpochDay,
  FIRST_EPOCH_DAY,
  LAST_EPOCH_DAY,
  type KnownUntil,
  PRINCIPAL,
  QUALIFIED,
  SUPERSEDED,
  SYMMETRIC,
  type TemporalEdges,
} from './temporalEdges.ts';
import { GrowingInts } from './growingInts.ts';

/** A relationship; its four days are those of `Bounds`. */
export interface TemporalEdgeRow {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly symmetric: boolean;
  readonly level: Level;
  readonly event: string;
  readonly earliest: EpochDay;
  readonly beginLatest: EpochDay;
  readonly endEarliest: EpochDay;
  readonly latest: EpochDay;
  readonly qualified: boolean;
  readonly asOfPossibly: EpochDay;
  readonly asOfCertainly: EpochDay;
  /** `null` for what is known now. */
  readonly until: KnownUntil | null;
  /** The ids of the sources that affirm it. */
  readonly sources: readonly string[];
  /** The datasets whose reports affirm it, and who read their sources. */
  readonly datasets: readonly string[];
  readonly codings: readonly string[];
}

/** Gathers relationships, in any order; the caller may fill one and the same row object again each time. */
export class TemporalEdgesBuilder {
  private readonly entities = new Map<string, number>();
  private readonly events = new Map<string, number>();
  private readonly types = new Map<string, number>();
  private readonly sourceLists = new Map<string, number>();
  private readonly origins = new Map<string, number>();
  /** By the number of the row. */
  private readonly until = new Map<number, KnownUntil>();
  private readonly columns = Object.fromEntries(COLUMNS.map((name) => [name, new GrowingInts()])) as Columns;

  /** A relationship from an entity to itself is on no path and is left out. */
  add(row: TemporalEdgeRow): void {
    if (row.from === row.to) return;
    const { columns } = this;
    if (row.until !== null) this.until.set(columns.from.length, row.until);
    for (const name of COPIED) columns[name].push(row[name]);
    columns.from.push(numberOf(row.from, this.entities));
    columns.to.push(numberOf(row.to, this.entities));
    columns.event.push(numberOf(row.event, this.events));
    columns.type.push(numberOf(row.type, this.types));
    columns.sources.push(numberOf(row.sources.join('\n'), this.sourceLists));
    columns.origin.push(
      numberOf([row.datasets, row.codings].map((each) => each.join('\n')).join('\t'), this.origins),
    );
    columns.flags.push(flagsOf(row));
  }

  build(): TemporalEdges {
    const { columns } = this;
    const events = [...this.events.keys()];
    const order = orderOf(columns, events, [...this.entities.keys()]);
    const entities = [...this.entities.keys()].sort();
    const entityIndex = new Map(entities.map((id, index) => [id, index]));
    const rank = Int32Array.from(this.entities.keys(), (id) => entityIndex.get(id) ?? -1);
    const inOrder = (name: keyof Columns): Int32Array => order.map((index) => columns[name].at(index));
    const from = inOrder('from').map((entity) => rank[entity] ?? -1);
    const to = inOrder('to').map((entity) => rank[entity] ?? -1);
    const earliest = inOrder('earliest');
    const latest = inOrder('latest');
    const firstWide = earliest.findIndex((day, index) => day !== latest[index]);
    const exact = firstWide === -1 ? order.length : firstWide;
    return {
      count: order.length,
      exact,
      entities,
      entityIndex,
      events,
      types: [...this.types.keys()],
      sourceLists: [...this.sourceLists.keys()].map(listIn),
      origins: [...this.origins.keys()].map((text) => {
        const [datasets = '', codings = ''] = text.split('\t');
        return { datasets: listIn(datasets), codings: listIn(codings) };
      }),
      from,
      to,
      earliest,
      beginLatest: inOrder('beginLatest'),
      endEarliest: inOrder('endEarliest'),
      latest,
      event: inOrder('event'),
      asOfPossibly: inOrder('asOfPossibly'),
      asOfCertainly: inOrder('asOfCertainly'),
      until: this.untilIn(order),
      type: Uint16Array.from(inOrder('type')),
      sources: inOrder('sources'),
      origin: inOrder('origin'),
      flags: Uint8Array.from(inOrder('flags')),
      ...incidence(from, to, entities.length, exact),
    };
  }

  /** By the number that the relationship has in this order. */
  private untilIn(order: Int32Array): Map<number, KnownUntil> {
    const until = new Map<number, KnownUntil>();
    if (this.until.size === 0) return until;
    order.forEach((row, index) => {
      const days = this.until.get(row);
      if (days !== undefined) until.set(index, days);
    });
    return until;
  }
}

const COPIED = ['earliest', 'beginLatest', 'endEarliest', 'latest', 'asOfPossibly', 'asOfCertainly'] as const;
const COLUMNS = [...COPIED, 'from', 'to', 'event', 'type', 'sources', 'origin', 'flags'] as const;

type Columns = Record<(typeof COLUMNS)[number], GrowingInts>;

function listIn(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const cached = numbers.get(text);
  if (cached !== undefined) return cached;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function flagsOf({ qualified, symmetric, level, until }: TemporalEdgeRow): number {
  return (
    (qualified ? QUALIFIED : 0) |
    (symmetric ? SYMMETRIC : 0) |
    (level === 'PRINCIPAL' ? PRINCIPAL : 0) |
    (until === null ? 0 : SUPERSEDED)
  );
}

/**
 * The rows by class, day, the event's id, then the id of the entity at which they start. Class, day and row are one
 * number together: sorting plain numbers is many times faster than comparing rows.
 */
function orderOf(
  { earliest, latest, event, from }: Columns,
  events: readonly string[],
  entities: readonly string[],
): Int32Array {
  const rows = earliest.length;
  const days = LAST_EPOCH_DAY - FIRST_EPOCH_DAY + 1;
  const keys = Float64Array.from({ length: rows }, (_, row) => {
    const day = earliest.at(row) - FIRST_EPOCH_DAY;
    return (earliest.at(row) === latest.at(row) ? day : days + day) * rows + row;
  }).sort();
  const order = Int32Array.from(keys, (key) => key % rows);
  const eventOf = (row: number): string => events[event.at(row)] ?? '';
  const startOf = (row: number): string => entities[from.at(row)] ?? '';
  for (let start = 0; start < rows;) {
    const place = Math.floor((keys[start] ?? 0) / rows);
    let end = start + 1;
    while (end < rows && Math.floor((keys[end] ?? 0) / rows) === place) end++;
    order
      .subarray(start, end)
      .sort((a, b) => compareTexts(eventOf(a), eventOf(b)) || compareTexts(startOf(a), startOf(b)) || a - b);
    start = end;
  }
  return order;
}

/** Which relationships each entity has, at either end (compressed sparse rows). */
function incidence(
  from: Int32Array,
  to: Int32Array,
  entities: number,
  exact: number,
): Pick<TemporalEdges, 'incident' | 'starts' | 'wideStarts'> {
  const starts = new Int32Array(entities + 1);
  for (const ends of [from, to]) for (const entity of ends) starts[entity + 1]! += 1;
  for (let entity = 0; entity < entities; entity++) starts[entity + 1]! += starts[entity]!;
  const next = starts.slice(0, entities);
  const incident = new Int32Array(from.length * 2);
  const addAll = (first: number, end: number): void => {
    for (let edge = first; edge < end; edge++) {
      incident[next[from[edge]!]!++] = edge;
      incident[next[to[edge]!]!++] = edge;
    }
  };
  addAll(0, exact);
  const wideStarts = next.slice();
  addAll(exact, from.length);
  return { incident, starts, wideStarts };
}
