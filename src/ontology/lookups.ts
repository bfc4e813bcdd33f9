import type { EventTypeDeclaration, StatusRule } from './eventTypeDeclaration.ts';
import { EVENT_TYPES } from './eventTypes.ts';
import type { Role } from './roles.ts';
import type { Kind } from './kinds.ts';
import type { Regime } from './regimes.ts';

/** The name of an event type; also its GraphQL enum value and its Neo4j relationship type. */
export type EventType = keyof typeof EVENT_TYPES;

export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as EventType[];

/** The row of the table, seen through its general shape. */
export function declarationOf(type: EventType): EventTypeDeclaration {
  return EVENT_TYPES[type];
}

/** Whether its participants are equals, so that its relationships are read without direction. */
export function isSymmetric(type: EventType): boolean {
  return declarationOf(type).roles.PARTY !== undefined;
}

export const SYMMETRIC_TYPES = EVENT_TYPE_NAMES.filter(isSymmetric);

/** The types that paths follow unless others are asked for. */
export const PATH_TYPES = EVENT_TYPE_NAMES.filter((type) => declarationOf(type).inPaths);

/** The roles between which an event of the type projects its relationships. */
export function projectedRoles(type: EventType): { from: Role; to: Role } {
  return isSymmetric(type) ? { from: 'PARTY', to: 'PARTY' } : { from: 'AGENT', to: 'TARGET' };
}

/** What events of the type do to regimes. */
export function statusRulesOf(type: EventType): StatusRule[] {
  const { status, alsoStatus } = declarationOf(type);
  return [status, alsoStatus].filter((rule) => rule !== undefined);
}

/** The event types that open, suspend, resume, close or observe the regime, in the table's order. */
export function regimeTypes(regime: Regime): EventType[] {
  return EVENT_TYPE_NAMES.filter((type) => declarationOf(type).status?.regime === regime);
}

/** Whether its authorities may keep several lists. */
export function hasLists(regime: Regime): boolean {
  return regimeTypes(regime).some((type) => declarationOf(type).roles.LIST !== undefined);
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
