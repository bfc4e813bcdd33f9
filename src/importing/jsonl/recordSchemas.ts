import { schemaOf, table } from '../../record/attribute.ts';
import { DATASET } from '../../record/datasetIdentity.ts';
import { ENTITY } from '../../record/entity.ts';
import { EVENT } from '../../record/event.ts';
import { SOURCE } from '../../record/source.ts';
import { type JsonSchema, object, SLUG } from '../../record/structure/schemaParts.ts';

/** The JSON Schemas of what a line can hold, by the name that it gives it: records, and what an export adds to them. */
export function recordSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    ...{ entity: schemaOf(ENTITY), source: schemaOf(SOURCE), event: schemaOf(EVENT) },
    ...{ dataset: dataset(), claim: claim(), decision: decision() },
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

/** Of a whole line: what is said of a dataset stands beside its name. */
function dataset(): JsonSchema {
  const { id, ...rest } = DATASET.attributes;
  return schemaOf(table('dataset', { dataset: id, ...rest }));
}

function whole(title: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return object({ title, required: Object.keys(properties), properties });
}
