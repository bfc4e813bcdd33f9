import { cypher, type Fragment } from '../../cypher/cypher.ts';
import {
  anchorGroups,
  beyondAnchors,
  beyondSearch,
  eachWindow,
  eventConditions,
  type EventCriteria,
} from './eventCriteria.ts';
import { sourceCounts } from './known.ts';
import { type VersionSource, onEachVersionSource } from './versionSource.ts';
import { openStart, orderBy, type SortKey, timeKeys, type TimeReading } from './page.ts';

/** The kind of each `owner`, if events are asked for each of several owners. */
export type OwnedBy = 'ENTITY' | 'SOURCE';

/** A way to read events window by window of the time index. Each event comes once for a window and a starting point. */
export interface EventAnchor {
  /** Binds each starting point, outside the call for one window. */
  readonly each: Fragment;
  /** The list of windows: `ONCE` if no index is read window by window. */
  readonly windows?: Fragment;
  /** The variables that the call for one window needs. */
  readonly imports: Fragment;
  /** Binds `e` and its version for one `window`. It ends in conditions, so that more can follow. */
  readonly match: (source: VersionSource) => Fragment;
  /** The criteria that some of the bound events may not meet. */
  readonly beyond?: (filter: EventCriteria) => EventCriteria;
  /**
   * The columns by which the index is ordered, with those that are equal: without them the planner reads a whole
   * timeline to sort it. Absent if no index is read window by window.
   */
  readonly order?: (source: VersionSource) => readonly Fragment[];
}

/**
 * Chooses where events are read from: the first that applies of the timeline of an owner or of a named entity, the
 * timeline of events whose reports disagree, the timeline of a type, and the timeline of all events.
 */
export function eventAnchor(filter: EventCriteria, owned?: OwnedBy): EventAnchor {
  if (owned === 'SOURCE') return reportsOfOwner(filter);
  if (owned === 'ENTITY') return TIMELINE_OF_OWNER;
  const groups = anchorGroups(filter);
  if (groups.length > 0) return groups.length === 1 ? TIMELINES_OF_NAMED : TIMELINES_OF_RAREST;
  if (filter.differs !== undefined) return TIMELINE_OF_DISAGREEING;
  return filter.types === undefined ? WHOLE_TIMELINE : TIMELINES_OF_TYPES;
}

/**
 * Reads from the anchor, unless something that the filter names leads to few events: the words of a search, or if the
 * anchor is a timeline that no entity narrows, sources. Binds the columns.
 */
export function fromAnchor(
  anchor: EventAnchor,
  { filter, owned }: { readonly filter: EventCriteria; readonly owned: OwnedBy | undefined },
  columns: Fragment,
  read: (anchor: EventAnchor) => Fragment,
): Fragment {
  if (filter.search === undefined) return fromTimeline(anchor, filter, columns, read);
  return cypher`
CALL () {
  CALL db.index.fulltext.queryNodes('event_words', $search, {limit: ${MAX_HITS} + 1}) YIELD node
  RETURN collect(node) AS hits
}
CALL (*) {
  WITH * WHERE size(hits) <= ${MAX_HITS}
  ${read(hitsOfSearch(filter, owned))}
  RETURN ${columns}
  UNION ALL
  WITH * WHERE size(hits) > ${MAX_HITS}
  ${fromTimeline(anchor, filter, columns, read)}
  RETURN ${columns}
}`;
}

/**
 * As many as can be read and sorted in some tens of milliseconds. If a search finds more, its words are so frequent that
 * a timeline soon has a page of them.
 */
const MAX_HITS = cypher`10000`;

function fromTimeline(
  anchor: EventAnchor,
  filter: EventCriteria,
  columns: Fragment,
  read: (anchor: EventAnchor) => Fragment,
): Fragment {
  if (filter.sources === undefined || !BY_TIME_ALONE.includes(anchor)) return read(anchor);
  return cypher`
CALL () {
  MATCH (s:Source) WHERE s.id IN $sources
  RETURN sum(COUNT { (s)-[:REPORTS]->() }) <= ${MAX_ANCHOR_REPORTS} AS few
}
CALL (few) {
  WITH * WHERE few
  ${read({ ...reportsOfOwner(filter), each: cypher`UNWIND $sources AS owner` })}
  RETURN ${columns}
  UNION ALL
  WITH * WHERE NOT few
  ${read(anchor)}
  RETURN ${columns}
}`;
}

/** Reads each window from the anchor's starting points, in each version source. */
export function eachWindowOf(
  anchor: EventAnchor,
  filter: EventCriteria,
  read: (source: VersionSource) => Fragment,
): Fragment {
  return cypher`
${anchor.each}
${eachWindow(filter, anchor.windows)}
CALL (${anchor.imports}) {${onEachVersionSource(filter, read)}
}`;
}

/**
 * Reads the first rows of a list in order of time: dated ones, then, only if these do not fill the page, those with an
 * open start, or the other way round. Binds `open` and the columns.
 *
 * @param read reads the first rows of a window: `isOpen`, as `openOf` has it, and the columns, among them `at`
 * @param ties the keys that follow `at` in the order
 */
export function firstRows(
  anchor: EventAnchor,
  filter: EventCriteria,
  reading: TimeReading,
  { columns, ties }: { columns: Fragment; ties: readonly SortKey[] },
  read: (source: VersionSource) => Fragment,
): Fragment {
  const [byPart, ...within] = [...timeKeys(cypher`open`, cypher`at`, reading), ...ties];
  const first = cypher`${orderBy([byPart, ...within])} LIMIT $limit`;
  if (anchor.windows === ONCE)
    return cypher`${eachWindowOf(anchor, filter, read)}
WITH DISTINCT isOpen AS open, ${columns} ${first}`;
  // The two parts are distinct and sorted, as are the rows of each. So the planner takes them one after the other as
  // they come, and the limit leaves the second unread if the first fills the page.
  return cypher`
UNWIND [false, true] AS open
WITH DISTINCT * ${orderBy([byPart])}
CALL (*) {${eachWindowOf({ ...anchor, windows: OF_PART }, filter, read)}
  WITH DISTINCT ${columns} ${orderBy(within)} LIMIT $limit
  RETURN ${columns}
}
WITH open, ${columns} ${first}`;
}

/** The windows of one part of the order in time. */
const OF_PART = cypher`[one IN $windows WHERE one.open = open]`;

/** Whether the start of the event is open. */
export function openOf({ windows }: EventAnchor, { view }: VersionSource): Fragment {
  return windows === ONCE ? openStart(view) : cypher`window.open`;
}

/** The number of reports that can be read and sorted in some tens of milliseconds. */
const MAX_ANCHOR_REPORTS = cypher`10000`;

/** The only window of an anchor that is read whole. The period is then a condition. */
export const ONCE = cypher`[null]`;

/** Binds the events of one `window` that meet the filter. It ends in conditions, so that more can follow. */
export function eventMatch(anchor: EventAnchor, filter: EventCriteria, source: VersionSource): Fragment {
  return cypher`${anchor.match(source)} AND ${eventConditions(anchor.beyond?.(filter) ?? filter, source)}`;
}

/** The order of the rows of a window, bound to `isOpen` and `at`: as they come from the index, if it has one. */
export function anchorKeys(
  { order }: EventAnchor,
  source: VersionSource,
  reading: TimeReading,
): Pick<SortKey, 'key' | 'down'>[] {
  if (order === undefined) return timeKeys(cypher`isOpen`, cypher`at`, reading);
  return order(source).map((key) => ({ key, down: reading.down }));
}

function inWindow(name: Fragment): Fragment {
  return cypher`${name}.span = window.span AND ${name}.at >= date(window.first) AND ${name}.at <= date(window.last)`;
}

/** Only one participation of an entity in an event is in the index, so no event comes twice. */
function timelineOf(entity: Fragment): Pick<EventAnchor, 'match' | 'order'> {
  return {
    match: ({ tookPart, event }) =>
      cypher`MATCH ()-[part:${tookPart}]->${event} WHERE part.entity = ${entity} AND ${inWindow(cypher`part`)}`,
    order: () => [cypher`part.entity`, cypher`part.span`, cypher`part.at`],
  };
}

const TIMELINE_OF_OWNER: EventAnchor = {
  each: cypher``,
  imports: cypher`owner, window`,
  ...timelineOf(cypher`owner`),
};

const TIMELINES_OF_NAMED: EventAnchor = {
  each: cypher`UNWIND $anchors AS anchor`,
  imports: cypher`anchor, window`,
  beyond: beyondAnchors,
  ...timelineOf(cypher`anchor`),
};

/** The timelines of the group that took part in the fewest events. */
const TIMELINES_OF_RAREST: EventAnchor = {
  ...TIMELINES_OF_NAMED,
  each: cypher`UNWIND $anchorGroups AS candidates
WITH candidates, reduce(sum = 0, one IN COLLECT {
  MATCH (n:Entity) WHERE n.id IN candidates RETURN COUNT { (n)-[:TOOK_PART]->() }
} | sum + one) AS events
WITH candidates ORDER BY events LIMIT 1
UNWIND candidates AS anchor`,
};

const WHOLE_TIMELINE: EventAnchor = {
  each: cypher``,
  imports: cypher`window`,
  match: ({ event, view }) => cypher`MATCH ${event} WHERE ${inWindow(view)}`,
  order: ({ view }) => [cypher`${view}.span`, cypher`${view}.at`],
};

const TIMELINE_OF_DISAGREEING: EventAnchor = {
  each: cypher``,
  imports: cypher`window`,
  match: ({ event, view }) => cypher`MATCH ${event} WHERE ${view}.disagreeing = true AND ${inWindow(view)}`,
  order: ({ view }) => [cypher`${view}.disagreeing`, cypher`${view}.span`, cypher`${view}.at`],
};

const TIMELINES_OF_TYPES: EventAnchor = {
  each: cypher`UNWIND $types AS type`,
  imports: cypher`type, window`,
  match: ({ event, view }) => cypher`MATCH ${event} WHERE ${view}.type = type AND ${inWindow(view)}`,
  order: ({ view }) => [cypher`${view}.type`, cypher`${view}.span`, cypher`${view}.at`],
};

const BY_TIME_ALONE: readonly EventAnchor[] = [WHOLE_TIMELINE, TIMELINES_OF_TYPES];

function reportsOfOwner(filter: EventCriteria): EventAnchor {
  return {
    each: cypher``,
    windows: ONCE,
    imports: cypher`owner, window`,
    match: ({ ofEvent }) => cypher`MATCH (s:Source {id: owner})
  CALL (s) { MATCH (s)-[:REPORTS]->(e:Event) WHERE ${countsThen(filter)} RETURN DISTINCT e }
  ${ofEvent} true`,
  };
}

/** The index has no order in time, so all of its hits are read. */
function hitsOfSearch(filter: EventCriteria, owned: OwnedBy | undefined): EventAnchor {
  return {
    each: cypher``,
    windows: ONCE,
    imports: owned === undefined ? cypher`hits, window` : cypher`hits, owner, window`,
    match: (source) => cypher`UNWIND hits AS e ${source.ofEvent} ${ofOwner(source, filter, owned)}`,
    beyond: beyondSearch,
  };
}

function ofOwner(source: VersionSource, filter: EventCriteria, owned: OwnedBy | undefined): Fragment {
  if (owned === undefined) return cypher`true`;
  return owned === 'ENTITY' ? partOfOwner(source) : reportedByOwner(filter);
}

function partOfOwner({ view, tookPart }: VersionSource): Fragment {
  return cypher`EXISTS { (${view})<-[part:${tookPart}]-() WHERE part.entity = owner AND part.span IS NOT NULL }`;
}

function reportedByOwner(filter: EventCriteria): Fragment {
  return cypher`EXISTS { (s:Source {id: owner})-[:REPORTS]->(e) WHERE ${countsThen(filter)} }`;
}

/** Without `knownBy`, the reports of a retracted source are listed too. */
function countsThen(filter: EventCriteria): Fragment {
  return filter.knownBy === undefined ? cypher`true` : sourceCounts(cypher`s`, filter);
}
