import { schemaOf } from '../../record/attribute.ts';
import { ENTITY } from '../../record/entity.ts';
import { EVENT } from '../../record/event.ts';
import { SOURCE } from '../../record/source.ts';

/** The JSON Schemas of what a line can hold, by the name that it gives it: records, and what an export adds to them. */
export function recordSchemas() {
  return {
    ...{ entity: schemaOf(ENTITY), source: schemaOf(SOURCE), event: schemaOf(EVENT) },
    ...{ dataset: DATASET, claim: claim(), decision: decision() },
  };
}

function claim() {
  return record({ of: { enum: ['entity', 'source', 'event'] }, id: TEXT, fingerprint: TEXT });
}

function decision() {
  const verdict = { enum: ['same', 'different'] };
  return record({ left: SLUG, right: SLUG, verdict, on: { type: 'string', format: 'day' }, by: TEXT });
}

const TEXT = { type: 'string', minLength: 1 };
const SLUG = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const DATASET = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };

function record(properties: Readonly<Record<string, object>>) {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: false };
}
