import type { RowFault, RowPlace } from '../rows/fault.ts';
import { type FileHead, headOf, objectOf } from '../rows/fileHead.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { objectIn, RowError } from '../rows/rowResult.ts';
import { isFault, missingColumns, tableRows, type TableRow } from '../rows/tableRows.ts';
import { textLines, type TextLine } from '../rows/textLines.ts';
import { isObject } from '../texts.ts';
import { moreSpecific } from './ftmSchemata.ts';

/** An object of FollowTheMoney, or one of the lines that it is spread over: an entity, or a statement about some. */
export interface FtmObject {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  /** The collections that have it. */
  readonly datasets: readonly string[];
  /** Other ids by which it was known. */
  readonly referents: readonly string[];
  /** As the file has them, or empty. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly lastChange: string;
  /** Each value once, in order: their order in the file has no meaning. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** What stands at a place of a file. A line may hold several objects, and an object several lines. */
export interface FtmItem extends RowPlace {
  readonly object?: FtmObject;
  readonly fault?: RowFault;
  readonly skipped?: string;
}

/** Why a file has no objects of FollowTheMoney; null if it may. */
export function refusesFtm(head: FileHead): string | null {
  const objects = head.lines.map(objectOf);
  const isOne = objects.some((object) => object !== null && ('schema' in object || isDelta(object)));
  if (isOne || isStatements(head)) return null;
  return 'no line of its head is a JSON object with a schema, and it does not begin with the columns of statements';
}

/**
 * The objects of a file, whichever of the published shapes it has: an object a line, with others within it or not; the
 * changes between two versions; or the statements of which objects are made, as a table.
 */
export async function* ftmObjects(file: InputFile): AsyncGenerator<FtmItem> {
  if (isStatements(await headOf(file))) yield* objectsOfStatements(file);
  else for await (const line of textLines([file], null)) yield* objectsOfLine(line);
}

/** The object that two lines of one id come to. */
export function mergeObjects(one: FtmObject, other: FtmObject): FtmObject {
  const names = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  return {
    id: one.id,
    schema: moreSpecific(one.schema, other.schema),
    caption: one.caption || other.caption,
    datasets: union(one.datasets, other.datasets),
    referents: union(one.referents, other.referents),
    firstSeen: [one.firstSeen, other.firstSeen].filter((day) => day !== '').sort()[0] ?? '',
    lastSeen: latestText(one.lastSeen, other.lastSeen),
    lastChange: latestText(one.lastChange, other.lastChange),
    properties: Object.fromEntries(
      [...names].map((name) => [name, union(one.properties[name] ?? [], other.properties[name] ?? [])]),
    ),
  };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

function latestText(one: string, other: string): string {
  return one > other ? one : other;
}

function* objectsOfLine({ file, line, text, unsound }: TextLine): Generator<FtmItem> {
  const place = { file, line };
  if (unsound !== undefined) yield { ...place, fault: { ...place, column: null, message: unsound } };
  if (unsound !== undefined || text === '') return;
  try {
    const value = objectIn(text);
    if (isDelta(value) && value.op === 'DEL') yield { ...place, skipped: DELETED };
    else for (const object of objectsIn(isDelta(value) ? value.entity : value)) yield { ...place, object };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    yield { ...place, fault: { ...place, column: error.column, message: error.message } };
  }
}

/** A collection drops an object also when it joins it with another, so nothing follows. */
const DELETED = 'an object that the collection dropped, from which nothing is concluded';

interface Delta {
  readonly op: string;
  readonly entity: Record<string, unknown>;
}

function isDelta(value: object): value is Delta {
  return 'op' in value && 'entity' in value && typeof value.op === 'string' && isObject(value.entity);
}

/** The object, and those within it. @throws RowError if one is not an object of FollowTheMoney */
function* objectsIn(value: Readonly<Record<string, unknown>>, depth = 0): Generator<FtmObject> {
  if (depth > MAX_DEPTH)
    throw new RowError('properties', `has objects within objects, more than ${MAX_DEPTH} deep`);
  const id = textIn(value, 'id');
  const schema = textIn(value, 'schema');
  if (!isObject(value.properties)) throw new RowError('properties', 'is missing or not an object');
  const properties: Record<string, readonly string[]> = {};
  const within: Record<string, unknown>[] = [];
  for (const [name, values] of Object.entries(value.properties)) {
    const list = listOf(values);
    const objects = list.filter(isObject);
    const owner = OWNER_OF[name];
    for (const object of objects) within.push(owner === undefined ? object : withOwner(object, owner, id));
    const texts = list.flatMap((each) => (isObject(each) ? (owner === undefined ? [each.id] : []) : [each]));
    properties[name] = textsIn(name, texts);
  }
  yield {
    ...{ id, schema, caption: optionalText(value, 'caption') },
    ...{ datasets: textsIn('datasets', value.datasets), referents: textsIn('referents', value.referents) },
    firstSeen: optionalText(value, 'first_seen'),
    lastSeen: optionalText(value, 'last_seen'),
    lastChange: optionalText(value, 'last_change'),
    properties,
  };
  for (const object of within) yield* objectsIn(object, depth + 1);
}

const MAX_DEPTH = 10;

/**
 * In nested files an entity has the statements about it, under the name that the schema gives to the other direction.
 * For each, the property of the statement that names the entity.
 */
const OWNER_OF: Readonly<Record<string, string>> = {
  sanctions: 'entity',
  positionOccupancies: 'holder',
  occupancies: 'post',
  directorshipDirector: 'director',
  directorshipOrganization: 'organization',
  membershipMember: 'member',
  membershipOrganization: 'organization',
  employers: 'employee',
  employees: 'employer',
  positions: 'organization',
};

function withOwner(
  object: Readonly<Record<string, unknown>>,
  property: string,
  owner: string,
): Record<string, unknown> {
  const properties = isObject(object.properties) ? object.properties : {};
  const values = [...listOf(properties[property]), owner];
  return { ...object, properties: { ...properties, [property]: values } };
}

function textIn(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = value[name];
  if (typeof text === 'string' && text !== '') return text;
  throw new RowError(name, 'is missing or not a text');
}

function optionalText(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = value[name] ?? '';
  if (typeof text === 'string') return text;
  throw new RowError(name, 'is not a text');
}

/** A value alone is a list of one. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function textsIn(name: string, value: unknown): string[] {
  const list = listOf(value);
  const strange = list.find((each) => typeof each !== 'string' && each !== null);
  if (strange !== undefined) throw new RowError(name, `has ${JSON.stringify(strange)}, which is not a text`);
  return union(
    list.filter((each): each is string => typeof each === 'string' && each.trim() !== ''),
    [],
  );
}

const STATEMENT_COLUMNS = [
  'canonical_id',
  'entity_id',
  'prop',
  'schema',
  'value',
  'dataset',
  'first_seen',
  'last_seen',
] as const;

type Statement = TableRow<(typeof STATEMENT_COLUMNS)[number]>;

const STATEMENTS = { columns: STATEMENT_COLUMNS };

function isStatements({ lines: [first = ''] }: FileHead): boolean {
  return missingColumns(first, STATEMENTS).length === 0;
}

/** Successive statements of one id are one object. If the id comes again, the object is in several places. */
async function* objectsOfStatements(file: InputFile): AsyncGenerator<FtmItem> {
  let open: Required<Pick<FtmItem, 'object'>> & RowPlace = { ...NOWHERE };
  for await (const rows of tableRows(file, STATEMENTS)) {
    for (const row of rows) {
      if (isFault(row)) {
        yield { file: row.file, line: row.line, fault: row };
        continue;
      }
      const object = objectOfStatement(row);
      const isSame = open.object.id === object.id;
      if (!isSame && open.line > 0) yield open;
      open = { ...row.place, object: isSame ? mergeObjects(open.object, object) : object };
    }
  }
  if (open.line > 0) yield open;
}

/** Before the first statement. */
const NOWHERE = { file: '', line: 0, object: { id: '' } as FtmObject };

function objectOfStatement({ cells }: Statement): FtmObject {
  const { canonical_id: id, entity_id: other, schema, prop, value, dataset } = cells;
  // The property `id` holds a checksum.
  const properties = prop === 'id' || value.trim() === '' ? {} : { [prop]: [value] };
  return {
    ...{ id, schema, caption: '', datasets: [dataset], referents: other === id ? [] : [other] },
    ...{ firstSeen: cells.first_seen, lastSeen: cells.last_seen, lastChange: '' },
    properties,
  };
}
