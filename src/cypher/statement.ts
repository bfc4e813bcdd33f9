import type { Fragment } from './cypher.ts';

export type Parameter =
  string | number | boolean | null | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/** Cypher with its parameters, and the type of its rows: flat columns under their names. */
export class Statement<Row> {
  /** The row type. The property does not exist at run time. */
  declare readonly row?: Row;
  readonly parameters: Parameters;
  readonly #fragment: Fragment;

  constructor(fragment: Fragment, parameters: Parameters) {
    this.#fragment = fragment;
    this.parameters = parameters;
  }

  get text(): string {
    return this.#fragment.text;
  }
}

export function statement<Row>(fragment: Fragment, parameters: Parameters = {}): Statement<Row> {
  return new Statement(fragment, parameters);
}
