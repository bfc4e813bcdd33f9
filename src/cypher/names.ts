import { KINDS, type Kind } from '../ontology/kinds.ts';
import { EVENT_TYPES } from '../ontology/eventTypes.ts';
import type { EventType } from '../ontology/lookups.ts';
import { Fragment } from './cypher.ts';

/**
 * The relationship types as a pattern has them: `MET|URGED`.
 * @throws RangeError for a name that is not in the ontology, and for an empty list, which would match every type
 */
export function relationshipTypes(types: readonly EventType[]): Fragment {
  const unknown = types.filter((type) => !Object.hasOwn(EVENT_TYPES, type));
  if (unknown.length > 0 || types.length === 0)
    throw new RangeError(`No event types: ${unknown.join(', ') || 'none given'}`);
  return Fragment.of(types.join('|'));
}

/** The Neo4j label of a kind. */
export function labelOf(kind: Kind): Fragment {
  return Fragment.of(KINDS[kind].label);
}

/** A whole number of the program's own, such as a bound on hops, in a place where Cypher takes no parameter. */
export function literal(number: number): Fragment {
  if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is not a whole number`);
  return Fragment.of(String(number));
}
