import type { Graph } from '../graph/graph.ts';
import type { EventCriteria } from '../queries/parts/eventCriteria.ts';
import type { Level } from '../ontology/levels.ts';

/** How what the graph holds is written in one format. */
export interface Exporter {
  /** One sentence for the list of formats. */
  readonly description: string;
  /** The names of its files, where it has several, which go into a folder; `null` where it is one text. */
  readonly files: readonly string[] | null;
  /** Options that it has no use for: why, by their names. To give them is a mistake, which it tells. */
  readonly refuses: (input: Omit<ExportInput, 'graph'>) => string | null;
  /** What is written, in order, piece by piece. */
  readonly pieces: (input: ExportInput) => AsyncIterable<Piece>;
}

export interface ExportInput {
  readonly graph: Graph;
  /** The events asked for; `null` for everything that the graph holds. */
  readonly filter: EventCriteria | null;
  /** Of relationships, only those of these levels; all where it is absent. */
  readonly levels?: readonly Level[];
}

export interface Piece {
  /** Which of the files it belongs to; of a format of one text, any. */
  readonly file: string;
  readonly text: string;
  /** How many events are written with it. */
  readonly events: number;
}

/** How many events are read at a time; memory holds no more, and the ids of the entities and sources that they name. */
export const PAGE_EVENTS = 500;
/** Longer than for a service: nobody waits for a page of an export. */
export const PATIENCE = { timeoutMs: 600_000 };
