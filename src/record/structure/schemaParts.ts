import { EVENT_TYPE_NAMES, declarationOf, type EventType } from '../../ontology/lookups.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../ontology/roles.ts';

/** A JSON Schema, draft-07, as far as it is needed here. Editors show `patternErrorMessage`. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly default?: unknown;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: false | JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

export const text = (description: string): JsonSchema => ({ description, type: 'string', minLength: 1 });

export const SLUG: JsonSchema = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  patternErrorMessage: 'An id is a slug: small letters a to z, digits, and single hyphens between them.',
};

export const slug = (description: string): JsonSchema => ({ description, ...SLUG });

/** The id of a source or an event, as records have it. */
export function prefixed(noun: string): JsonSchema {
  return {
    type: 'string',
    pattern: `^${noun}:\\S+$`,
    patternErrorMessage: `The id of ${noun === 'event' ? 'an' : 'a'} ${noun} is \`${noun}:\` and a name without spaces.`,
  };
}

export const ADDRESS: JsonSchema = {
  type: 'string',
  pattern: '^https?://\\S+$',
  patternErrorMessage: 'An address starts with https:// or http:// and has no spaces.',
};

export const slugs = (description: string): JsonSchema => ({
  description,
  type: 'array',
  uniqueItems: true,
  items: slug('The id of an event, without its prefix.'),
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

/** An object that takes no other properties than the ones named. */
export function object(
  schema: Pick<
    JsonSchema,
    'title' | 'description' | 'required' | 'minProperties' | 'patternProperties' | 'oneOf'
  > & { readonly properties?: Readonly<Record<string, JsonSchema>> },
): JsonSchema {
  return { type: 'object', ...schema, additionalProperties: false };
}
