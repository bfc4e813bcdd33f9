import type { Kind } from '../ontology/kinds.ts';

/** A country, an organization or an actor, as one dataset declares it. */
export interface EntityRecord {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  /** A collective that a text names without listing it ("the West"); never expanded beyond the text. */
  readonly group: boolean;
  /** The entity that it is an organ of. */
  readonly partOf: string | null;
  readonly identifiers: readonly Identifier[];
}

/** A key that someone else gave the entity, such as `iso3166-1-alpha-2` `RU`. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}
