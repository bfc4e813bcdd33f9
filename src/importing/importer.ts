import type { Coding } from '../ontology/codings.ts';
import type { DatasetIdentity, DatasetTerms } from '../record/datasetIdentity.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { SourceRecord } from '../record/source.ts';
import type { JoiningReport } from '../loading/joinReports.ts';
import type { Replaced } from '../loading/planLoad.ts';
import type { Absence } from '../reasoning/absences.ts';
import type { DatedDecision } from '../reasoning/decisions.ts';
import type { Day } from '../time/day.ts';
import type { RowFault, RowPlace } from './rows/fault.ts';
import type { FileHead } from './rows/fileHead.ts';
import type { InputFile } from './rows/inputFile.ts';

/** How files of one format become records. An importer only reads, and does not know the graph. */
export interface Importer {
  /** What such files are: `GDELT 1.0 events`. */
  readonly title: string;
  /** The format and the origin of such files, in one sentence for the list of formats. */
  readonly description: string;
  /** Who read the sources, unless the files or the command say otherwise. */
  readonly coding: Coding;
  /** The terms of the publisher, unless the files, the command or the graph say otherwise. */
  readonly terms?: DatasetTerms;
  /** The expected files, as the help of the command shows them: `facts.tsv entities.tsv relations.tsv`. */
  readonly files: string;
  /** Why a file cannot be of the format, by its first lines; null if it can. Its first line may be a bad row. */
  readonly refuses: (head: FileHead) => string | null;
  /** How often the files are read; once by default. */
  readonly passes?: number;
  /** The records of the files, part by part, in their order. @throws ImportError if a file is not of the format */
  readonly parts: (input: ImportInput) => AsyncIterable<ImportPart>;
  /** The name of the file, in small letters and unpacked, that must be read before the one of that name; null if none. */
  readonly awaits?: (name: string) => string | null;
  /** If the files are issues of a register: the event that says that someone is missing from a whole issue. */
  readonly absence?: (absence: Absence, dataset: string) => EventRecord;
}

export interface ImportInput extends KnowsGraph {
  readonly files: readonly InputFile[];
  /** The dataset that the records belong to; its name is in their ids. */
  readonly dataset: string;
  /** Who read the sources, if the command says so. A file that says otherwise is refused. */
  readonly coding?: Coding;
  /** Keep every row as one directed event of type CODED; map and merge nothing. */
  readonly asIs: boolean;
  /** The files are not whole issues of a register: nothing is concluded from who is missing. */
  readonly isPartial?: boolean;
  /** Go on after this row; `null` to start from the beginning. */
  readonly after: RowPlace | null;
  /** The approximate number of rows in a part; 2,000 by default. The records do not depend on it. */
  readonly partRows?: number;
}

/** What an importer can ask of the graph that it imports into. */
export interface KnowsGraph {
  /**
   * The entities that the graph already has under such keys (`un-sc:TAi.026`): the key, and the id of the entity. An
   * importer then uses that entity instead of a new one. It is called once for a part; without it, no entity is known.
   */
  readonly knownIds?: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The entities and sources of these ids that the graph already has; without it, none is known. */
  readonly knownRecords?: (ids: readonly string[]) => Promise<KnownRecords>;
}

export interface KnownRecords {
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
}

/** The records of some rows: few enough to hold in memory, and complete by themselves. */
export interface ImportPart {
  /** The number of rows read for it. */
  readonly rows: number;
  /** Its last row. An import that goes on after it misses nothing. */
  readonly end: RowPlace;
  /** All that the events refer to, even if an earlier part had it. */
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly events: readonly EventRecord[];
  /** What an earlier import may have of the same rows. Of these, the dataset loses what is not among the records. */
  readonly replaces?: Replaced;
  /**
   * Reports that join those of an event of the dataset, among `events` or in the graph. If the part has such a list, its
   * events keep the reports that the graph has of them.
   */
  readonly joining?: readonly JoiningReport[];
  /** The day of the issue of a register that the rows are from. What a later issue describes is left as it is. */
  readonly issued?: Day;
  /** What the reader of the report should know. */
  readonly notes?: readonly string[];
  /** The dataset of the records, if the file names it. */
  readonly dataset?: DatasetIdentity;
  readonly claims?: readonly RecordClaim[];
  readonly decisions?: readonly PlacedDecision[];
  /** The number of rows that became a further report of another row's event. */
  readonly merged: number;
  /** The numbers of rows left out on purpose, by the reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** How many of the rows that became records have something that these do not carry, by its name. */
  readonly uncarried?: Readonly<Record<string, number>>;
  /** Rows that could not be read. */
  readonly faults: readonly RowFault[];
}

/** A decision of an earlier review, with its place in the file. */
export interface PlacedDecision extends DatedDecision {
  readonly place: RowPlace;
}

/**
 * The claim of a further dataset on a record that another dataset describes. It has only the fingerprint of its
 * declaration.
 */
export interface RecordClaim {
  readonly of: 'entity' | 'source' | 'event';
  readonly id: string;
  readonly fingerprint: string;
}
