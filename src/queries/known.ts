import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import type { Parameters } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';
import type { Certainty } from '../time/period.ts';

/** By which day what is answered was known; as known now where none is given. */
export interface Known {
  readonly knownBy?: Day;
  /** How sources count of which the day of publication is not exactly known; POSSIBLE if left out. */
  readonly certainty?: Certainty;
}

/**
 * Where versions of events are found. NOW: on the events themselves and the relationships that they project, which
 * tell what has been known from some day on. THEN: on nodes of their own, which tell what was known before.
 */
export interface Layer {
  readonly isThen: boolean;
  /** The node that has an event's dates. */
  readonly view: Fragment;
  /** A pattern that starts with this node and binds the event to `e`. */
  readonly event: Fragment;
  /** Goes on from an event bound to `e` to this node; conditions can follow. */
  readonly ofEvent: Fragment;
  readonly tookPart: Fragment;
}

export const NOW: Layer = {
  isThen: false,
  view: cypher`e`,
  event: cypher`(e:Event)`,
  ofEvent: cypher`WITH * WHERE`,
  tookPart: cypher`TOOK_PART`,
};

const THEN: Layer = {
  isThen: true,
  view: cypher`v`,
  event: cypher`(v:EventVersion)-[:VERSION_OF]->(e:Event)`,
  ofEvent: cypher`MATCH (v:EventVersion)-[:VERSION_OF]->(e) WHERE`,
  tookPart: cypher`TOOK_PART_THEN`,
};

/** What is known now is on one layer; what was known by some day may be on either, each event on one. */
export function layersOf({ knownBy }: Known): readonly Layer[] {
  return knownBy === undefined ? [NOW] : [NOW, THEN];
}

/** Whether just this version, bound to the name, was known by `$knownBy`. */
export function wasKnown(name: Fragment, { knownBy, certainty }: Known, { isThen }: Layer): Fragment {
  if (knownBy === undefined) return cypher``;
  const [asOf, until] =
    certainty === 'CERTAIN' ? [cypher`asOf`, cypher`until`] : [cypher`asOfEarliest`, cypher`untilEarliest`];
  return cypher`${name}.${asOf} <= date($knownBy)${when(isThen, cypher` AND ${name}.${until} > date($knownBy)`)}`;
}

/** Whether the source bound to the name counts. */
export function sourceCounts(name: Fragment, { knownBy, certainty }: Known): Fragment {
  if (knownBy === undefined) return cypher`${name}.retracted IS NULL`;
  const published = certainty === 'CERTAIN' ? cypher`publishedLatest` : cypher`publishedEarliest`;
  return cypher`${name}.${published} <= date($knownBy) AND (${name}.retracted IS NULL OR ${name}.retracted > date($knownBy))`;
}

export function knownParameters({ knownBy }: Known): Parameters {
  return { knownBy: knownBy ?? null };
}
