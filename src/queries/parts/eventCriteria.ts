import type { Coding } from '../../ontology/codings.ts';
import type { Kind } from '../../ontology/kinds.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import { allOf, cypher, type Fragment, when } from '../../cypher/cypher.ts';
import type { Parameters } from '../../cypher/statement.ts';
import type { DisagreementSubject } from '../../reasoning/disagreements.ts';
import { FIRST_DAY, LAST_DAY } from '../../time/day.ts';
import type { Period } from '../../time/period.ts';
import { EVERY_WINDOW, type WidthWindow, widthWindows } from '../../time/widthClass.ts';
import { during as overlapping } from './during.ts';
import { participantsDiffer } from './belonging.ts';
import { unlessJoined } from './canonical.ts';
import { type KnownBy, knownParameters, sourceCounts } from './known.ts';
import { type VersionSource, wasKnown } from './versionSource.ts';
import { askedWords, hasWords } from './askedWords.ts';

/** What events must have. A missing field is no condition. A list means: any of these. */
export interface EventCriteria extends KnownBy {
  readonly types?: readonly EventType[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly between?: readonly string[];
  readonly allParticipants?: readonly string[];
  readonly anyParticipants?: readonly string[];
  readonly kinds?: readonly Kind[];
  readonly topics?: readonly string[];
  readonly places?: readonly string[];
  readonly stances?: readonly Stance[];
  readonly during?: Period;
  readonly sources?: readonly string[];
  readonly minSources?: number;
  readonly datasets?: readonly string[];
  /** Who read the source of some report. */
  readonly coding?: readonly Coding[];
  readonly search?: string;
  /** The reports must differ in one of these. */
  readonly differs?: readonly DisagreementSubject[];
}

/** The conditions for the event bound to `e` and its version. */
export function eventConditions(filter: EventCriteria, source: VersionSource): Fragment {
  const { view } = source;
  return allOf([
    wasKnown(view, filter, source),
    overlapping(view, filter.during, filter, cypher`${view}.affirmed`),
    cypher`any(stance IN ${view}.stances WHERE stance IN $stances)`,
    when(filter.differs !== undefined, reportsDiffer(view, filter)),
    ...OF_EVENT.flatMap(([isAsked, condition]) => (isAsked(filter) ? [condition] : [])),
    ...OF_PARTICIPANTS.flatMap(([isAsked, condition]) =>
      isAsked(filter)
        ? [condition(cypher`(${view})<-[x:${source.tookPart}]`, cypher`(${view})<-[y:${source.tookPart}]`)]
        : [],
    ),
    ...OF_REPORTS.flatMap(([isAsked, condition]) =>
      isAsked(filter) ? [condition(sourceCounts(cypher`reporter`, filter))] : [],
    ),
  ]);
}

function reportsDiffer(view: Fragment, filter: EventCriteria): Fragment {
  const inOthers = cypher`any(subject IN ${view}.differs WHERE subject IN $differs AND subject <> 'PARTICIPANTS')`;
  if (filter.differs?.includes('PARTICIPANTS') !== true) return inOthers;
  return cypher`(${inOthers} OR 'PARTICIPANTS' IN ${view}.differs AND ${participantsDiffer(view, filter)})`;
}

/** The parameters of the conditions and of the anchor. */
export function eventParameters(filter: EventCriteria): Parameters {
  const period = filter.during ?? { from: FIRST_DAY, to: LAST_DAY };
  return {
    types: filter.types ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    between: filter.between ?? null,
    allParticipants: filter.allParticipants ?? null,
    anyParticipants: filter.anyParticipants ?? null,
    kinds: filter.kinds ?? null,
    topics: filter.topics?.map((topic) => topic.toLowerCase()) ?? null,
    places: filter.places?.map((place) => place.toLowerCase()) ?? null,
    stances: filter.stances ?? ['AFFIRMS'],
    sources: filter.sources ?? null,
    minSources: filter.minSources ?? null,
    datasets: filter.datasets ?? null,
    coding: filter.coding ?? null,
    differs: filter.differs ?? null,
    ...(filter.search === undefined ? { search: null, words: null } : askedWords(filter.search)),
    periodFrom: period.from,
    periodTo: period.to,
    windows: windowsOf(filter).map((window) => ({ ...window })),
    anchors: anchorsOf(filter),
    anchorGroups: anchorGroups(filter),
    named: idsIn(filter),
    ...knownParameters(filter),
  };
}

/** The ranges of the time index that the filter covers. */
export function windowsOf({ during }: EventCriteria): readonly WidthWindow[] {
  return during === undefined ? EVERY_WINDOW : widthWindows(during);
}

/** Binds to `window` each window of the time index that the filter covers. */
export function eachWindow(filter: EventCriteria, windows = cypher`$windows`): Fragment {
  const isOne = idsIn(filter).length < 2;
  return cypher`UNWIND ${isOne ? windows : unlessJoined(windows)} AS window`;
}

function idsIn({ from, to, between, allParticipants, anyParticipants }: EventCriteria): string[] {
  return [from, to, between, allParticipants, anyParticipants].flatMap((ids) => ids ?? []);
}

/** Entities such that every matching event is in the timeline of at least one; `null` if the filter names none. */
export function anchorsOf(filter: EventCriteria): readonly string[] | null {
  return anchorGroups(filter)[0] ?? null;
}

/** All such groups. Any of them can be the anchor. */
export function anchorGroups(filter: EventCriteria): readonly (readonly string[])[] {
  const { allParticipants = [], from, to, between, anyParticipants } = filter;
  const groups = [...allParticipants.map((id) => [id]), from, to, ...eachOfTwo(between), anyParticipants];
  return groups.filter((group) => group !== undefined);
}

/** An event between two entities is in both timelines. */
function eachOfTwo(between: readonly string[] | undefined) {
  return between?.length === 2 ? between.map((id) => [id]) : [between];
}

/**
 * The filter without the criterion that every event in the timelines of its anchors meets: that one of these takes
 * part.
 */
export function beyondAnchors(filter: EventCriteria): EventCriteria {
  if (anchorGroups(filter).length > 1) return filter;
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !/^(all|any)Participants$/.test(name)));
}

/** The filter without the criterion that every hit of the search meets. */
export function beyondSearch(filter: EventCriteria): EventCriteria {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== 'search'));
}

/**
 * Two participants on the same side, such as members of a delegation, or an envoy and his state, did not meet each
 * other.
 */
const FACE_EACH_OTHER = cypher`x.entity <> y.entity AND x.faces = y.role
        AND (x.role <> y.role OR coalesce(x.onBehalfOf, x.entity) <> coalesce(y.onBehalfOf, y.entity))`;

/**
 * The Cypher variables of these conditions are unique, because anchors and edges bind others, such as `r`, `a` and
 * `part`.
 */
type Condition<T> = readonly [isAsked: (filter: EventCriteria) => boolean, condition: T];

const OF_EVENT: readonly Condition<Fragment>[] = [
  [({ types }) => types !== undefined, cypher`e.type IN $types`],
  [({ topics }) => topics !== undefined, cypher`any(topic IN e.topics WHERE toLower(topic) IN $topics)`],
  [({ places }) => places !== undefined, cypher`any(place IN e.places WHERE toLower(place) IN $places)`],
  [({ search }) => search !== undefined, hasWords(cypher`e`)],
];

/** Each condition gets the beginnings of two patterns, which bind participations to `x` and `y`. */
const OF_PARTICIPANTS: readonly Condition<(x: Fragment, y: Fragment) => Fragment>[] = [
  [
    ({ from, to }) => from !== undefined && to === undefined,
    (x) =>
      cypher`EXISTS { ${x}-() WHERE x.entity IN $from AND x.role IN ['AGENT', 'PARTY'] AND (x.named OR x.principal) }`,
  ],
  [
    ({ from, to }) => from === undefined && to !== undefined,
    (x) =>
      cypher`EXISTS { ${x}-() WHERE x.entity IN $to AND x.role IN ['TARGET', 'PARTY'] AND (x.named OR x.principal) }`,
  ],
  [
    ({ from, to }) => from !== undefined && to !== undefined,
    (x, y) => cypher`EXISTS {
      MATCH ${x}-(), ${y}-()
      WHERE x.entity IN $from AND y.entity IN $to AND ${FACE_EACH_OTHER}
        AND x.role IN ['AGENT', 'PARTY'] AND y.role IN ['TARGET', 'PARTY']
        AND (x.named OR x.principal) AND (y.named OR y.principal)
    }`,
  ],
  [
    ({ between }) => between !== undefined,
    (x, y) => cypher`EXISTS {
      MATCH ${x}-(), ${y}-()
      WHERE x.entity IN $between AND y.entity IN $between AND ${FACE_EACH_OTHER}
        AND (x.named OR x.principal) AND (y.named OR y.principal)
    }`,
  ],
  [
    ({ allParticipants }) => allParticipants !== undefined,
    (x) =>
      cypher`all(id IN $allParticipants WHERE EXISTS { ${x}-() WHERE x.entity = id AND (x.named OR x.principal) })`,
  ],
  [
    ({ anyParticipants }) => anyParticipants !== undefined,
    (x) => cypher`EXISTS { ${x}-() WHERE x.entity IN $anyParticipants AND (x.named OR x.principal) }`,
  ],
  [
    ({ kinds }) => kinds !== undefined,
    (x) => cypher`EXISTS { ${x}-(k:Entity) WHERE x.named AND k.kind IN $kinds }`,
  ],
];

/** Each condition gets the fragment that says whether the source bound to `reporter` counts. */
const OF_REPORTS: readonly Condition<(counts: Fragment) => Fragment>[] = [
  [
    ({ sources }) => sources !== undefined,
    (counts) =>
      cypher`EXISTS { (e)<-[report:REPORTS]-(reporter:Source) WHERE reporter.id IN $sources AND report.stance IN $stances AND ${counts} }`,
  ],
  [
    ({ datasets, coding }) => datasets !== undefined || coding !== undefined,
    (counts) =>
      cypher`EXISTS {
      (e)<-[report:REPORTS]-(reporter:Source)
      WHERE ($datasets IS NULL OR report.dataset IN $datasets) AND ($coding IS NULL OR report.coding IN $coding)
        AND report.stance IN $stances AND ${counts}
    }`,
  ],
  [
    ({ minSources }) => minSources !== undefined,
    (counts) =>
      cypher`COUNT { MATCH (e)<-[report:REPORTS]-(reporter:Source) WHERE report.stance IN $stances AND ${counts} RETURN DISTINCT reporter } >= $minSources`,
  ],
];
