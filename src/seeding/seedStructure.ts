import { type Fault, faultAt, type Path } from '../record/fault.ts';
import { structureCheck } from '../record/structure/checkStructure.ts';
import { isExactNumber } from '../record/structure/keptValues.ts';
import type { SeedFault } from './seedFault.ts';
import type { SeedFile } from './seedFile.ts';
import { seedSchemas } from './seedSchemas.ts';

/** What a file holds once numbers and booleans are read as such, and where it is not in the expected form. */
export interface SeedStructure {
  readonly value: unknown;
  readonly faults: readonly SeedFault[];
  /** The paths of values that are missing or wrong. */
  readonly faultyPaths: readonly Path[];
}

/** Checks a file against the JSON Schema of its section. */
export function checkStructure(file: SeedFile): SeedStructure {
  const value = structuredClone(file.value);
  const { faults, faultyPaths } = check(SCHEMAS[file.section], value);
  const inexact = inexactNumbers(value, file.value);
  return {
    value,
    faults: [...faults, ...inexact].map((fault) => file.placed(fault)),
    faultyPaths: [...faultyPaths, ...inexact.map(({ path }) => path)],
  };
}

/** The numbers that are not what was written. Of zeros, -0 is a fault already. */
function inexactNumbers(read: unknown, written: unknown, path: Path = []): Fault[] {
  if (typeof read === 'number' && read !== 0 && typeof written === 'string' && !isExactNumber(written)) {
    const message = `\`${String(path.at(-1))}\` is ${written}, which would come back as ${read}`;
    return [faultAt(path, message, 'Write a number such as 145, with at most 15 digits.')];
  }
  if (typeof read !== 'object' || read === null) return [];
  return Object.entries(read).flatMap(([step, each]) =>
    inexactNumbers(each, (written as Readonly<Record<string, unknown>>)[step], [...path, step]),
  );
}

const SCHEMAS = seedSchemas();

// Seed files come with every scalar as a text, so numbers and booleans have to be read from it.
const check = structureCheck(
  {
    string: 'Write one text; in quotes if it starts with a bracket or a brace.',
    integer: 'Write a whole number, such as 4.',
    number: 'Write a number, such as 145.',
    boolean: 'Write `true` or `false`.',
    array: 'Write a list: `[one, another]`, or one item to a line, each after a hyphen.',
    object: 'Write `field: value`, one to a line.',
  },
  { coerceTypes: true },
);
