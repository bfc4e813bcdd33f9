import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import { isDay } from '../../time/day.ts';
import { EdtfError } from '../../time/edtfError.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import type { DatedDecision } from '../../reasoning/decisions.ts';
import type { RecordClaim } from '../importer.ts';
import { objectIn, RowError } from '../rows/rowResult.ts';
import { recordSchemas } from './recordSchemas.ts';

/** What a line holds: one record, under the name of what it is. */
export type RecordLine =
  | { readonly entity: EntityRecord }
  | { readonly source: SourceRecord }
  | { readonly event: EventRecord }
  /** What follows belongs to this dataset. */
  | { readonly dataset: string }
  | { readonly claim: RecordClaim }
  | { readonly decision: DatedDecision };

/** Reads a line; fields that it leaves out get their empty value. @throws RowError that names the field at fault */
export function recordLine(text: string): RecordLine {
  const line = objectIn(text);
  const [name = '', ...others] = Object.keys(line);
  const validate = validators().get(name);
  if (validate === undefined || others.length > 0)
    throw new RowError(
      null,
      `has ${[name, ...others].join(', ') || 'nothing'}; it is to have one of ${[...validators().keys()].join(', ')}`,
    );
  if (!validate(line[name])) throw faultOf(name, validate.errors?.[0]);
  return line as unknown as RecordLine;
}

/** `event.reports.0.date`: where it is; what is wrong, with the values that would do where they are few. */
function faultOf(name: string, error: ErrorObject | undefined): RowError {
  const { instancePath = '', message = 'is not as it should be', params = {} } = error ?? {};
  const { additionalProperty, missingProperty, allowedValues } = params as Record<string, unknown>;
  const last = additionalProperty ?? missingProperty;
  const column = `${name}${instancePath}${typeof last === 'string' ? `/${last}` : ''}`.replaceAll('/', '.');
  if (missingProperty !== undefined) return new RowError(column, 'is missing');
  if (additionalProperty !== undefined) return new RowError(column, 'is no field of such a record');
  const isFew = Array.isArray(allowedValues) && allowedValues.length < 10;
  return new RowError(column, isFew ? `must be one of ${allowedValues.join(', ')}` : message);
}

let compiled: ReadonlyMap<string, ValidateFunction> | undefined;

/** Compiled when first needed. */
function validators(): ReadonlyMap<string, ValidateFunction> {
  if (compiled !== undefined) return compiled;
  const ajv = new Ajv({ useDefaults: true, allowUnionTypes: true });
  ajv.addFormat('day', isDay);
  ajv.addFormat('edtf', isEdtf);
  compiled = new Map(Object.entries(recordSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]));
  return compiled;
}

function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}
