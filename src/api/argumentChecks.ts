import { badInput } from './errors.ts';

/** The fields that are neither null nor left out. */
export type NonNullish<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** Removes null fields: GraphQL lets a client send null for a field that it leaves out. */
export function omitNullish<T extends object>(fields: T | null | undefined): NonNullish<T> {
  const present = Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present) as NonNullish<T>;
}

/** More ids or names than a question needs. Bounds the work of a filter. */
export const MAX_LIST_LENGTH = 100;

/** Checks that a list is neither empty nor longer than allowed. */
export function checkList(argument: string, list: readonly unknown[] | null | undefined, least = 1): void {
  if (list === null || list === undefined) return;
  if (list.length >= least && list.length <= MAX_LIST_LENGTH) return;
  throw badInput(
    argument,
    `must have ${least} to ${MAX_LIST_LENGTH} values, or be left out; it has ${list.length}.`,
  );
}

/** Checks that a number, if given, is not too small. */
export function checkLeast(argument: string, value: number | null | undefined, least: number): void {
  if (value === null || value === undefined || value >= least) return;
  throw badInput(argument, `must be at least ${least}, or be left out; it is ${value}.`);
}
