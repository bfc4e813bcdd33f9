import * as fc from 'fast-check';
import { type Attributes, type RecordOf, schemaOf, type Table } from '../../src/record/attribute.ts';
import type { JsonSchema } from '../../src/record/structure/schemaParts.ts';
import { anyDay, anyEdtf } from '../time/arbitraries.ts';

/** Any record that the schema of the table allows; some attributes may be given. */
export function anyRecord<A extends Attributes>(
  of: Table<A>,
  given: { readonly [Name in keyof A]?: fc.Arbitrary<unknown> } = {},
): fc.Arbitrary<RecordOf<Table<A>>> {
  return anyObject(schemaOf(of), given as Readonly<Record<string, fc.Arbitrary<unknown>>>) as fc.Arbitrary<
    RecordOf<Table<A>>
  >;
}

/** It has every property but those that may be absent: neither required nor with a default. */
function anyObject(
  { properties = {}, required = [] }: JsonSchema,
  given: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<object> {
  const entries = Object.entries(properties);
  const arbitraries = entries.map(([name, schema]) => [name, given[name] ?? anyValue(schema)] as const);
  const always = entries.filter(([name, schema]) => required.includes(name) || 'default' in schema);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: always.map(([name]) => name) });
}

function anyValue(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { type, enum: names, pattern, format, items = {}, minItems = 0, minLength = 0 } = schema;
  if (Array.isArray(type)) {
    const [first] = type as readonly string[];
    return fc.option(anyValue({ ...schema, type: first!, ...(names && { enum: names.filter(Boolean) }) }));
  }
  if (names !== undefined) return fc.constantFrom(...names);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer();
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true }).map((some) => some + 0);
  if (type === 'array') return fc.array(anyValue(items), { minLength: minItems, maxLength: 3 });
  if (type === 'object') return anyObject(schema);
  if (format === 'date') return anyDay;
  if (schema.title === 'EDTF date') return anyEdtf;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: 20 });
}
