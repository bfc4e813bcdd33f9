import type { ErrorObject } from 'ajv';
import type { Path } from '../fault.ts';
import { nearest } from '../nearest.ts';
import type { JsonSchema } from './schemaParts.ts';

/** An error of ajv, with the path of the value that it is about. */
export interface StructureError extends ErrorObject<string, ErrorParams> {
  readonly path: Path;
  readonly parentSchema?: JsonSchema;
}

/** What ajv tells of an error, depending on its keyword. */
interface ErrorParams {
  readonly additionalProperty?: string;
  readonly missingProperty?: string;
  readonly allowedValues?: readonly (string | null)[];
  /** Of `oneOf`: which alternatives the value fulfils at once; null for none. */
  readonly passingSchemas?: readonly number[] | null;
  /** Of `uniqueItems`: the two equal items. */
  readonly i?: number;
  readonly j?: number;
}

/** The property of which an unknown one is a misspelling: a known one that the object lacks. */
export function intendedProperty({ params, parentSchema, data }: StructureError): string | undefined {
  if (params.additionalProperty === undefined) return undefined;
  const present = Object.keys(data as object);
  const lacking = Object.keys(parentSchema?.properties ?? {}).filter((name) => !present.includes(name));
  return nearest(params.additionalProperty, lacking);
}
