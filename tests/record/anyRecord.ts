import * as fc from 'fast-check';
import { type Attributes, type RecordOf, schemaOf, type Table } from '../../src/record/attribute.ts';
import { whyTextIsUnkept } from '../../src/record/structure/keptValues.ts';
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
  const { minimum, maximum, uniqueItems = false, maxLength = Infinity } = schema;
  if (Array.isArray(type)) {
    const [first] = type as readonly string[];
    return fc.option(anyValue({ ...schema, type: first!, ...(names && { enum: names.filter(Boolean) }) }));
  }
  if (names !== undefined) return fc.constantFrom(...names);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer')
    return fc.integer({
      ...(minimum === undefined ? {} : { min: minimum }),
      ...(maximum === undefined ? {} : { max: maximum }),
    });
  if (type === 'number')
    return fc
      .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...EDGE_NUMBERS))
      .map((some) => some + 0);
  if (type === 'array') {
    const bounds = { minLength: minItems, maxLength: 3 };
    return uniqueItems
      ? fc.uniqueArray(anyValue(items), { ...bounds, selector: (item) => JSON.stringify(item) })
      : fc.array(anyValue(items), bounds);
  }
  if (type === 'object') return anyObject(schema);
  if (format === 'date') return anyDay;
  if (schema.title === 'EDTF date') return anyEdtf;
  if (pattern !== undefined)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length <= maxLength && whyTextIsUnkept(text) === null);
  return fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength, maxLength: 20 }),
      fc.string({ unit: 'binary', minLength, maxLength: 20 }),
      fc.constantFrom(...EDGE_TEXTS),
    )
    .filter((text) => text.length <= maxLength && whyTextIsUnkept(text) === null);
}

/** Texts that programs like to change: line breaks, formulas, delimiters, marks, words for nothing, numbers. */
export const EDGE_TEXTS: readonly string[] = [
  ...[
    'Line\nfeed',
    'carriage\rreturn',
    'both\r\nof them',
    '\n',
    ' \t ',
    '\ttab',
    '\rreturn first',
    ' around ',
    '\u00A0',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '@a',
    "'=1",
    "''@",
    "'Abd",
    '＝1',
    '"',
    '"quoted"',
    "it's",
    'a, b',
    'c;d',
    '; ',
    'e: f',
    '\\n',
  ],
  ...[
    '<b>&amp;</b> ]]>',
    '&#10;',
    '\u2028',
    '\uFEFFmark',
    '🙂',
    'e\u0301',
    '한',
    '\u202Eright',
    '\u{10FFFF}',
    '\uFFFD',
  ],
  ...['NULL', 'NA', 'nan', 'true', '0', '007', '1e5', '2024-05-01', '#N/A', 'x'.repeat(40_000)],
];

const EDGE_NUMBERS = [
  ...[
    0,
    1e308,
    -1e308,
    5e-324,
    Number.MAX_VALUE,
    2 ** 53,
    -(2 ** 53),
    2 ** 63,
    0.1 + 0.2,
    1e21,
    123456789012345,
  ],
];
