import { CODINGS, type Coding } from '../ontology/codings.ts';
import { oneOf, optional, table, text, usually } from './attribute.ts';

/** What is said of a dataset as a whole. Licence and origin are called as in DCAT and schema.org. */
export const DATASET = table('dataset', {
  id: text('The name of the dataset, such as `corpus`.', {
    pattern: '^[a-z0-9][a-z0-9-]*$',
    patternErrorMessage: 'A name has small letters, digits and hyphens.',
  }),
  coding: usually('HUMAN', oneOf('Who read its sources: a person, a register or a program.', CODINGS)),
  license: optional(
    text('The licence of its records: an SPDX identifier such as `CC-BY-4.0`, or the terms in words.'),
    'if nobody stated it',
  ),
  origin: optional(text('The place that its records are from: an address, or words.'), 'if nobody stated it'),
});

/** The terms of whoever published the records. */
export interface DatasetTerms {
  readonly license?: string;
  readonly origin?: string;
}

/** Whose reports they are. What it does not state of the terms stays as the graph has it. */
export interface DatasetIdentity extends DatasetTerms {
  readonly id: string;
  /** Who read the sources; a person if left out. */
  readonly coding?: Coding;
}
