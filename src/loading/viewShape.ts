import { closestReader, CODINGS } from '../ontology/codings.ts';
import type { EventVersions } from '../reasoning/eventVersions.ts';
import type { EventView, KnownFrom } from '../reasoning/eventView.ts';
import type { ProjectedRecord } from '../reasoning/projectedRecord.ts';
import { EVENT, type EventRecord } from '../record/event.ts';
import {
  day,
  type Edge,
  edtf,
  oneOf,
  optional,
  type RowOf,
  table,
  text,
  texts,
  truth,
  whole,
} from '../record/attribute.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { indexPlace } from '../time/widthClass.ts';

/** What the view of an event is written from: its record, and what its relationships repeat of it. */
export type ViewedRecord = ProjectedRecord & Pick<EventRecord, 'post'>;

/** A version of an event: what was known of it from `asOf` until `until`. The current version has no end. */
export interface Version<Record extends ViewedRecord = ViewedRecord> {
  /** The id of the node that has the version: the event, or a node of its own. */
  readonly id: string;
  readonly event: Record;
  readonly view: EventView;
  readonly asOf: KnownFrom;
  readonly until: KnownFrom | null;
  /** The place of its date in the index of times. */
  readonly place: ReturnType<typeof indexPlace>;
}

export function currentVersion<Record extends ViewedRecord>(
  event: Record,
  { current, asOf }: EventVersions,
): Version<Record> {
  return { id: event.id, event, view: current, asOf, until: null, place: indexPlace(current.date) };
}

export function earlierVersions(event: ViewedRecord, { earlier }: EventVersions): Version[] {
  return earlier.map(({ view, asOf, until }, index) => {
    return { id: `${event.id}@${index + 1}`, event, view, asOf, until, place: indexPlace(view.date) };
  });
}

/** All versions of events. */
export function versionsIn<Record extends ViewedRecord>(views: ReadonlyMap<Record, EventVersions>) {
  return {
    current: [...views].map(([event, versions]) => currentVersion(event, versions)),
    earlier: [...views].flatMap(([event, versions]) => earlierVersions(event, versions)),
  };
}

const DAYS = {
  earliest: day('The first day on which the event can have begun.'),
  beginLatest: day('The last day on which it can have begun.'),
  endEarliest: day('The first day on which it can have ended.'),
  latest: day('The last day on which it can have ended, inclusive.'),
};

const DATE = {
  edtf: edtf('The date that all affirming reports allow together.'),
  qualified: truth('Whether some date has `~`, `?` or `%`, so that the date is never certain.'),
  disputed: truth('Whether no date fits all affirming reports, so that `edtf` spans them.'),
  ...DAYS,
};

const KNOWN = {
  known: day(
    'The day by which an affirming source was certainly published; 9999-12-31 if no source affirms it.',
  ),
  knownEarliest: day('The day by which an affirming source was possibly published.'),
  asOf: day('The day since which exactly this version was certainly known.'),
  asOfEarliest: day('The day since which exactly this version was possibly known.'),
};

/** For how long exactly this version was known. */
export const ENDED = table('earlier version', {
  until: day('The day, exclusive, until which this version was certainly known.'),
  untilEarliest: day('The day, exclusive, until which this version was possibly known.'),
});

const AT = day(
  'The day to sort by: `earliest`, or `latest` if the start is open. Lists show open starts last.',
);
const ID = text('The id of the version.');
const TYPE = text('The type of the event.');

/** What follows from an event's record, on the event itself or on an earlier version. */
export const VIEW = table('view', {
  ...DATE,
  ...KNOWN,
  span: whole("The class of the date's width, 0 to 5, for the index of times."),
  at: AT,
  stances: texts('The stances of the reports: `AFFIRMS`, `DENIES`, `EXPECTS`.'),
  affirmed: truth('Whether some source says that it happened. Only then does the event have relationships.'),
  reportCount: whole('The number of reports that count; one source can have several.'),
  differs: texts(
    'Where the reports contradict each other: `DATE`, `STANCE`, and `PARTICIPANTS` unless `unlike` turns out to be the same.',
  ),
  unlike: texts(
    'What reports name in place of each other: `state-duma russia / russian-parliament russia`. The reports do not contradict each other if one belongs to the other. The text has each entity with those for whom it acts.',
  ),
  // Null instead of false, so that the index has few entries.
  disagreeing: optional(truth('True if `differs` exists, for an index.'), 'if it does not'),
});

export function viewRow(version: Version): RowOf<typeof VIEW.columns> {
  const { stances, date, reportCount, differs, unlike, known } = version.view;
  return {
    ...dateRow(date),
    ...knownRow(version, known),
    ...version.place,
    ...{ stances, affirmed: stances.includes('AFFIRMS'), reportCount, differs, unlike },
    disagreeing: differs.length > 0 ? true : null,
  };
}

/** A version with a node of its own. */
export const VERSION = table('version', { id: ID, type: TYPE, ...VIEW.attributes, ...ENDED.attributes });

export function versionRow(version: Version): RowOf<typeof VERSION.columns> {
  return { id: version.id, type: version.event.type, ...viewRow(version), ...endedRow(version) };
}

export const TOOK_PART = table('participation', {
  entity: text("The entity's id, for the index of times."),
  role: text('The role: `AGENT` and `TARGET`, or `PARTY`; also `HOST`, `FORMAT`, `LIST`, `OFFICE`, `ABOUT`.'),
  onBehalfOf: optional(text('The id of the entity for which this one acts.'), 'if it acts for itself'),
  reports: texts('The reports that say so, as `source#locator`; absent if all do.'),
  through: texts('Those who act for a side that is not named itself.'),
  named: truth(
    'Whether a decisive report names the participant so, and none names instead those who act for it. If some report affirms the event, only affirming reports are decisive.',
  ),
  principal: truth('Whether the participant is a side: it acts for itself, or others act for it.'),
  faces: optional(text('The role at the other end of its relationships.'), 'if it makes none'),
  // Only on the participation that leads, so that no other is in the index of times.
  span: optional(
    whole("The class of the date's width, 0 to 5, for the index of times."),
    'unless it stands for all participations of the entity in the event',
  ),
  at: optional(AT, 'unless it stands for all participations of the entity in the event'),
  ...DAYS,
});

/** From entities to the event or the version. */
export function participationEdges({ id, view, place }: Version): Edge<typeof TOOK_PART.columns>[] {
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

export const RELATIONSHIP = table('relationship', {
  event: text('The id of the event.'),
  level: text(
    'The level: `NAMED` is between the entities that sources name, `PRINCIPAL` between those for whom they act.',
  ),
  sources: texts('The ids of the sources that relate the two.'),
  datasets: texts('The datasets whose reports relate the two.'),
  coding: oneOf('Who read these sources: `MACHINE` if only programs did.', CODINGS),
  post: EVENT.attributes.post,
  ...DATE,
  ...KNOWN,
  known: day('The day by which a source that relates the two was certainly published.'),
  knownEarliest: day('The day by which a source that relates the two was possibly published.'),
  at: AT,
});

/** From entity to entity. */
export function relationshipEdges(version: Version): Edge<typeof RELATIONSHIP.columns>[] {
  const { event, view, place } = version;
  const date = dateRow(view.date);
  return view.relationships.map(({ from, to, level, known, sources, datasets, codings }) => ({
    start: from,
    end: to,
    row: {
      ...{ event: event.id, level, sources, datasets, coding: closestReader(codings), post: event.post },
      ...{ ...date, ...knownRow(version, known), at: place.at },
    },
  }));
}

/** A relationship of an earlier version. It is a node, so that no pattern finds it between its ends. */
export const RELATIONSHIP_VERSION = table('version of a relationship', {
  id: ID,
  type: TYPE,
  ...RELATIONSHIP.attributes,
  ...ENDED.attributes,
});

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

function knownRow({ asOf }: Version, { possibly, certainly }: KnownFrom) {
  return { known: certainly, knownEarliest: possibly, asOf: asOf.certainly, asOfEarliest: asOf.possibly };
}

function endedRow({ until }: Version): RowOf<typeof ENDED.columns> {
  return { until: until?.certainly ?? null, untilEarliest: until?.possibly ?? null };
}
