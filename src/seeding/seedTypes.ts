import type { Role } from '../ontology/roles.ts';
import type { StatedOf } from '../record/attribute.ts';
import type { ENTITY } from '../record/entity.ts';
import type { EVENT } from '../record/event.ts';
import type { REPORT } from '../record/report.ts';
import type { SOURCE } from '../record/source.ts';

/** The items of seed files: what records state, but for what is written differently. `seedSchemas.ts` says the same. */

export type EntitySeed = Omit<StatedOf<typeof ENTITY>, 'identifiers'> & {
  readonly identifiers?: Readonly<Record<string, string>>;
};

export type SourceSeed = Omit<StatedOf<typeof SOURCE>, 'publishedBasis'> & { readonly basis?: string };

export type EventSeed = Omit<StatedOf<typeof EVENT>, 'participants' | 'reports'> & {
  readonly participants: ParticipantsSeed;
  readonly reports: readonly ReportSeed[];
};

/** Has either a paragraph or a locator. */
export type ReportSeed = Omit<StatedOf<typeof REPORT>, 'participants'> & {
  readonly paragraph?: number;
  readonly participants?: ParticipantsSeed;
};

export type ParticipantsSeed = Readonly<Partial<Record<Role, readonly ParticipantSeed[]>>>;

/** An entity's id, alone or with that of the entity it acts for. */
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
