import type { Fragment } from './cypher.ts';

export type Parameter =
  string | number | boolean | null | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/** Cypher with its parameters, and the type of the rows it returns: flat columns under their names. */
export interface Statement<Row> {
  readonly text: string;
  readonly parameters: Parameters;
  /** Carries the row type only; never present. */
  readonly row?: Row;
}

export function statement<Row>(fragment: Fragment, parameters: Parameters = {}): Statement<Row> {
  return { text: fragment.text, parameters };
}
