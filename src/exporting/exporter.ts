import type { Graph } from '../graph/graph.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import type { Level } from '../ontology/levels.ts';

/** Writes the graph in one format. */
export interface Exporter {
  /** One sentence for the list of formats. */
  readonly description: string;
  /** The names of its files, which go into a folder; `null` for a format that is one text. */
  readonly files: readonly string[] | null;
  /** Explains options that the format has no use for, by their names. To give such an option is a mistake. */
  readonly refuses: (input: Omit<ExportInput, 'graph'>) => string | null;
  /** The output in order, piece by piece. */
  readonly pieces: (input: ExportInput) => AsyncIterable<Piece>;
}

export interface ExportInput {
  readonly graph: Graph;
  /** The events to export; `null` for the whole graph. */
  readonly filter: EventCriteria | null;
  /** The levels of the relationships to export. By default each format has its own. */
  readonly levels?: readonly Level[];
}

export interface Piece {
  /** The name of its file; any name for a format that is one text. */
  readonly file: string;
  readonly text: string;
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
