/** The words in which the tables of records are written, and what derives from a table. */

import { type JsonSchema, object, prefixed, SLUG } from './structure/schemaParts.ts';

/** What the values of a column are. An empty list is not kept, and neither is `null`: both say nothing. */
export type ColumnType = 'TEXT' | 'TEXTS' | 'DAY' | 'TRUTH' | 'WHOLE' | 'NUMBER' | 'NUMBERS';

/** The columns of what is written on one kind of node or relationship. */
export type Shape = Readonly<Record<string, ColumnType>>;

/** A row of that shape. */
export type RowOf<S extends Shape> = { readonly [Column in keyof S]: Cell[S[Column]] | null };

/** A relationship to be written: the ids of the nodes between which it leads, and its properties. */
export interface Edge<S extends Shape> {
  readonly start: string;
  readonly end: string;
  readonly row: RowOf<S>;
}

interface Cell {
  readonly TEXT: string;
  readonly TEXTS: readonly string[];
  /** ISO 8601, kept as a date. */
  readonly DAY: string;
  readonly TRUTH: boolean;
  readonly WHOLE: number;
  readonly NUMBER: number;
  readonly NUMBERS: readonly number[];
}

/** GIVEN: every record states it. USUAL: one that does not has the usual value. ABSENT: one that does not lacks it. */
type Need = 'GIVEN' | 'USUAL' | 'ABSENT';

/** One row of a table. */
export interface Attribute<
  Value = unknown,
  Column extends ColumnType | null = ColumnType | null,
  N extends Need = Need,
> {
  readonly description: string;
  /** When it is missing, as the end of a sentence: "Null if …". */
  readonly missing?: string;
  /** Of the property that keeps it; `null` if relationships or other nodes do. */
  readonly column: Column;
  readonly need: N;
  readonly usual?: Value;
  /** Whether seed files may state it. */
  readonly inSeeds: boolean;
  /** Of a value that is stated. */
  readonly schema: JsonSchema;
  /** The kind of record whose id or ids it is. */
  readonly idOf?: keyof typeof IDS;
  /** The table of the records that are its value. */
  readonly of?: Table;
}

export type Attributes = Readonly<Record<string, Attribute>>;

export interface Table<A extends Attributes = Attributes, Title extends string = string> {
  /** What one record is called: `report`. */
  readonly title: Title;
  readonly attributes: A;
  readonly columns: ShapeOf<A>;
  /** Where each attribute is in a list that a statement returns. */
  readonly place: PlacesOf<A, Title>;
  /** The values of a record that states nothing. */
  readonly empty: EmptyOf<A>;
}

export function table<Title extends string, A extends Attributes>(
  title: Title,
  attributes: A,
): Table<A, Title> {
  const entries = Object.entries(attributes);
  const columns = entries.flatMap(([name, { column }]) => (column === null ? [] : [[name, column]]));
  const places = entries.map(([name], place) => [name, place]);
  const usual = entries.flatMap(([name, { need, usual }]) => (need === 'USUAL' ? [[name, usual]] : []));
  return {
    title,
    attributes,
    columns: Object.fromEntries(columns) as ShapeOf<A>,
    place: Object.fromEntries(places) as PlacesOf<A, Title>,
    empty: Object.fromEntries(usual) as EmptyOf<A>,
  };
}

// The words. A description comes first and is a whole sentence.

/** @param schema what else the text must be like; by default it is not empty */
export function text(description: string, schema: JsonSchema = NOT_EMPTY) {
  return given<string, 'TEXT'>('TEXT', description, { type: 'string', ...schema });
}

export function texts(description: string) {
  return usually(
    [],
    given<readonly string[], 'TEXTS'>('TEXTS', description, listOf({ type: 'string', ...NOT_EMPTY })),
  );
}

/** A day (ISO 8601, UTC). */
export function day(description: string) {
  return given<string, 'DAY'>('DAY', description, { type: 'string', format: 'date' });
}

/** A date as a source gives it (EDTF). */
export function edtf(description: string) {
  return text(description, { title: 'EDTF date', ...NOT_EMPTY });
}

/** False unless it is stated. */
export function truth(description: string) {
  return usually(false, given<boolean, 'TRUTH'>('TRUTH', description, { type: 'boolean' }));
}

/** A count. GraphQL has no whole numbers above 2³¹ − 1. */
export function whole(description: string) {
  const range = { minimum: 0, maximum: 2 ** 31 - 1 };
  return given<number, 'WHOLE'>('WHOLE', description, { type: 'integer', ...range });
}

export function number(description: string) {
  return given<number, 'NUMBER'>('NUMBER', description, { type: 'number' });
}

export function numbers(description: string) {
  return usually([], given<readonly number[], 'NUMBERS'>('NUMBERS', description, listOf({ type: 'number' })));
}

/** One of the names of a table of the ontology. */
export function oneOf<Names extends Readonly<Record<string, { readonly description: string }>>>(
  description: string,
  names: Names,
) {
  return given<keyof Names & string, 'TEXT'>('TEXT', description, {
    type: 'string',
    enum: Object.keys(names),
    enumDescriptions: Object.values(names).map((row) => row.description),
  });
}

/** The id of a record, kept as a property. */
export function id(description: string, of: keyof typeof IDS) {
  return { ...given<string, 'TEXT'>('TEXT', description, IDS[of]), idOf: of };
}

/** The ids of records, kept as a property: they need not exist in the graph. */
export function ids(description: string, of: keyof typeof IDS) {
  const listed = given<readonly string[], 'TEXTS'>('TEXTS', description, listOf(IDS[of]));
  return { ...usually([], listed), idOf: of };
}

/** The id of another record, kept as a relationship. */
export function link(description: string, to: keyof typeof IDS) {
  return keptApart(id(description, to));
}

export function links(description: string, to: keyof typeof IDS) {
  return { ...usually([], given<readonly string[], null>(null, description, listOf(IDS[to]))), idOf: to };
}

/** Records of another table, kept apart. */
export function parts<A extends Attributes>(description: string, of: Table<A>) {
  const all = given<readonly RecordOf<Table<A>>[], null>(null, description, listOf(schemaOf(of)));
  return { ...usually([], all), of };
}

/** The same, each of them once. */
export function distinctParts<A extends Attributes>(description: string, of: Table<A>) {
  const all = parts(description, of);
  return { ...all, schema: { ...all.schema, uniqueItems: true } };
}

/** At least one of them, in every record. */
export function someParts<A extends Attributes>(description: string, of: Table<A>) {
  const schema = { ...listOf(schemaOf(of)), minItems: 1 };
  return { ...given<readonly RecordOf<Table<A>>[], null>(null, description, schema), of };
}

/** `null` in a record that does not state it. @param missing when, as "if the document has none" */
export function optional<Value, Column extends ColumnType | null>(
  attribute: Attribute<Value, Column>,
  missing: string,
): Attribute<Value | null, Column, 'USUAL'> {
  return { ...attribute, need: 'USUAL', usual: null, missing };
}

/** Not even `null` in a record that does not state it: older fingerprints know nothing of it. */
export function absent<Value, Column extends ColumnType | null>(
  attribute: Attribute<Value, Column>,
  missing: string,
): Attribute<Value, Column, 'ABSENT'> {
  return { ...attribute, need: 'ABSENT', missing };
}

/** That value in a record that does not state it. */
export function usually<Value, Column extends ColumnType | null>(
  usual: Value,
  attribute: Attribute<Value, Column>,
): Attribute<Value, Column, 'USUAL'> {
  return { ...attribute, need: 'USUAL', usual };
}

/** Other columns keep it, or other nodes. */
export function keptApart<Value, N extends Need>(
  attribute: Attribute<Value, ColumnType, N>,
): Attribute<Value, null, N> {
  return { ...attribute, column: null };
}

export function notInSeeds<A extends Attribute>(attribute: A): A {
  return { ...attribute, inSeeds: false };
}

function given<Value, Column extends ColumnType | null>(
  column: Column,
  description: string,
  schema: JsonSchema,
): Attribute<Value, Column, 'GIVEN'> {
  return { description, column, need: 'GIVEN', inSeeds: true, schema };
}

const NOT_EMPTY: JsonSchema = { minLength: 1 };

const IDS = {
  entity: SLUG,
  source: prefixed('source'),
  event: prefixed('event'),
} as const satisfies Record<string, JsonSchema>;

function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

// What derives from a table.

type Flat<T> = { readonly [Name in keyof T]: T[Name] };
type ValueOf<A> = A extends Attribute<infer Value> ? Value : never;
type With<A, N extends Need> = {
  [Name in keyof A]: A[Name] extends { readonly need: N } ? Name : never;
}[keyof A];

/** A record as readers, importers and the seed make it. */
export type RecordOf<T> =
  T extends Table<infer A>
    ? Flat<
        { [Name in With<A, 'GIVEN' | 'USUAL'>]: ValueOf<A[Name]> } & {
          [Name in With<A, 'ABSENT'>]?: ValueOf<A[Name]>;
        }
      >
    : never;

/** The columns of a table's properties. */
export type ShapeOf<A extends Attributes> = {
  readonly [Name in keyof A as A[Name]['column'] extends ColumnType ? Name : never]: A[Name]['column'] &
    ColumnType;
};

/** What a statement returns of those columns; `null` if the property is missing and has no usual value. */
export type ReturnedOf<T> =
  T extends Table<infer A>
    ? {
        readonly [Name in keyof A as A[Name]['column'] extends ColumnType ? Name : never]:
          ValueOf<A[Name]> | (A[Name]['need'] extends 'ABSENT' ? null : never);
      }
    : never;

/** A list that a statement returns, read by the places of its table: `cells[ENTITY.place.name]`. */
export type Cells<T extends Table, Row = ReturnedOf<T>> = {
  readonly [Name in keyof Row & string as Place<T['title'], Name>]: Row[Name];
};

/** A number. To the compiler it is a name of its own, so that a list is read by no number and by no other table. */
type Place<Title extends string, Name extends string> = `place of ${Name} in ${Title}`;

type PlacesOf<A extends Attributes, Title extends string> = {
  readonly [Name in keyof A & string]: Place<Title, Name>;
};

type EmptyOf<A extends Attributes> = { readonly [Name in With<A, 'USUAL'>]: ValueOf<A[Name]> };

/** What is written of a record on its own node or relationship. */
export function rowOf<A extends Attributes>(of: Table<A>, record: RecordOf<Table<A>>): RowOf<ShapeOf<A>> {
  const values = record as Readonly<Record<string, unknown>>;
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(of.columns)) row[name] = values[name] ?? null;
  return row as RowOf<ShapeOf<A>>;
}

/** The record whose attributes are under their names; whatever else there is is left out. */
export function decode<A extends Attributes>(
  of: Table<A>,
  row: { readonly [Name in With<A, 'GIVEN' | 'USUAL'>]: ValueOf<A[Name]> } & {
    readonly [Name in With<A, 'ABSENT'>]?: ValueOf<A[Name]> | null;
  },
): RecordOf<Table<A>> {
  const values = row as Readonly<Record<string, unknown>>;
  const record: Record<string, unknown> = {};
  for (const [name, { need }] of Object.entries(of.attributes))
    if (need !== 'ABSENT' || (values[name] ?? null) !== null) record[name] = values[name];
  return record as RecordOf<Table<A>>;
}

/** What the record says beyond the usual, and so do the records within it. Its reader fills in what is left out. */
export function stated(of: Table, record: object): Readonly<Record<string, unknown>> {
  const values = record as Readonly<Record<string, unknown>>;
  const said: Record<string, unknown> = {};
  for (const [name, { need, usual, of: within }] of Object.entries(of.attributes)) {
    const value = values[name];
    if (value === undefined || (need === 'USUAL' && isUsual(value, usual))) continue;
    said[name] =
      within !== undefined && Array.isArray(value) ? value.map((one: object) => stated(within, one)) : value;
  }
  return said;
}

function isUsual(value: unknown, usual: unknown): boolean {
  return value === usual || (Array.isArray(value) && Array.isArray(usual) && value.length === 0);
}

/** The cells of a list under the names of their places. */
export function named<T extends Table, Row = ReturnedOf<T>>(places: T, cells: Cells<T, Row>): Row {
  const list = cells as unknown as readonly unknown[];
  const row: Record<string, unknown> = {};
  for (const [place, name] of Object.keys(places.attributes).entries()) row[name] = list[place];
  return row as Row;
}

/** The JSON Schema of a record, whose reader fills in what is usual. */
export function schemaOf(of: Table): JsonSchema {
  const entries = Object.entries(of.attributes);
  return object({
    title: of.title,
    required: entries.filter(([, { need }]) => need === 'GIVEN').map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, attribute]) => [name, propertyOf(attribute)])),
  });
}

function propertyOf({ description, need, usual, schema }: Attribute): JsonSchema {
  if (need !== 'USUAL') return { description, ...schema };
  if (usual !== null) return { description, ...schema, default: usual };
  const { type, enum: names, ...rest } = schema;
  return {
    ...{ description, ...rest, default: null },
    ...(type === undefined ? {} : { type: [type, 'null'].flat() }),
    ...(names === undefined ? {} : { enum: [...names, null] }),
  };
}
