import { Ajv, type ErrorObject, type Options } from 'ajv';
import { isDay } from '../../time/day.ts';
import type { Fault, Path } from '../fault.ts';
import {
  explainStructure,
  type HowToWrite,
  intendedProperty,
  type StructureError,
} from './explainStructure.ts';
import { faultsOfUnkept } from './keptValues.ts';
import type { JsonSchema } from './schemaParts.ts';

/** Where a value is not in the form of its schema, or could not be kept. */
interface Structure {
  readonly faults: readonly Fault[];
  /** The paths of values that are missing or wrong. */
  readonly faultyPaths: readonly Path[];
}

/** Checks a value against a schema, and writes into it the defaults and the types that the options ask for. */
export type CheckStructure = (schema: JsonSchema, value: unknown) => Structure;

/** The check for one reader. A schema is compiled at its first use, which takes longer than the check. */
export function structureCheck(
  howToWrite: HowToWrite,
  options: Pick<Options, 'coerceTypes' | 'useDefaults'>,
): CheckStructure {
  let ajv: Ajv | undefined;
  return (schema, value) => {
    ajv ??= ajvWith(options);
    const validate = ajv.compile(schema);
    const isOfForm = validate(value);
    const unkept = faultsOfUnkept(value);
    if (isOfForm && unkept.length === 0) return SOUND;
    const errors = withoutEchoes((validate.errors ?? []).map(locate));
    return {
      faults: [...errors.map((error) => explainStructure(error, howToWrite)), ...unkept],
      faultyPaths: [...errors.flatMap(pathsOf), ...unkept.map(({ path }) => path)],
    };
  };
}

const SOUND: Structure = { faults: [], faultyPaths: [] };

function ajvWith(options: Options): Ajv {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, ...options });
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
  ajv.addFormat('date', isDay);
  return ajv;
}

function locate(error: ErrorObject): StructureError {
  // A JSON Pointer; of its two escapes, the one for the tilde comes last.
  const steps = error.instancePath.split('/').slice(1);
  return Object.assign(error, {
    path: steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  }) as StructureError;
}

/** Leaves out the errors that follow from another one: of the same object, or of a schema around it. */
function withoutEchoes(errors: readonly StructureError[]): StructureError[] {
  return errors.filter((error) => {
    if (error.keyword === 'if') return false;
    const siblings = errors.filter(({ instancePath }) => instancePath === error.instancePath);
    const misspelled = siblings.map(intendedProperty).filter((name) => name !== undefined);
    return (
      !siblings.some(isOneOfAround(error)) && !missingFrom(error).some((name) => misspelled.includes(name))
    );
  });
}

function isOneOfAround(error: StructureError): (other: StructureError) => boolean {
  return ({ keyword, schemaPath }) => keyword === 'oneOf' && error.schemaPath.startsWith(`${schemaPath}/`);
}

/** The missing property; for an alternative, all that would do. */
function missingFrom({ keyword, params, schema }: StructureError): readonly string[] {
  if (keyword === 'required') return [params.missingProperty ?? ''];
  if (keyword !== 'oneOf' || params.passingSchemas !== null) return [];
  return (schema as readonly { required: readonly string[] }[]).flatMap(({ required }) => required);
}

function pathsOf(error: StructureError): readonly Path[] {
  const { additionalProperty } = error.params;
  if (additionalProperty !== undefined)
    return [[...error.path, intendedProperty(error) ?? additionalProperty]];
  const missing = missingFrom(error);
  return missing.length === 0 ? [error.path] : missing.map((name) => [...error.path, name]);
}
