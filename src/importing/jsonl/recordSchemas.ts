import { schemaOf } from '../../record/attribute.ts';
import { ENTITY } from '../../record/entity.ts';
import { EVENT } from '../../record/event.ts';
import { SOURCE } from '../../record/source.ts';
import { type JsonSchema, object, SLUG } from '../../record/structure/schemaParts.ts';

/** The JSON Schemas of what a line can hold, by the name that it gives it: records, and what an export adds to them. */
export function recordSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    ...{ entity: schemaOf(ENTITY), source: schemaOf(SOURCE), event: schemaOf(EVENT) },
    ...{ dataset: DATASET, claim: claim(), decision: decision() },
  };
}

function claim(): JsonSchema {
  return whole('claim', { of: { enum: ['entity', 'source', 'event'] }, id: TEXT, fingerprint: TEXT });
}

function decision(): JsonSchema {
  const verdict = { enum: ['same', 'different'] };
  const on = { type: 'string', format: 'date' };
  return whole('decision', { left: SLUG, right: SLUG, verdict, on, by: TEXT });
}

const TEXT = { type: 'string', minLength: 1 };

const DATASET = {
  title: 'dataset',
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]*$',
  patternErrorMessage: 'A name has small letters, digits and hyphens.',
};

function whole(title: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return object({ title, required: Object.keys(properties), properties });
}
