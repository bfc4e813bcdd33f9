import type { Graph } from '../graph/graph.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import type { Level } from '../ontology/levels.ts';

/** Writes the graph in one format. */
export interface Exporter {
  /** One sentence for the list of formats. */
  readonly description: string;
  /** The names of its files, which go into a folder; `null` for a format that is one text. */
  readonly files: readonly string[] | null;
  /** The options that the format has no use for, each with the reason. To give such an option is a mistake. */
  readonly without: Readonly<Partial<Record<keyof ExportOptions, string>>>;
  /** Explains why a filter has no meaning for the format; `null` if it has. */
  readonly refuses?: (filter: EventCriteria) => string | null;
  /** What the reader should know of what is left out by default. */
  readonly notes?: (options: ExportOptions) => readonly string[];
  /** The output in order, piece by piece. */
  readonly pieces: (input: ExportInput) => AsyncIterable<Piece>;
}

/** How to write what is exported. */
export interface ExportOptions {
  /** The levels of the relationships to export. By default each format has its own. */
  readonly levels?: readonly Level[];
  /** One relationship for each pair of entities instead of one for each event. */
  readonly pairs?: true;
  /** Leave texts as they are that a spreadsheet would take for a formula. */
  readonly rawCells?: true;
}

/** The options of the command by their names. */
export const FLAGS: Readonly<Record<keyof ExportOptions, string>> = {
  levels: '--levels',
  pairs: '--pairs',
  rawCells: '--raw-cells',
};

export interface ExportInput extends ExportOptions {
  readonly graph: Graph;
  /** The events to export; `null` for the whole graph. */
  readonly filter: EventCriteria | null;
}

export interface Piece {
  /** The name of its file; any name for a format that is one text. */
  readonly file: string;
  /** Bytes if the format is no text. */
  readonly text: string | Uint8Array;
  /** The number of events in the piece. */
  readonly events: number;
}

/**
 * The number of events that are read at a time. Memory holds no more than these and the ids of the entities and sources
 * that they name.
 */
export const PAGE_EVENTS = 500;
/** Longer than in the service, because nobody waits for a page of an export. */
export const PATIENCE = { timeoutMs: 600_000 };
