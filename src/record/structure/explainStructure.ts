import type { ErrorObject } from 'ajv';
import type { Fault, Path } from '../fault.ts';
import { nearest } from '../nearest.ts';
import type { JsonSchema } from './schemaParts.ts';

/** An error of ajv, with the path of the value that it is about. */
export interface StructureError extends ErrorObject<string, ErrorParams> {
  readonly path: Path;
  readonly parentSchema?: JsonSchema;
}

/** What ajv says of an error, depending on its keyword. */
interface ErrorParams {
  readonly additionalProperty?: string;
  readonly missingProperty?: string;
  readonly allowedValues?: readonly (string | null)[];
  /** Of `oneOf`: which alternatives the value fulfils at once; null for none. */
  readonly passingSchemas?: readonly number[] | null;
  /** Of `uniqueItems`: the two equal items. */
  readonly i?: number;
  readonly j?: number;
  /** Of `minimum`, `maximum` and `maxLength`. */
  readonly limit?: number;
}

/** What to write for a value of each type, in the language of a reader's files. */
export type HowToWrite = Readonly<
  Record<'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object', string>
>;

/** Says in words what is wrong with the form of a value, and what to do. */
export function explainStructure(error: StructureError, howToWrite: HowToWrite): Fault {
  const explain = EXPLANATIONS[error.keyword] ?? explainOther;
  const { message, fix, at: path = error.path } = explain(error, howToWrite);
  return { path, at: error.keyword === 'additionalProperties' ? 'key' : 'value', message, fix };
}

interface Explanation {
  readonly message: string;
  readonly fix: string;
  /** Where, if not at the value itself. */
  readonly at?: Path;
}

type Explain = (error: StructureError, howToWrite: HowToWrite) => Explanation;

/** By ajv's keyword. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  additionalProperties: explainUnknown,
  required: explainMissing,
  type: explainType,
  enum: explainEnum,
  pattern: (error) => ({
    message: `${nameOf(error)} ${is(error.data)}${error.data === '' ? '' : ', which is not in the expected form'}`,
    fix: error.data === '' ? GIVE_OR_LEAVE : (error.parentSchema?.patternErrorMessage ?? describe(error)),
  }),
  format: (error) => ({
    message: `${nameOf(error)} ${is(error.data)}${error.data === '' ? '' : ', which is no day of the calendar'}`,
    fix: 'Write a day as 2025-07-03.',
  }),
  minLength: (error) => ({ message: `${nameOf(error)} is empty`, fix: GIVE_OR_LEAVE }),
  minProperties: (error) => ({ message: `${nameOf(error)} is empty`, fix: describe(error) }),
  minItems: explainTooFew,
  maxLength: (error) => ({
    message: `${nameOf(error)} has more than ${error.params.limit} characters`,
    fix: 'Shorten it: an index has to hold it.',
  }),
  minimum: (error) => ({
    message: `${nameOf(error)} ${is(error.data)}`,
    fix: error.params.limit === 1 ? 'Count from 1.' : `Write ${error.params.limit} or more.`,
  }),
  maximum: (error) => ({
    message: `${nameOf(error)} ${is(error.data)}`,
    fix: `Write ${error.params.limit} or less.`,
  }),
  uniqueItems: explainRepeated,
  oneOf: explainOneOf,
};

const GIVE_OR_LEAVE = 'Give it a value, or leave it out where it is optional.';
const NO_REPORT = {
  message: 'the event has no report',
  fix: 'Add under `reports` which source says it, where, and with which date.',
};

function explainUnknown(error: StructureError): Explanation {
  const name = error.params.additionalProperty ?? '';
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const intended = intendedProperty(error) ?? nearest(name, known);
  const ofWhat =
    UNKNOWN[error.parentSchema?.title ?? ''] ?? `no field of ${article(error.parentSchema?.title)}`;
  const all =
    known.length === 0 ? (NAMES[error.parentSchema?.title ?? ''] ?? '') : `Known are ${known.join(', ')}.`;
  return {
    message: `\`${name}\` is ${ofWhat}`,
    fix: intended === undefined ? all : `Did you mean \`${intended}\`?`,
    at: [...error.path, name],
  };
}

/** What a key is not, by the title of the schema; else it is no field. */
const UNKNOWN: Readonly<Record<string, string>> = {
  participants: 'no role',
  lines: 'no number of a paragraph',
  identifiers: 'no scheme of a key',
};

/** What to call the keys of a mapping whose keys are not known beforehand. */
const NAMES: Readonly<Record<string, string>> = {
  lines: 'Number the lines as the paragraphs, from 1.',
  identifiers: 'Name the scheme without a colon, as in `wikidata: Q159`.',
};

function explainMissing(error: StructureError): Explanation {
  const missing = error.params.missingProperty ?? '';
  const at = [...error.path, missing];
  if (missing === 'reports') return { ...NO_REPORT, at };
  const description = error.parentSchema?.properties?.[missing]?.description;
  return {
    message: `${theItem(error)} has no \`${missing}\``,
    fix: `Add \`${missing}\`${description === undefined ? '.' : `: ${lowerFirst(description)}`}`,
    at,
  };
}

const TYPES: Readonly<Record<keyof HowToWrite, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function explainType(error: StructureError, howToWrite: HowToWrite): Explanation {
  const [type = 'string'] = [error.parentSchema?.type ?? []].flat() as (keyof HowToWrite)[];
  const isDate = error.parentSchema?.title === 'EDTF date';
  return {
    message: `${nameOf(error)} must be ${isDate ? 'a date' : TYPES[type]}, but ${is(error.data)}`,
    fix: isDate && Array.isArray(error.data) ? "Put it in quotes: '[2023-10..2023-12]'." : howToWrite[type],
  };
}

function explainEnum(error: StructureError): Explanation {
  const allowed = (error.params.allowedValues ?? []).filter((value) => value !== null);
  const near = nearest(String(error.data), allowed);
  const all = near === undefined || allowed.length < 10 ? [`Write one of ${allowed.join(', ')}.`] : [];
  return {
    message: `${nameOf(error)} ${is(error.data)}, which is not an allowed value`,
    fix: [...(near === undefined ? [] : [`Did you mean \`${near}\`?`]), ...all].join(' '),
  };
}

function explainTooFew(error: StructureError): Explanation {
  if (error.path.at(-1) === 'reports') return NO_REPORT;
  return {
    message: `${nameOf(error)} is empty`,
    fix: 'Name one or more, or leave it out where it is optional.',
  };
}

function explainRepeated(error: StructureError): Explanation {
  const { i = 0, j = 0 } = error.params;
  const later = Math.max(i, j);
  const repeated = (error.data as readonly unknown[])[later];
  return {
    message: `${nameOf(error)} names \`${typeof repeated === 'string' ? repeated : JSON.stringify(repeated)}\` twice`,
    fix: 'Keep one of the two.',
    at: [...error.path, later],
  };
}

/** The schemas have one alternative only: one of the named fields must be there. */
function explainOneOf(error: StructureError): Explanation {
  const names = (error.schema as readonly { required: readonly string[] }[])
    .flatMap(({ required }) => required)
    .map((name) => `\`${name}\``);
  const what = theItem(error);
  return error.params.passingSchemas === null
    ? { message: `${what} has neither ${names.join(' nor ')}`, fix: `Add one of them.` }
    : { message: `${what} has both ${names.join(' and ')}`, fix: 'Keep one of them.' };
}

function explainOther(error: StructureError): Explanation {
  return { message: `${nameOf(error)} ${error.message ?? 'is not as it should be'}`, fix: describe(error) };
}

/** What the value is called: by its field, by its number in a list, or as the whole item. */
function nameOf(error: StructureError): string {
  const { path, parentSchema } = error;
  const [parent, last] = [path.at(-2), path.at(-1)];
  if (last === undefined) return parentSchema?.type === 'array' ? 'the file' : theItem(error);
  if (!/^\d+$/.test(String(last))) return `\`${last}\``;
  if (parent === 'lines') return `paragraph ${last}`;
  const position = Number(last) + 1;
  return parent === undefined ? theItem(error) : `item ${position} of \`${parent}\``;
}

function theItem({ parentSchema }: StructureError): string {
  return `the ${parentSchema?.title ?? 'item'}`;
}

function is(data: unknown): string {
  if (data === '') return 'is empty';
  if (Array.isArray(data)) return 'is a list';
  return typeof data === 'object' && data !== null ? 'is a mapping' : `is ${JSON.stringify(data)}`;
}

function describe({ parentSchema }: StructureError): string {
  return parentSchema?.description ?? 'Correct it.';
}

function article(title = 'item'): string {
  return /^[aeiou]/.test(title) ? `an ${title}` : `a ${title}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The property that an unknown one misspells: a known one that the object lacks. */
export function intendedProperty({ params, parentSchema, data }: StructureError): string | undefined {
  if (params.additionalProperty === undefined) return undefined;
  const present = Object.keys(data as object);
  const lacking = Object.keys(parentSchema?.properties ?? {}).filter((name) => !present.includes(name));
  return nearest(params.additionalProperty, lacking);
}
