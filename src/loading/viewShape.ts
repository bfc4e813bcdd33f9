import type { EventVersions } from '../reasoning/eventVersions.ts';
import type { EventView, KnownFrom, ProjectedRecord } from '../reasoning/eventView.ts';
import type { Edge, RowOf, Shape } from '../record/attribute.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { indexPlace } from '../time/widthClass.ts';

/** A version of an event: what was known of it from `asOf` until `until`. The current version has no end. */
export interface Version<Record extends ProjectedRecord = ProjectedRecord> {
  /** The id of the node that has the version: the event, or a node of its own. */
  readonly id: string;
  readonly event: Record;
  readonly view: EventView;
  readonly asOf: KnownFrom;
  readonly until: KnownFrom | null;
  /** The place of its date in the index of times. */
  readonly place: ReturnType<typeof indexPlace>;
}

export function currentVersion<Record extends ProjectedRecord>(
  event: Record,
  { current, asOf }: EventVersions,
): Version<Record> {
  return { id: event.id, event, view: current, asOf, until: null, place: indexPlace(current.date) };
}

export function earlierVersions(event: ProjectedRecord, { earlier }: EventVersions): Version[] {
  return earlier.map(({ view, asOf, until }, index) => {
    return { id: `${event.id}@${index + 1}`, event, view, asOf, until, place: indexPlace(view.date) };
  });
}

/** All versions of events. */
export function versionsIn<Record extends ProjectedRecord>(views: ReadonlyMap<Record, EventVersions>) {
  return {
    current: [...views].map(([event, versions]) => currentVersion(event, versions)),
    earlier: [...views].flatMap(([event, versions]) => earlierVersions(event, versions)),
  };
}

const DATE = {
  edtf: 'TEXT',
  qualified: 'TRUTH',
  disputed: 'TRUTH',
  earliest: 'DAY',
  beginLatest: 'DAY',
  endEarliest: 'DAY',
  latest: 'DAY',
} as const satisfies Shape;

/** When it was first affirmed, and since when exactly this version was known: certainly, and possibly. */
const KNOWN = {
  known: 'DAY',
  knownEarliest: 'DAY',
  asOf: 'DAY',
  asOfEarliest: 'DAY',
} as const satisfies Shape;

/** The day (exclusive) until which exactly this version was known. */
const ENDED = { until: 'DAY', untilEarliest: 'DAY' } as const satisfies Shape;

/** What follows from an event's record, on the event itself or on an earlier version. */
export const VIEW = {
  ...DATE,
  ...KNOWN,
  span: 'WHOLE',
  at: 'DAY',
  stances: 'TEXTS',
  affirmed: 'TRUTH',
  reportCount: 'WHOLE',
  differs: 'TEXTS',
  /** Null instead of false, so that the index has few entries. */
  disagreeing: 'TRUTH',
} as const satisfies Shape;

export function viewRow(version: Version): RowOf<typeof VIEW> {
  const { stances, date, reportCount, differs, known } = version.view;
  return {
    ...dateRow(date),
    ...knownRow(version, known),
    ...version.place,
    ...{ stances, affirmed: stances.includes('AFFIRMS'), reportCount, differs },
    disagreeing: differs.length > 0 ? true : null,
  };
}

/** A version with a node of its own. */
export const VERSION = { id: 'TEXT', type: 'TEXT', ...VIEW, ...ENDED } as const satisfies Shape;

export function versionRow(version: Version): RowOf<typeof VERSION> {
  return { id: version.id, type: version.event.type, ...viewRow(version), ...endedRow(version) };
}

export const PARTICIPATION = {
  entity: 'TEXT',
  role: 'TEXT',
  onBehalfOf: 'TEXT',
  reports: 'TEXTS',
  through: 'TEXTS',
  named: 'TRUTH',
  principal: 'TRUTH',
  faces: 'TEXT',
  /** Only on the participation that leads, so that no other is in the index of times. */
  span: 'WHOLE',
  at: 'DAY',
  earliest: 'DAY',
  beginLatest: 'DAY',
  endEarliest: 'DAY',
  latest: 'DAY',
} as const satisfies Shape;

/** From entities to the event or the version. */
export function participationEdges({ id, view, place }: Version): Edge<typeof PARTICIPATION>[] {
  const { earliest, beginLatest, endEarliest, latest } = view.date;
  return view.participations.map((participation) => {
    const { entity, role, onBehalfOf, reports, through, named, principal, leads, faces } = participation;
    const [span, at] = leads ? [place.span, place.at] : [null, null];
    return {
      start: entity,
      end: id,
      row: {
        ...{ entity, role, onBehalfOf, reports, through, named, principal, faces },
        ...{ span, at, earliest, beginLatest, endEarliest, latest },
      },
    };
  });
}

export const RELATIONSHIP = {
  event: 'TEXT',
  level: 'TEXT',
  sources: 'TEXTS',
  ...DATE,
  ...KNOWN,
  at: 'DAY',
} as const satisfies Shape;

/** From entity to entity. */
export function relationshipEdges(version: Version): Edge<typeof RELATIONSHIP>[] {
  const { event, view, place } = version;
  const date = dateRow(view.date);
  return view.relationships.map(({ from, to, level, known, sources }) => ({
    start: from,
    end: to,
    row: { event: event.id, level, sources, ...date, ...knownRow(version, known), at: place.at },
  }));
}

/** A relationship of an earlier version. It is a node, so that no pattern finds it between its ends. */
export const RELATIONSHIP_VERSION = {
  id: 'TEXT',
  type: 'TEXT',
  ...RELATIONSHIP,
  ...ENDED,
} as const satisfies Shape;

export function relationshipVersions(version: Version) {
  const { type } = version.event;
  return relationshipEdges(version).map(({ start, end, row }) => ({
    start,
    end,
    row: { id: `${version.id}#${start}#${end}`, type, ...row, ...endedRow(version) },
  }));
}

function dateRow({ edtf, qualified, disputed, earliest, beginLatest, endEarliest, latest }: CombinedDate) {
  return { edtf, qualified, disputed, earliest, beginLatest, endEarliest, latest };
}

function knownRow({ asOf }: Version, { possibly, certainly }: KnownFrom): RowOf<typeof KNOWN> {
  return { known: certainly, knownEarliest: possibly, asOf: asOf.certainly, asOfEarliest: asOf.possibly };
}

function endedRow({ until }: Version): RowOf<typeof ENDED> {
  return { until: until?.certainly ?? null, untilEarliest: until?.possibly ?? null };
}
