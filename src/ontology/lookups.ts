import type { EventTypeDeclaration } from './eventTypeDeclaration.ts';
import { EVENT_TYPES } from './eventTypes.ts';
import type { Role } from './roles.ts';

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
