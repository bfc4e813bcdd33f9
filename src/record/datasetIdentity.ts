import type { Coding } from '../ontology/codings.ts';

/** Whose reports they are. */
export interface DatasetIdentity {
  readonly id: string;
  /** Who read the sources; a person if left out. */
  readonly coding?: Coding;
}
