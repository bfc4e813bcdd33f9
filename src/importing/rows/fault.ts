/** A place in the files of an import. */
export interface RowPlace {
  /** The name of the file. */
  readonly file: string;
  /** Counted from 1, as in editors; the header is a line. */
  readonly line: number;
}

/** A row that does not follow the format. It is left out. */
export interface RowFault extends RowPlace, FieldFault {
  /** Its further faults. */
  readonly others?: readonly FieldFault[];
}

export interface FieldFault {
  /** The name of the faulty column; `null` if the fault is not in one. */
  readonly column: string | null;
  readonly message: string;
}

/** A file that is not of the format, or cannot be read. */
export class ImportError extends Error {}
