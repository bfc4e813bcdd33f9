import type { Kind } from '../../ontology/kinds.ts';
import { declarationOf, EVENT_TYPE_NAMES, type EventType } from '../../ontology/lookups.ts';
import type { Regime } from '../../ontology/regimes.ts';

/** The event types that open, suspend, resume, close or observe the regime, in the table's order. */
export function regimeTypes(regime: Regime): EventType[] {
  return EVENT_TYPE_NAMES.filter((type) => declarationOf(type).status?.regime === regime);
}

/** Of what kinds whoever acts in the regime can be. */
export function authorityKinds(regime: Regime): ReadonlySet<Kind> {
  return new Set(
    regimeTypes(regime).flatMap((type) => {
      const { roles, status } = declarationOf(type);
      return status === undefined ? [] : (roles[status.authority]?.kinds ?? []);
    }),
  );
}

/** The event types that belong to some regime. */
export const STATUS_TYPES: readonly EventType[] = EVENT_TYPE_NAMES.filter(
  (type) => declarationOf(type).status !== undefined,
);

/** Those of them that may be said of nobody in particular: "no country has". */
export const GENERAL_TYPES: readonly EventType[] = STATUS_TYPES.filter((type) => {
  const { status, roles } = declarationOf(type);
  return status !== undefined && roles[status.authority]?.min === 0;
});

/** The event types that announce an act; they belong to the regime of the type that the event `intends`. */
export const ANNOUNCING_TYPES: readonly EventType[] = EVENT_TYPE_NAMES.filter(
  (type) => declarationOf(type).announces === true,
);
