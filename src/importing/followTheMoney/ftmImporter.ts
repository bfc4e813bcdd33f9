import type { EntityRecord } from '../../record/entity.ts';
import type { Day } from '../../time/day.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { knownEntities } from '../knownEntities.ts';
import { partOf, portions, resultOf, type RowResult } from '../rows/rowResult.ts';
import { filesFrom } from '../rows/textLines.ts';
import { ftmEntityOf } from './ftmEntity.ts';
import { type FtmItem, type FtmObject, refusesFtm } from './ftmObjects.ts';
import { isFtmHolding, readHolding } from './ftmPost.ts';
import { ftmReferences, type FtmReferences, objectsOf } from './ftmReferences.ts';
import { FtmRow } from './ftmRow.ts';
import { readSanction } from './ftmSanction.ts';
import { isRead, kindOfSchema } from './ftmSchemata.ts';

/**
 * FollowTheMoney: entities and statements in any order, in each of the shapes in which collections publish them. A
 * statement may refer to a later line, and an object may be spread over several, so the files are read three times: for
 * the references, for the objects that they refer to, and for the parts.
 */
export const followTheMoney: Importer = {
  title: 'FollowTheMoney objects',
  description:
    'FollowTheMoney objects as published by https://www.opensanctions.org: entities.ftm.json, targets.nested.json, entities.delta.json, statements.csv.',
  coding: 'REGISTER',
  terms: {
    license: 'Terms of the publisher of the file: CC-BY-NC-4.0 for files of OpenSanctions',
    origin: 'FollowTheMoney files, such as those of https://www.opensanctions.org',
  },
  files: 'entities.ftm.json …',
  passes: 3,
  refuses: refusesFtm,
  parts,
};

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  const fileDays = new Map(input.files.map(({ name, written }) => [name, written]));
  const references = await ftmReferences(input);
  for await (const items of portions(itemsOf(input, references.spread), input.partRows)) {
    const results = items.map((item) =>
      resultOf(item, () => resultOfItem(item, references, fileDays.get(item.file) ?? '', input.dataset)),
    );
    yield withKnownEntities(partOf(items, results), input);
  }
}

/** Entities that have rows of their own are not among the references, but the graph may know them too. */
async function withKnownEntities(part: ImportPart, input: ImportInput): Promise<ImportPart> {
  const known = await knownEntities(part.entities, input);
  const entities = new Map(
    part.entities.map((entity) => known.get(entity.id) ?? entity).map((entity) => [entity.id, entity]),
  );
  return { ...part, entities: [...entities.values()] };
}

/** The items after the place to go on from. An object that is spread over several comes whole, in the first of them. */
async function* itemsOf(
  { files, after }: ImportInput,
  spread: ReadonlyMap<string, FtmObject>,
): AsyncGenerator<FtmItem> {
  const left = new Set(filesFrom(files, after).map(({ name }) => name));
  const isDone = ({ file, line }: FtmItem) => !left.has(file) || (file === after?.file && line <= after.line);
  const begun = new Set<string>();
  for await (const item of objectsOf({ files })) {
    const whole = item.object === undefined ? undefined : spread.get(item.object.id);
    const isFirst = whole === undefined || !begun.has(whole.id);
    if (whole !== undefined) begun.add(whole.id);
    if (isDone(item)) continue;
    if (!isFirst) yield { file: item.file, line: item.line, skipped: FURTHER };
    else yield whole === undefined ? item : { ...item, object: whole };
  }
}

const FURTHER = 'more of an object that is imported with its first line';

function resultOfItem(
  { object, fault, skipped }: FtmItem,
  references: FtmReferences,
  fileDay: Day,
  dataset: string,
): RowResult {
  if (fault !== undefined) return { fault };
  if (object === undefined) return { skipped: skipped ?? '' };
  if (!isRead(object.schema)) return { skipped: `${object.schema} is not imported` };
  const row = new FtmRow(object);
  const result = resultOfRow(row, references, fileDay, dataset);
  if (result.skipped !== undefined) return result;
  return { ...result, uncarried: row.unread().map((property) => `${row.schema}.${property}`) };
}

function resultOfRow(row: FtmRow, references: FtmReferences, fileDay: Day, dataset: string): RowResult {
  if (kindOfSchema(row.schema) !== null) return { entities: [entityOf(row, references)] };
  if (row.schema === 'Sanction') return readSanction({ row, fileDay }, references, dataset);
  if (isFtmHolding(row)) return readHolding({ row, fileDay }, references, dataset);
  return { skipped: 'Position: imported through its holders' };
}

function entityOf(row: FtmRow, references: FtmReferences): EntityRecord {
  // Read in any case: what is not asked of the row counts as not carried.
  const own = ftmEntityOf(row);
  return references.entities.get(row.id) ?? own;
}
