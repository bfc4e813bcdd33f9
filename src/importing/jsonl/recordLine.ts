import type { RecordOf } from '../../record/attribute.ts';
import type { DATASET } from '../../record/datasetIdentity.ts';
import { type Drafts, soundRecord } from '../../record/draft.ts';
import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Fault, Path } from '../../record/fault.ts';
import { suggest } from '../../record/nearest.ts';
import type { SourceRecord } from '../../record/source.ts';
import { structureCheck } from '../../record/structure/checkStructure.ts';
import type { DatedDecision } from '../../reasoning/decisions.ts';
import type { RecordClaim } from '../importer.ts';
import { objectIn, RowError } from '../rows/rowResult.ts';
import type { TextLine } from '../rows/textLines.ts';
import { changedByParsing } from './changedByParsing.ts';
import { recordSchemas } from './recordSchemas.ts';

/** What a line holds: one record, under the name of what it is. */
type RecordLine =
  | { readonly entity: EntityRecord }
  | { readonly source: SourceRecord }
  | { readonly event: EventRecord }
  /** What follows belongs to this dataset. */
  | ({ readonly dataset: string } & Omit<RecordOf<typeof DATASET>, 'id'>)
  | { readonly claim: RecordClaim }
  | { readonly decision: DatedDecision };

/** A line after the check of its form. Paths begin with its file, its number and the name of its record. */
export interface CheckedLine {
  /** With the usual value in each field that it leaves out. Its type holds only if there are no faults. */
  readonly line: RecordLine;
  readonly path: Path;
  readonly drafts: Drafts;
  readonly faults: readonly Fault[];
}

/** Reads a line. @throws RowError if it is not JSON, or not one record */
export function recordLine({ text, file, line: number }: TextLine): CheckedLine {
  const line = objectIn(text);
  const changed = changedByParsing(text);
  if (changed !== null) throw new RowError(changed.column, changed.message);
  const names = Object.keys(line);
  const [name = ''] = names;
  const schema = SCHEMAS.get(name);
  // What is said of a dataset stands beside its name.
  const isDataset = name === 'dataset';
  if (schema === undefined || (names.length > 1 && !isDataset)) throw new RowError(null, notOneRecord(names));
  const record = isDataset ? line : line[name];
  const { faults, faultyPaths } = check(schema, record);
  const path = [file, number, ...(isDataset ? [] : [name])];
  const draft = { path, record: soundRecord(record, faultyPaths) };
  return {
    line: line as unknown as RecordLine,
    path,
    drafts: {
      entities: name === 'entity' ? [draft] : [],
      sources: name === 'source' ? [draft] : [],
      events: name === 'event' ? [draft] : [],
    },
    faults: faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
  };
}

function notOneRecord(names: readonly string[]): string {
  const known = [...SCHEMAS.keys()];
  const fix = `Write one of ${known.join(', ')} on each line.`;
  const [name = ''] = names;
  return `has ${names.join(', ') || 'nothing'} — ${names.length === 1 ? suggest(name, known, fix) : fix}`;
}

const SCHEMAS = new Map(Object.entries(recordSchemas()));

/** The names of what a line can hold. */
export const RECORD_NAMES: readonly string[] = [...SCHEMAS.keys()];

const check = structureCheck(
  {
    string: 'Write a text in quotes.',
    integer: 'Write a whole number, such as 4.',
    number: 'Write a number, such as 145.',
    boolean: 'Write `true` or `false`.',
    array: 'Write a list: `["one", "another"]`.',
    object: 'Write an object: `{"field": "value"}`.',
  },
  { useDefaults: true },
);
