import { EVENT_TYPE_NAMES, type EventType, SYMMETRIC_TYPES } from '../../ontology/lookups.ts';
import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { OwnedBy } from './eventAnchor.ts';
import type { RelationshipCriteria } from './relationshipCriteria.ts';

/** Whether the filter can be checked on the current relationships alone, so that no event has to be read. */
export function coveredByEdges(filter: RelationshipCriteria): boolean {
  return Object.entries(filter).every(
    ([name, asked]) => asked === undefined || ON_EDGES[name as keyof RelationshipCriteria],
  );
}

/** Whether a criterion can be checked on a relationship and its ends, without their event. */
const ON_EDGES: Readonly<Record<keyof RelationshipCriteria, boolean>> = {
  types: true,
  from: true,
  to: true,
  between: true,
  kinds: true,
  levels: true,
  during: true,
  certainty: true,
  publicationCertainty: true,
  knownBy: false,
  allParticipants: false,
  anyParticipants: false,
  topics: false,
  places: false,
  sources: false,
  minSources: false,
  datasets: false,
  coding: false,
  search: false,
  differs: false,
};

/**
 * From the entity bound to `n` to its relationships that meet the conditions: `r`, from `a` to `b`, and the ids of
 * these. If all types are directed, only those on the side that the filter names are read.
 */
export function ownEdges(id: Fragment, { filter, owned, conditions }: OwnEdges): Fragment {
  const { types, from, to } = filter;
  const edge = cypher`[r:${relationshipTypes(types ?? EVENT_TYPE_NAMES)}]`;
  const ofThese = cypher`WHERE few AND ${conditions}`;
  if (owned === undefined && types !== undefined && areDirected(types)) {
    if (from !== undefined)
      return cypher`MATCH (n)-${edge}->(b) ${ofThese} WITH n AS a, r, b, ${id} AS fromId, b.id AS toId`;
    if (to !== undefined)
      return cypher`MATCH (n)<-${edge}-(a) ${ofThese} WITH a, r, n AS b, a.id AS fromId, ${id} AS toId`;
  }
  return cypher`MATCH (n)-${edge}-(other) ${ofThese}
  WITH n, r, other, other.id AS otherId, startNode(r) = n AS isFrom
  WITH r, CASE WHEN isFrom THEN n ELSE other END AS a, CASE WHEN isFrom THEN other ELSE n END AS b,
    CASE WHEN isFrom THEN ${id} ELSE otherId END AS fromId, CASE WHEN isFrom THEN otherId ELSE ${id} END AS toId`;
}

interface OwnEdges {
  readonly filter: RelationshipCriteria;
  readonly owned: OwnedBy | undefined;
  /** The conditions on `r`. */
  readonly conditions: Fragment;
}

/** The filter without the criterion that all these relationships meet: that the entity is at the named end. */
export function beyondOwnEdges(filter: RelationshipCriteria): RelationshipCriteria {
  const { types = [], from, to, ...others } = filter;
  const isOneEnd = (from === undefined) !== (to === undefined);
  return isOneEnd && types.length > 0 && (areDirected(types) || areSymmetric(types))
    ? { types, ...others }
    : filter;
}

function areDirected(types: readonly EventType[]): boolean {
  return types.every((type) => !SYMMETRIC.has(type));
}

function areSymmetric(types: readonly EventType[]): boolean {
  return types.every((type) => SYMMETRIC.has(type));
}

const SYMMETRIC = new Set(SYMMETRIC_TYPES);

/**
 * Whether the relationships of the entity bound to the name are few enough to read and sort all of them for one page.
 */
export function hasFew(name: Fragment): Fragment {
  return cypher`COUNT { (${name})-[:TOOK_PART]->() } <= 1000`;
}
