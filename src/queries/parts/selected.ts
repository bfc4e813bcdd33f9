import { cypher, type Fragment, join } from '../../cypher/cypher.ts';

/** The fields that an operation selects; absent if all may be needed. */
export type Selected = readonly string[] | undefined;

export function selects(selected: Selected, field: string): boolean {
  return selected?.includes(field) ?? true;
}

export function selectsAny(selected: Selected, fields: readonly string[]): boolean {
  return fields.some((field) => selects(selected, field));
}

/** The columns in their order, with null for those that are not selected: the database does not read them. */
export function listOf(columns: Readonly<Record<string, Fragment>>, selected: Selected): Fragment {
  return join(
    Object.entries(columns).map(([field, column]) => (selects(selected, field) ? column : cypher`null`)),
    ', ',
  );
}
