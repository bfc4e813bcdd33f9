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
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
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

/** An index of the database holds about 8,000 bytes of a text, and a character has up to 4. */
export const INDEXED: JsonSchema = { maxLength: 1_000 };

export const SLUG: JsonSchema = {
  type: 'string',
  ...INDEXED,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  patternErrorMessage: 'An id is a slug: small letters a to z, digits, and single hyphens between them.',
};

/** The id of a source or an event, as records have it. */
export function prefixed(noun: string): JsonSchema {
  return {
    type: 'string',
    ...INDEXED,
    pattern: `^${noun}:\\S+$`,
    patternErrorMessage: `The id of ${noun === 'event' ? 'an' : 'a'} ${noun} is \`${noun}:\` and a name without spaces.`,
  };
}

export const ADDRESS: JsonSchema = {
  type: 'string',
  pattern: '^https?://\\S+$',
  patternErrorMessage: 'An address starts with https:// or http:// and has no spaces.',
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
