import type { Kind } from '../../ontology/kinds.ts';

/** The schemata of entities that become entities here, from the general to the specific. */
const KINDS: Readonly<Record<string, Kind>> = {
  LegalEntity: 'ORGANIZATION',
  Organization: 'ORGANIZATION',
  Company: 'ORGANIZATION',
  PublicBody: 'ORGANIZATION',
  Person: 'ACTOR',
};

export function kindOfSchema(schema: string): Kind | null {
  return KINDS[schema] ?? null;
}

/** Statements and posts, with the properties that refer to others. */
export const REFERRING: Readonly<Record<string, readonly string[]>> = {
  Sanction: ['entity'],
  Directorship: ['director', 'organization'],
  Employment: ['employee', 'employer'],
  Membership: ['member', 'organization'],
  Occupancy: ['holder', 'post'],
  Position: ['organization'],
};

/** Whether anything becomes of objects of the schema. */
export function isRead(schema: string): boolean {
  return schema in KINDS || schema in REFERRING;
}

/** Sources of one entity may call it by schemata of which one is the more general. */
export function moreSpecific(one: string, other: string): string {
  const order = Object.keys(KINDS);
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}
