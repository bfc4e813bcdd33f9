import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isDay } from '../time/day.ts';
import { explainStructure } from './explainStructure.ts';
import type { Fault } from './fault.ts';
import type { Path, Section, SeedFile } from './seedFile.ts';
import { seedSchemas } from './seedSchemas.ts';
import { intendedProperty, type StructureError } from './structureError.ts';

/** What a file holds once numbers and booleans are read as such, and where it has not the form it should. */
export interface Structure {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Of values that are missing or not as they should be. */
  readonly faultyPaths: readonly Path[];
}

/** Checks a file against the JSON Schema of its section. */
export function checkStructure(file: SeedFile): Structure {
  const validate = validators()[file.section];
  const value = structuredClone(file.value);
  if (validate(value)) return { value, faults: [], faultyPaths: [] };
  const errors = withoutEchoes((validate.errors ?? []).map(locate));
  return {
    value,
    faults: errors.map((error) => explainStructure(error, file)),
    faultyPaths: errors.flatMap(pathsOf),
  };
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

/** The properties of which one is missing. */
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

let compiled: Readonly<Record<Section, ValidateFunction>> | undefined;

/** Compiled when first needed, which takes longer than the checking. */
function validators(): Readonly<Record<Section, ValidateFunction>> {
  if (compiled !== undefined) return compiled;
  // Seed files come with every scalar as a text, so numbers and booleans have to be read from it.
  const ajv = new Ajv({ allErrors: true, verbose: true, coerceTypes: true, allowUnionTypes: true });
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
  ajv.addFormat('date', isDay);
  const schemas = seedSchemas();
  compiled = {
    entities: ajv.compile(schemas.entities),
    sources: ajv.compile(schemas.sources),
    events: ajv.compile(schemas.events),
    ledger: ajv.compile(schemas.ledger),
  };
  return compiled;
}
