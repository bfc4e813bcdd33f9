import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { SourceRecord } from '../record/source.ts';
import type { DatedDecision } from '../reasoning/decisions.ts';

/** How files of one format become records. Reading is all that it does: nothing here knows the graph. */
export interface Importer {
  /** What the format is, and where such files come from: one sentence for the list of formats. */
  readonly description: string;
  /** The files that it takes, as the help of the command shows them: `facts.tsv entities.tsv relations.tsv`. */
  readonly files: string;
  /** What the files come to, part by part, in their order. @throws ImportError if a file is not of the format */
  readonly parts: (input: ImportInput) => AsyncIterable<ImportPart>;
}

export interface ImportInput {
  readonly files: readonly string[];
  /** The dataset that the records belong to; its name is in their ids. */
  readonly dataset: string;
  /** Every row as one directed event of its own, under its code: nothing is mapped and nothing merged. */
  readonly asIs: boolean;
  /** Go on after this row; from the beginning where it is `null`. */
  readonly after: RowPlace | null;
  /** About how many rows a part takes; 2,000 where it is absent. What the rows come to does not depend on it. */
  readonly partRows?: number;
  /**
   * Which entities the graph has already under such keys (`un-sc:TAi.026`): the key, and the id of the entity. What
   * an importer finds there is that entity and no new one. Asked once a part; where it is absent, none is known.
   */
  readonly knownIds?: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface RowPlace {
  readonly file: string;
  /** Counted from 1, as editors do; the header is a line. */
  readonly line: number;
}

/** What some rows come to: few enough to hold in memory, and whole by themselves. */
export interface ImportPart {
  /** How many rows were read for it. */
  readonly rows: number;
  /** Its last row: whoever goes on after it misses nothing. */
  readonly end: RowPlace;
  /** What the events refer to comes with them, though an earlier part has brought it already. */
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly events: readonly EventRecord[];
  /** The dataset that the records belong to, where the file says so itself. */
  readonly dataset?: string;
  readonly claims?: readonly RecordClaim[];
  readonly decisions?: readonly DatedDecision[];
  /** How many rows became a further report of an event that another row had made. */
  readonly merged: number;
  /** Rows left out on purpose, by the reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Rows that could not be read. */
  readonly faults: readonly RowFault[];
}

/**
 * That a dataset declares, too, what another gave its attributes: its own declaration is not there, only the
 * fingerprint of it.
 */
export interface RecordClaim {
  readonly of: 'entity' | 'source' | 'event';
  readonly id: string;
  readonly fingerprint: string;
}

/** A row that is not as the format has it; it is left out. */
export interface RowFault extends RowPlace, FieldFault {
  /** What else is wrong with the row. */
  readonly others?: readonly FieldFault[];
}

export interface FieldFault {
  /** The name of the column, where the fault is in one. */
  readonly column: string | null;
  readonly message: string;
}

/** A file that is not of the format at all. */
export class ImportError extends Error {}
