import { readCorpus } from '../../src/program/readCorpus.ts';
import type { Kind } from '../../src/ontology/kinds.ts';
import { type EventType, isSymmetric } from '../../src/ontology/lookups.ts';
import type { Coding } from '../../src/ontology/codings.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import type { EventRecord } from '../../src/record/event.ts';
import type { ReportRecord } from '../../src/record/report.ts';
import type { Stance } from '../../src/ontology/stances.ts';
import { countsBy } from '../../src/reasoning/countsBy.ts';
import { type EventView, eventView } from '../../src/reasoning/eventView.ts';
import { sideOf } from '../../src/record/participation.ts';
import type { Level } from '../../src/ontology/levels.ts';
import { type Publication, publicationBy, publicationOf } from '../../src/reasoning/publication.ts';
import { type Day, FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';

/** What the graph should answer, worked out from the records in plain code, without indexes or Cypher. */
export interface Replay {
  readonly dataset: DatasetRecord;
  /** When each source was published, as far as that was known. */
  readonly published: Publications;
  readonly events: readonly ReplayedEvent[];
  readonly relationships: readonly ReplayedRelationship[];
  /** The same, had only those reports ever been heard that counted by the day. */
  readonly by: (day: Day, publicationCertainty: Certainty) => Replay;
}

/** With the dataset that holds it, and who read its source. */
interface ReplayedReport extends ReportRecord {
  readonly dataset?: string;
  readonly coding?: Coding;
}

export interface ReplayedEvent {
  readonly record: EventRecord & { readonly reports: readonly ReplayedReport[] };
  readonly view: EventView;
  /** Whether it has an open start, and so comes last; `at` is the day to sort by. */
  readonly open: boolean;
  readonly at: Day;
}

export interface ReplayedRelationship {
  readonly event: ReplayedEvent;
  readonly from: string;
  readonly to: string;
  readonly level: Level;
  readonly type: EventType;
  readonly sources: readonly string[];
  readonly datasets: readonly string[];
  readonly codings: readonly Coding[];
}

/** The filter of the API, as a client writes it. */
interface Where {
  types?: EventType[];
  from?: string[];
  to?: string[];
  between?: string[];
  participants?: { all?: string[]; any?: string[] };
  kinds?: Kind[];
  topics?: string[];
  places?: string[];
  during?: { from?: Day; to?: Day };
  certainty?: Certainty;
  publicationCertainty?: Certainty;
  knownBy?: Day;
  sources?: string[];
  minSources?: number;
  datasets?: string[];
  coding?: Coding[];
}
export type EventWhere = Where & { stances?: Stance[] };
export type RelationshipWhere = Where & { levels?: Level[] };

/** The corpus and further datasets, replayed. */
export async function replay(...others: readonly DatasetRecord[]): Promise<Replay> {
  const all = [await readCorpus(), ...others];
  const dataset: DatasetRecord = {
    id: 'all',
    entities: all.flatMap(({ entities }) => entities),
    sources: all.flatMap(({ sources }) => sources),
    events: together(all),
  };
  return replayOf(dataset, publicationsOf(dataset));
}

/** Each event once, with the reports of every dataset, each marked with its own. */
function together(datasets: readonly DatasetRecord[]): EventRecord[] {
  const events = new Map<string, EventRecord>();
  for (const { id: dataset, coding = 'HUMAN', events: own } of datasets) {
    for (const event of own) {
      const before = events.get(event.id);
      const reports = event.reports.map((report): ReplayedReport => ({ ...report, dataset, coding }));
      events.set(event.id, { ...event, ...before, reports: [...(before?.reports ?? []), ...reports] });
    }
  }
  return [...events.values()];
}

type Publications = ReadonlyMap<string, Publication>;

export function publicationsOf(dataset: DatasetRecord): Publications {
  return new Map(
    dataset.sources.map((source) => [source.id, publicationOf(source, affirmedBy(dataset, source.id))]),
  );
}

/** @param known the publications as they were known on the day that is asked about */
function replayOf(dataset: DatasetRecord, publications: Publications, known = publications): Replay {
  const standing = (all: Publications) =>
    new Map(
      dataset.sources.flatMap(({ id, retracted }) =>
        retracted === null ? [[id, all.get(id)!] as const] : [],
      ),
    );
  const events = dataset.events
    .map((record) =>
      replayed(record, eventView(record, standing(known)), eventView(record, standing(publications))),
    )
    .sort((a, b) => compareInTime(a, b, 'DATE_ASC'));
  const earlier = new Map<string, Replay>();
  const by = (day: Day, certainty: Certainty): Replay => {
    const key = `${day} ${certainty}`;
    const known =
      earlier.get(key) ??
      replayOf(heardBy(dataset, publications, day, certainty), publications, publishedBy(day, publications));
    earlier.set(key, known);
    return known;
  };
  return { dataset, published: known, events, relationships: events.flatMap(relationshipsOf), by };
}

function publishedBy(day: Day, publications: Publications): Publications {
  return new Map([...publications].map(([id, published]) => [id, publicationBy(published, day)]));
}

/** The dataset as it would have been written then: without what was not published, or was retracted, by the day. */
export function heardBy(
  dataset: DatasetRecord,
  publications: Publications,
  day: Day,
  certainty: Certainty,
): DatasetRecord {
  const sources = dataset.sources
    .filter(({ id, retracted }) => countsBy({ published: publications.get(id)!, retracted }, day, certainty))
    .map((source) => ({ ...source, retracted: null }));
  const ids = new Set(sources.map(({ id }) => id));
  const events = dataset.events
    .map((event) => ({ ...event, reports: event.reports.filter(({ source }) => ids.has(source)) }))
    .filter(({ reports }) => reports.length > 0);
  return { ...dataset, sources, events };
}

export function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function affirmedBy({ events }: DatasetRecord, source: string): string[] {
  return events.flatMap(({ reports }) =>
    reports
      .filter((report) => report.source === source && report.stance === 'AFFIRMS')
      .map(({ date }) => date),
  );
}

/** @param now the view by all that is known of the publications, which orders the lists */
function replayed(record: EventRecord, view: EventView, now: EventView): ReplayedEvent {
  const { earliest, latest } = now.date;
  const open = earliest === FIRST_DAY;
  return { record, view, open, at: open ? latest : earliest };
}

/** Dated events come in the order asked for, then those with an open start in the same order. */
export function compareInTime(a: ReplayedEvent, b: ReplayedEvent, order: 'DATE_ASC' | 'DATE_DESC'): number {
  if (a.open !== b.open) return a.open ? 1 : -1;
  const rising = compare([a.at, a.record.id], [b.at, b.record.id]);
  return order === 'DATE_ASC' ? rising : -rising;
}

function relationshipsOf(event: ReplayedEvent): ReplayedRelationship[] {
  return event.view.relationships
    .map(({ known: _, ...one }) => ({ ...one, event, type: event.record.type }))
    .sort((a, b) => compare([a.from, a.to], [b.from, b.to]));
}

export function eventsWhere(now: Replay, where: EventWhere): ReplayedEvent[] {
  const replay = asKnown(now, where);
  return replay.events.filter((event) => eventFits(replay, event, where));
}

/** What is asked about: what is known now, or what was by a day. */
export function asKnown(now: Replay, { knownBy, certainty = 'POSSIBLE', ...where }: Where): Replay {
  return knownBy === undefined ? now : now.by(knownBy, where.publicationCertainty ?? certainty);
}

export function relationshipsWhere(now: Replay, where: RelationshipWhere): ReplayedRelationship[] {
  const replay = asKnown(now, where);
  const { from, to, between, kinds, levels, ...ofEvent } = where;
  const kindOf = new Map(replay.dataset.entities.map(({ id, kind }) => [id, kind]));
  return replay.relationships.filter((one) => {
    const ends = [one.from, one.to];
    const ways = isSymmetric(one.type) ? [ends, [one.to, one.from]] : [ends];
    return (
      eventFits(replay, one.event, ofEvent) &&
      ways.some(([a, b]) => (from?.includes(a!) ?? true) && (to?.includes(b!) ?? true)) &&
      (between === undefined || ends.every((end) => between.includes(end))) &&
      (kinds === undefined || ends.every((end) => kinds.includes(kindOf.get(end)!))) &&
      (levels?.includes(one.level) ?? true)
    );
  });
}

/** Whether the entity takes part, or others act for it. */
export function takesPart({ view }: ReplayedEvent, entity: string): boolean {
  return partsOf(view).some((part) => part.entity === entity);
}

/** Whether a date may, or must, overlap the period; a side left out is open. */
export function fits(
  { date }: Pick<EventView, 'date'>,
  { from = FIRST_DAY, to }: { from?: Day; to?: Day },
  certainty: Certainty = 'POSSIBLE',
): boolean {
  const [begins, ends] =
    certainty === 'CERTAIN' ? [date.beginLatest, date.endEarliest] : [date.earliest, date.latest];
  if (certainty === 'CERTAIN' && date.qualified) return false;
  return (to === undefined || to === LAST_DAY || begins < to) && ends >= from;
}

function partsOf({ participations }: EventView) {
  return participations.filter(({ named, principal }) => named || principal);
}

function eventFits({ dataset }: Replay, event: ReplayedEvent, where: EventWhere): boolean {
  const { record, view } = event;
  const stances = where.stances ?? ['AFFIRMS'];
  const decisiveReports = record.reports.filter(({ stance }) => stances.includes(stance));
  const standing = decisiveReports.filter(
    ({ source }) => dataset.sources.find(({ id }) => id === source)?.retracted === null,
  );
  const kindOf = (id: string) => dataset.entities.find((entity) => entity.id === id)!.kind;
  const fold = (text: string) => text.toLowerCase();
  return (
    view.stances.some((stance) => stances.includes(stance)) &&
    (where.types?.includes(record.type) ?? true) &&
    (where.during === undefined || fits(view, where.during, where.certainty)) &&
    endsFit(view, where) &&
    (where.participants?.all?.every((id) => takesPart(event, id)) ?? true) &&
    (where.participants?.any?.some((id) => takesPart(event, id)) ?? true) &&
    (where.kinds === undefined ||
      view.participations.some(({ named, entity }) => named && where.kinds!.includes(kindOf(entity)))) &&
    (where.topics?.some((topic) => record.topics.map(fold).includes(fold(topic))) ?? true) &&
    (where.places?.some((place) => record.places.map(fold).includes(fold(place))) ?? true) &&
    (where.sources === undefined || standing.some(({ source }) => where.sources!.includes(source))) &&
    standing.some((report) => isOf(report, where)) &&
    (where.minSources === undefined || new Set(standing.map(({ source }) => source)).size >= where.minSources)
  );
}

/** Whether the report is of one of the datasets, and its source was read in one of the ways. */
function isOf({ dataset, coding }: ReplayedReport, { datasets, coding: codings }: Where): boolean {
  return (datasets?.includes(dataset!) ?? true) && (codings?.includes(coding!) ?? true);
}

function endsFit(view: EventView, { from, to, between }: Where): boolean {
  const parts = partsOf(view);
  const acting = parts.filter(
    ({ role, entity }) => isOneOf(role, 'AGENT') && (from?.includes(entity) ?? true),
  );
  const meant = parts.filter(({ role, entity }) => isOneOf(role, 'TARGET') && (to?.includes(entity) ?? true));
  const face = (a: (typeof parts)[number], b: (typeof parts)[number]) =>
    a.faces === b.role && a.entity !== b.entity && (a.role !== b.role || sideOf(a) !== sideOf(b));
  const among = parts.filter(({ entity }) => between?.includes(entity));
  if (between !== undefined && !among.some((a) => among.some((b) => face(a, b)))) return false;
  if (from !== undefined && to !== undefined) return acting.some((a) => meant.some((b) => face(a, b)));
  return (from === undefined || acting.length > 0) && (to === undefined || meant.length > 0);
}

function isOneOf(role: string, side: 'AGENT' | 'TARGET'): boolean {
  return role === side || role === 'PARTY';
}
