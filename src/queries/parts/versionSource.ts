import { cypher, type Fragment, join, when } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { publicationCertaintyOf } from '../../reasoning/countsBy.ts';
import type { KnownBy } from './known.ts';

/**
 * Where versions of events are found. CURRENT: on the events themselves, and on the relationships that they project.
 * EARLIER: on nodes of their own.
 */
export interface VersionSource {
  /** The node that has the dates of a version. */
  readonly view: Fragment;
  /** A pattern that starts with the `view` node and binds the event to `e`. */
  readonly event: Fragment;
  /** Goes on from an event bound to `e` to the `view` node. Conditions can follow. */
  readonly ofEvent: Fragment;
  readonly tookPart: Fragment;
  /** A pattern that binds to `r` the relationships of these types from one entity to another. */
  readonly edge: (from: Fragment, types: Fragment, to: Fragment) => Fragment;
  /** The type of the relationship bound to `r`. */
  readonly edgeType: Fragment;
}

export const CURRENT: VersionSource = {
  view: cypher`e`,
  event: cypher`(e:Event)`,
  ofEvent: cypher`WITH * WHERE`,
  tookPart: cypher`TOOK_PART`,
  edge: (from, types, to) => cypher`(${from})-[r:${types}]->(${to})`,
  edgeType: cypher`type(r)`,
};

/** The pattern does not depend on the types: earlier relationships of all types are nodes with one label. */
const EARLIER: VersionSource = {
  view: cypher`v`,
  event: cypher`(v:EventVersion)-[:VERSION_OF]->(e:Event)`,
  ofEvent: cypher`MATCH (v:EventVersion)-[:VERSION_OF]->(e) WHERE`,
  tookPart: cypher`TOOK_PART_THEN`,
  edge: (from, _, to) => cypher`(${from})<-[:FROM]-(r:RelationshipVersion)-[:TO]->(${to})`,
  edgeType: cypher`r.type`,
};

/**
 * The body of a call that reads each source that may have the version asked for. Without `knownBy` that is the current
 * one only; with a day each event has its version in one of the two.
 */
export function onEachVersionSource(
  { knownBy }: KnownBy,
  read: (source: VersionSource) => Fragment,
): Fragment {
  const sources = knownBy === undefined ? [CURRENT] : [CURRENT, EARLIER];
  return join(sources.map(read), '\n  UNION ALL');
}

/** Whether the version bound to the name is the one that was known by `$knownBy`. */
export function wasKnown(name: Fragment, known: KnownBy, source: VersionSource): Fragment {
  if (known.knownBy === undefined) return cypher``;
  const [asOf, until] =
    publicationCertaintyOf(known) === 'CERTAIN'
      ? [cypher`asOf`, cypher`until`]
      : [cypher`asOfEarliest`, cypher`untilEarliest`];
  return cypher`${name}.${asOf} <= date($knownBy)${when(source !== CURRENT, cypher` AND ${name}.${until} > date($knownBy)`)}`;
}

/**
 * Goes on from an earlier relationship, by its ends and event, to the current one, if it still exists. A relationship
 * is shown as it is now, since its id has one value; `currentElseEarlier` chooses.
 */
export function asCurrent(source: VersionSource, event: Fragment): Fragment {
  const types = relationshipTypes(EVENT_TYPE_NAMES);
  return when(source !== CURRENT, cypher`OPTIONAL MATCH (a)-[now:${types}]->(b) WHERE now.event = ${event}`);
}

export function currentElseEarlier(source: VersionSource): Fragment {
  return source === CURRENT ? cypher`r` : cypher`coalesce(now, r)`;
}
