import type { Closeness } from './eventTypeDeclaration.ts';
import type { Kind } from './kinds.ts';
import type { EventType } from './lookups.ts';
import type { Role } from './roles.ts';

/** What a source may say of an event: that it happened, that it did not, or that it is to be expected. */
export const STANCES = {
  AFFIRMS: { description: 'The source says that the event happened or that the state holds.' },
  DENIES: { description: 'The source says that the event did not happen or that the state does not hold.' },
  EXPECTS: { description: 'The source says that the event is likely, planned or expected.' },
} as const satisfies Record<string, { description: string }>;

export type Stance = keyof typeof STANCES;

/** Why a source is there. */
export const SOURCE_ROLES = {
  TEXT: { description: 'A document of the corpus itself.' },
  CONTEXT: { description: 'A public record, consulted to fill what a text leaves open.' },
  DATA: { description: 'An imported dataset, or a document that one names.' },
} as const satisfies Record<string, { description: string }>;

export type SourceRole = keyof typeof SOURCE_ROLES;

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

/** One dated thing between entities, with everything that is said of it. */
export interface EventRecord {
  readonly id: string;
  readonly type: EventType;
  /** In our own words; whom one urged to do what. */
  readonly summary: string;
  /** The post held, taken or left. */
  readonly post: string | null;
  /** The type of the act that an announcement announces. */
  readonly intends: EventType | null;
  /** The CAMEO code of an imported row. */
  readonly cameo: string | null;
  /** How closely that code stands for the event's type; absent where there is no code, or where the type is CODED. */
  readonly closeness?: Closeness;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly figures: readonly Figure[];
  /** Events that this one is a part of. */
  readonly partOf: readonly string[];
  /** Events that this one follows from or answers. */
  readonly follows: readonly string[];
  /** As every report has it that does not give its own. */
  readonly participants: readonly Participation[];
  readonly reports: readonly ReportRecord[];
}

export interface Participation {
  readonly role: Role;
  readonly entity: string;
  readonly onBehalfOf: string | null;
}

export interface Figure {
  readonly what: string;
  readonly value: number;
}

/** What one source says of one event. */
export interface ReportRecord {
  readonly source: string;
  readonly stance: Stance;
  /** The date as this source gives it (EDTF). */
  readonly date: string;
  /** Its wording of the date, in brief. */
  readonly wording: string | null;
  /** The entity to which the source attributes the claim. */
  readonly attributedTo: string | null;
  /** Where in the source: `p5` is its fifth paragraph. One source has one report of an event per locator. */
  readonly locator: string;
  /** The source's own key of the row that says so, as `scheme:value`: `icews14:4711`. Absent where it has none. */
  readonly key?: string;
  /** The participants that it gives, where they differ from the event's. */
  readonly participants: readonly Participation[] | null;
}

/** Everything that one dataset declares. Its loading touches nothing else. */
export interface DatasetRecord {
  readonly id: string;
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly events: readonly EventRecord[];
}
