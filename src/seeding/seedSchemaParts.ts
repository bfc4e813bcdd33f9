import { EVENT_TYPE_NAMES, declarationOf, type EventType } from '../ontology/lookups.ts';
import { ROLE_NAMES, ROLES, type Role } from '../ontology/roles.ts';
import { type JsonSchema, object, SLUG } from '../record/structure/schemaParts.ts';

export const text = (description: string): JsonSchema => ({ description, type: 'string', minLength: 1 });

export const slug = (description: string): JsonSchema => ({ description, ...SLUG });

export const slugs = (description: string, of: string): JsonSchema => ({
  description,
  type: 'array',
  uniqueItems: true,
  items: slug(`The id of ${of}, without its prefix.`),
});

/** Numbers too, since to an editor an unquoted year is one; the checker reads dates as the text written. */
export const edtf = (description: string): JsonSchema => ({
  title: 'EDTF date',
  description: `${description} EDTF. Put it in quotes if it starts with a bracket.`,
  type: ['string', 'integer'],
  minLength: 1,
});

export const day = (description: string): JsonSchema => ({
  description: `${description} A day, such as 2025-07-03.`,
  type: 'string',
  format: 'date',
});

/** One of the names of a table of the ontology, each with its description for hovering over it. */
export function oneOf(
  description: string,
  table: Readonly<Record<string, { readonly description: string }>>,
): JsonSchema {
  return {
    description,
    type: 'string',
    enum: Object.keys(table),
    enumDescriptions: Object.values(table).map((row) => row.description),
  };
}

export function eventType(description: string): JsonSchema {
  const rows = EVENT_TYPE_NAMES.map((type) => [type, { description: describeType(type) }] as const);
  return oneOf(description, Object.fromEntries(rows));
}

function describeType(type: EventType): string {
  const { description, roles } = declarationOf(type);
  const described = ROLE_NAMES.flatMap((role) => {
    const rule = roles[role];
    return rule === undefined ? [] : [`${role} (${rule.min} or more: ${rule.kinds.join(', ')})`];
  });
  return `${description} Roles: ${described.join('; ')}.`;
}

export function participants(description: string): JsonSchema {
  return object({
    title: 'participants',
    description,
    minProperties: 1,
    properties: Object.fromEntries(ROLE_NAMES.map((role) => [role, participantsIn(role)])),
  });
}

function participantsIn(role: Role): JsonSchema {
  return { description: ROLES[role].description, type: 'array', minItems: 1, items: PARTICIPANT };
}

const PARTICIPANT: JsonSchema = {
  description: 'The id of an entity, or its id and the id of the entity for which it acts.',
  if: { type: 'object' },
  then: object({
    title: 'participant',
    required: ['entity'],
    properties: {
      entity: slug('The id of the entity that takes part.'),
      onBehalfOf: slug('The id of the entity for which it acts.'),
    },
  }),
  else: slug('The id of the entity that takes part.'),
};
