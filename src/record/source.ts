import type { SourceRole } from '../ontology/sourceRoles.ts';

/** A document that says something. Days are UTC. */
export interface SourceRecord {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly role: SourceRole;
  /** When it was published (EDTF); null where nothing is known of it. */
  readonly published: string | null;
  /** How a derived `published` was found. */
  readonly publishedBasis: string | null;
  /** The day it was read (ISO 8601): the latest that it can have been published. */
  readonly read: string;
  /** The day from which it no longer counts (ISO 8601). */
  readonly retracted: string | null;
}
