import { KIND_NAMES, KINDS } from '../../ontology/kinds.ts';
import {
  declarationOf,
  EVENT_TYPE_NAMES,
  isSymmetric,
  projectedRoles,
  type EventType,
} from '../../ontology/lookups.ts';
import type { Role } from '../../ontology/roles.ts';
import { table } from './markdown.ts';

/** The types of events, between which kinds of entities each leads, and what it does to a status. */
export function eventTypeTable(): string {
  return table(['type', 'from', 'to', 'is', 'status', 'means'], EVENT_TYPE_NAMES.map(rowOf));
}

function rowOf(type: EventType): string[] {
  const { description, nature, status } = declarationOf(type);
  const { from, to } = projectedRoles(type);
  return [
    `\`${type}\``,
    kindsOf(type, from),
    isSymmetric(type) ? 'no direction' : kindsOf(type, to),
    nature.toLowerCase(),
    status === undefined ? '' : `${status.effect.toLowerCase().replaceAll('_', ' ')}: ${status.regime}`,
    description,
  ];
}

function kindsOf(type: EventType, role: Role): string {
  const kinds = declarationOf(type).roles[role]?.kinds ?? [];
  return kinds.length === KIND_NAMES.length ? 'any' : kinds.map((kind) => KINDS[kind].label).join(', ');
}
