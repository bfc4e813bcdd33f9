import { badInput } from './errors.ts';

/** Fields of which those left out are absent, and none is null. */
export type Given<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** The fields that are given, as GraphQL lets a client send null for what it leaves out. */
export function given<T extends object>(fields: T | null | undefined): Given<T> {
  const present = Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present) as Given<T>;
}

/** More ids or names than any one question needs; bounds the work of a filter. */
export const MOST_IN_LIST = 100;

/** Checks that a list is neither empty nor longer than allowed. */
export function checkList(argument: string, list: readonly unknown[] | null | undefined, least = 1): void {
  if (list === null || list === undefined) return;
  if (list.length >= least && list.length <= MOST_IN_LIST) return;
  throw badInput(
    argument,
    `must have ${least} to ${MOST_IN_LIST} values, or be left out; it has ${list.length}.`,
  );
}

/** Checks that a number, where it is given, is not too small. */
export function checkLeast(argument: string, value: number | null | undefined, least: number): void {
  if (value === null || value === undefined || value >= least) return;
  throw badInput(argument, `must be at least ${least}, or be left out; it is ${value}.`);
}
