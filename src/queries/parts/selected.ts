import { cypher, type Fragment, join } from '../../cypher/cypher.ts';

/** The fields of a thing that an operation selects; absent where what is done with it may need all. */
export type Selected = readonly string[] | undefined;

export function selects(selected: Selected, field: string): boolean {
  return selected?.includes(field) ?? true;
}

export function selectsAny(selected: Selected, fields: readonly string[]): boolean {
  return fields.some((field) => selects(selected, field));
}

/** The columns in their order, with null in place of those not selected: what is not read costs the database nothing. */
export function listOf(columns: Readonly<Record<string, Fragment>>, selected: Selected): Fragment {
  return join(
    Object.entries(columns).map(([field, column]) => (selects(selected, field) ? column : cypher`null`)),
    ', ',
  );
}
