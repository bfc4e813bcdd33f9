import type { EntityRecord } from '../../record/entity.ts';
import type { Day } from '../../time/day.ts';
import { ftmEntityOf, isFtmEntity } from './ftmEntity.ts';
import { isFtmHolding, readHolding } from './ftmPost.ts';
import { ftmReferences, type FtmReferences } from './ftmReferences.ts';
import { FtmRow } from './ftmRow.ts';
import { readSanction } from './ftmSanction.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { type FileHead, objectOf } from '../rows/fileHead.ts';
import { knownEntities } from '../knownEntities.ts';
import { partOf, portions, resultOf, type RowResult } from '../rows/rowResult.ts';
import { textLines, type TextLine } from '../rows/textLines.ts';

/**
 * FollowTheMoney: one object a line, entities and statements in any order. A statement may refer to a later line, so
 * the files are read three times: for the references, for the objects that they refer to, and for the parts.
 */
export const followTheMoney: Importer = {
  title: 'FollowTheMoney objects',
  description:
    'FollowTheMoney objects, one JSON object a line, as published by https://www.opensanctions.org.',
  coding: 'REGISTER',
  terms: {
    license: 'Terms of the publisher of the file: CC-BY-NC-4.0 for files of OpenSanctions',
    origin: 'FollowTheMoney files, such as those of https://www.opensanctions.org',
  },
  files: 'entities.ftm.json …',
  passes: 3,
  refuses,
  parts,
};

function refuses({ lines }: FileHead): string | null {
  const isOne = lines.map(objectOf).some((object) => object !== null && 'schema' in object);
  return isOne ? null : 'no line of its head is a JSON object with a schema';
}

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  const fileDays = new Map(input.files.map(({ name, written }) => [name, written]));
  const references = await ftmReferences(input);
  for await (const lines of portions(rowsOf(input), input.partRows)) {
    const results = lines.map((line) =>
      resultOf(line, () => readRow(line, references, fileDays.get(line.file) ?? '', input.dataset)),
    );
    yield withKnownEntities(partOf(lines, results), input);
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

async function* rowsOf({ files, after }: ImportInput): AsyncGenerator<TextLine> {
  for await (const line of textLines(files, after)) {
    if (line.text !== '' || line.unsound !== undefined) yield line;
  }
}

function readRow({ text }: TextLine, references: FtmReferences, fileDay: Day, dataset: string): RowResult {
  const row = new FtmRow(text);
  if (isFtmEntity(row)) return { entities: [entityOf(row, references)] };
  if (row.schema === 'Sanction') return readSanction({ row, fileDay }, references, dataset);
  if (isFtmHolding(row)) return readHolding({ row, fileDay }, references, dataset);
  if (row.schema === 'Position') return { skipped: 'Position: imported through its holders' };
  return { skipped: `${row.schema} is not imported` };
}

function entityOf(row: FtmRow, references: FtmReferences): EntityRecord {
  return references.entities.get(row.id) ?? ftmEntityOf(row);
}
