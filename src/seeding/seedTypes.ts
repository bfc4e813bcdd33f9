import type { Role } from '../ontology/roles.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { ReportRecord } from '../record/report.ts';
import type { SourceRecord } from '../record/source.ts';

// The items of seed files as they are written: `seedSchemas.ts` says the same to editors, and which fields are required.

/** The fields of a record, except its own: any can be left out, and ids have no prefix. */
type Written<R, Own extends keyof R> = { readonly [Field in Exclude<keyof R, Own>]?: NonNullable<R[Field]> };

export interface EntitySeed extends Written<EntityRecord, 'identifiers'> {
  readonly identifiers?: Readonly<Record<string, string>>;
}

export interface SourceSeed extends Written<SourceRecord, 'publishedBasis'> {
  readonly basis?: string;
}

export interface EventSeed extends Written<EventRecord, 'participants' | 'reports'> {
  readonly participants?: ParticipantsSeed;
  readonly reports?: readonly ReportSeed[];
}

/** Has either a paragraph or a locator. */
export interface ReportSeed extends Written<ReportRecord, 'participants'> {
  readonly paragraph?: number;
  readonly participants?: ParticipantsSeed;
}

export type ParticipantsSeed = Readonly<Partial<Record<Role, readonly ParticipantSeed[]>>>;

/** An entity's id, alone or with the id of the entity for which it acts. */
export type ParticipantSeed = string | { readonly entity: string; readonly onBehalfOf?: string };

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
