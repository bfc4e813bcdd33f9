import type { Attributes, Table } from '../../record/attribute.ts';
import { cypher, type Fragment, join } from '../../cypher/cypher.ts';

/** The fields that an operation selects; absent if all may be needed. */
export type Selected = readonly string[] | undefined;

export function selects(selected: Selected, field: string): boolean {
  return selected?.includes(field) ?? true;
}

export function selectsAny(selected: Selected, fields: readonly string[]): boolean {
  return fields.some((field) => selects(selected, field));
}

/**
 * The columns as a list, in the places of the table, with null for those that are not selected: the database does not read
 * them. The list ends with the last column.
 */
export function listOf<A extends Attributes>(
  of: Table<A>,
  columns: { readonly [Name in keyof A]?: Fragment | undefined },
  always: readonly (keyof A & string)[] = [],
  selected?: Selected,
): Fragment {
  const names = Object.keys(of.place);
  const cells = names.slice(0, names.findLastIndex((name) => columns[name] !== undefined) + 1).map((name) => {
    const column = always.includes(name) || selects(selected, name) ? columns[name] : undefined;
    return column ?? cypher`null`;
  });
  return cypher`[${join(cells, ', ')}]`;
}
