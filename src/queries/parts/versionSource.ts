import { cypher, type Fragment, join, when } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import type { KnownBy } from './known.ts';

/**
 * Where versions of events are found. NOW: on the events themselves and the relationships that they project, which
 * tell what has been known from some day on. THEN: on nodes of their own, which tell what was known before.
 */
export interface VersionSource {
  /** The node that has an event's dates. */
  readonly view: Fragment;
  /** A pattern that starts with this node and binds the event to `e`. */
  readonly event: Fragment;
  /** Goes on from an event bound to `e` to this node; conditions can follow. */
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

/** Of whatever type: relationships of all types are one kind of node here. */
const EARLIER: VersionSource = {
  view: cypher`v`,
  event: cypher`(v:EventVersion)-[:VERSION_OF]->(e:Event)`,
  ofEvent: cypher`MATCH (v:EventVersion)-[:VERSION_OF]->(e) WHERE`,
  tookPart: cypher`TOOK_PART_THEN`,
  edge: (from, _, to) => cypher`(${from})<-[:FROM]-(r:RelationshipVersion)-[:TO]->(${to})`,
  edgeType: cypher`r.type`,
};

/**
 * The body of a call that reads each layer on which what was known by the day may be: what is known now is on one,
 * what was known by a day on either, each event on one of them.
 */
export function onEachVersionSource(
  { knownBy }: KnownBy,
  read: (source: VersionSource) => Fragment,
): Fragment {
  const sources = knownBy === undefined ? [CURRENT] : [CURRENT, EARLIER];
  return join(sources.map(read), '\n  UNION ALL');
}

/** Whether just this version, bound to the name, was known by `$knownBy`. */
export function wasKnown(name: Fragment, { knownBy, certainty }: KnownBy, source: VersionSource): Fragment {
  if (knownBy === undefined) return cypher``;
  const [asOf, until] =
    certainty === 'CERTAIN' ? [cypher`asOf`, cypher`until`] : [cypher`asOfEarliest`, cypher`untilEarliest`];
  return cypher`${name}.${asOf} <= date($knownBy)${when(source !== CURRENT, cypher` AND ${name}.${until} > date($knownBy)`)}`;
}

/**
 * For rows of the layer of then: goes on to the relationship as it is known now, where it still is. It is told so,
 * since its id has one value; `nowElseThen` is the one to tell.
 */
export function asCurrent(source: VersionSource, event: Fragment): Fragment {
  const types = relationshipTypes(EVENT_TYPE_NAMES);
  return when(source !== CURRENT, cypher`OPTIONAL MATCH (a)-[now:${types}]->(b) WHERE now.event = ${event}`);
}

export function currentElseEarlier(source: VersionSource): Fragment {
  return source === CURRENT ? cypher`r` : cypher`coalesce(now, r)`;
}
