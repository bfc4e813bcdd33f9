import { declarationOf, EVENT_TYPE_NAMES, type EventType } from '../../ontology/lookups.ts';
import type { Regime } from '../../ontology/regimes.ts';

/** The event types that open, suspend, resume, close or observe the regime, in the table's order. */
export function regimeTypes(regime: Regime): EventType[] {
  return EVENT_TYPE_NAMES.filter((type) => declarationOf(type).status?.regime === regime);
}

/** The event types that announce an act; they belong to the regime of the type that the event `intends`. */
export const ANNOUNCING_TYPES: readonly EventType[] = EVENT_TYPE_NAMES.filter(
  (type) => declarationOf(type).announces === true,
);
