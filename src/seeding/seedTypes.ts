import type { EventType } from '../ontology/lookups.ts';
import type { Kind } from '../ontology/kinds.ts';
import type { Figure } from '../record/event.ts';
import type { Stance } from '../ontology/stances.ts';
import type { Role } from '../ontology/roles.ts';

/** The items of seed files as they are written; `seedSchemas.ts` says the same to editors. */

export interface EntitySeed {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly group?: boolean;
  readonly partOf?: string;
  readonly identifiers?: Readonly<Record<string, string>>;
}

export interface SourceSeed {
  readonly id: string;
  readonly role: 'TEXT' | 'CONTEXT';
  readonly title: string;
  readonly publisher: string;
  readonly author?: string;
  readonly url?: string;
  readonly published?: string;
  readonly basis?: string;
  readonly read: string;
  readonly retracted?: string;
}

export interface EventSeed {
  readonly id: string;
  readonly type: EventType;
  readonly summary: string;
  readonly participants: ParticipantsSeed;
  readonly post?: string;
  readonly intends?: EventType;
  readonly topics?: readonly string[];
  readonly places?: readonly string[];
  readonly figures?: readonly Figure[];
  readonly partOf?: readonly string[];
  readonly follows?: readonly string[];
  readonly reports: readonly ReportSeed[];
}

export type ParticipantsSeed = Readonly<Partial<Record<Role, readonly ParticipantSeed[]>>>;

/** An entity's id, alone or with that of the entity it acts for. */
export type ParticipantSeed = string | { readonly entity: string; readonly onBehalfOf?: string };

/** Has either a paragraph or a locator. */
export interface ReportSeed {
  readonly source: string;
  readonly paragraph?: number;
  readonly locator?: string;
  readonly stance?: Stance;
  readonly date: string;
  readonly wording?: string;
  readonly attributedTo?: string;
  readonly participants?: ParticipantsSeed;
}

/** One text's entry in the ledger. */
export interface LedgerSeed {
  readonly source: string;
  readonly text: string;
  readonly paragraphs: number;
  /** By the paragraph's number. */
  readonly lines: Readonly<Record<string, LedgerLineSeed>>;
}

/** The events that reports cite from the paragraph, or why there is nothing to cite. */
export type LedgerLineSeed = readonly string[] | { readonly nothing: string };
