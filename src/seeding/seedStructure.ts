import type { Path } from '../record/fault.ts';
import { structureCheck } from '../record/structure/checkStructure.ts';
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
  return { value, faults: faults.map((fault) => file.placed(fault)), faultyPaths };
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
