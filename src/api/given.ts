import { badInput } from './errors.ts';

/** The fields that are given, as GraphQL lets a client send null for what it leaves out. */
export function given<T extends object>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present) as { [Key in keyof T]?: NonNullable<T[Key]> };
}

/** More ids or names than any one question needs; bounds the work of a filter. */
export const MOST_IN_LIST = 100;

/** Checks that a list is neither empty nor longer than allowed. */
export function checkList(argument: string, list: readonly unknown[] | null | undefined, least = 1): void {
  if (list === null || list === undefined) return;
  if (list.length >= least && list.length <= MOST_IN_LIST) return;
  throw badInput(
    argument,
    `takes ${least} to ${MOST_IN_LIST} values, or leave it out; it has ${list.length}.`,
  );
}
