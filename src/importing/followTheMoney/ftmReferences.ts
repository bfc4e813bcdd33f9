import type { EntityRecord } from '../../record/entity.ts';
import { countryOf, noCountry } from '../countries/countries.ts';
import type { ImportInput } from '../importer.ts';
import { knownEntities } from '../knownEntities.ts';
import { portions, RowError } from '../rows/rowResult.ts';
import { ftmEntityOf } from './ftmEntity.ts';
import { SharedLists } from './ftmLists.ts';
import { type FtmItem, type FtmObject, ftmObjects, mergeObjects } from './ftmObjects.ts';
import { FtmRow } from './ftmRow.ts';
import { isRead, kindOfSchema, REFERRING } from './ftmSchemata.ts';

/** What the statements of some files refer to, in any place of the files. */
export interface FtmReferences {
  /** By an id of the file. An entity that the graph knows has the id of the graph. */
  readonly entities: ReadonlyMap<string, EntityRecord>;
  /** By an id of the file. */
  readonly posts: ReadonlyMap<string, FtmPost>;
  /** The schemata of what else they refer to, by an id of the file. */
  readonly others: ReadonlyMap<string, string>;
  /** What several sanctions have in common: see `SharedLists`. */
  readonly shared: ReadonlySet<string>;
  /** The objects that are in several places of the files, each as a whole. */
  readonly spread: ReadonlyMap<string, FtmObject>;
}

/** A post that somebody may hold: a Position in FollowTheMoney. */
interface FtmPost {
  readonly name: string;
  /** The id of its organization, if the row names one. */
  readonly organization: string | null;
  /** Its country, if the row names one. */
  readonly country: EntityRecord | null;
  /** Why it has no country, if so. */
  readonly noCountry: string;
}

/**
 * Reads the files twice: first for the ids that statements refer to, for what sanctions have in common and for the
 * objects that are in several places; then for the objects with these ids. Only those are kept in memory.
 */
export async function ftmReferences(input: ImportInput): Promise<FtmReferences> {
  const { referred, repeated } = await idsIn(input);
  const wanted = (object: FtmObject): boolean =>
    repeated.has(object.id) || [object.id, ...object.referents].some((id) => referred.has(id));
  const spread = new Map<string, FtmObject>();
  const single = new Map<string, FtmObject>();
  const sharedLists = new SharedLists();
  for await (const { object } of objectsOf(input)) {
    if (object === undefined) continue;
    if (!repeated.has(object.id) && object.schema === 'Sanction') sharedLists.add(new FtmRow(object));
    if (!wanted(object)) continue;
    const before = spread.get(object.id);
    if (repeated.has(object.id))
      spread.set(object.id, before === undefined ? object : mergeObjects(before, object));
    else single.set(object.id, essentialOf(object));
  }
  for (const object of spread.values()) if (object.schema === 'Sanction') sharedLists.add(new FtmRow(object));
  return {
    ...(await lookUp([...single.values(), ...spread.values()], input)),
    shared: sharedLists.keys,
    spread,
  };
}

/** All objects of the files, and what else stands in them. */
export async function* objectsOf({ files }: Pick<ImportInput, 'files'>): AsyncGenerator<FtmItem> {
  for (const file of files) yield* ftmObjects(file);
}

async function idsIn(input: ImportInput): Promise<Record<'referred' | 'repeated', ReadonlySet<string>>> {
  const [seen, repeated, referred] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const { object } of objectsOf(input)) {
    if (object === undefined || !isRead(object.schema)) continue;
    if (seen.has(object.id)) repeated.add(object.id);
    seen.add(object.id);
    for (const property of REFERRING[object.schema] ?? [])
      for (const id of object.properties[property] ?? []) referred.add(id);
  }
  return { referred, repeated };
}

/** What is kept of an object that is in one place: it is read again there. */
function essentialOf(object: FtmObject): FtmObject {
  return kindOfSchema(object.schema) === null && object.schema !== 'Position'
    ? { ...object, properties: {} }
    : object;
}

async function lookUp(
  objects: readonly FtmObject[],
  input: ImportInput,
): Promise<Pick<FtmReferences, 'entities' | 'posts' | 'others'>> {
  const entities = new Map<string, EntityRecord>();
  const posts = new Map<string, FtmPost>();
  const others = new Map<string, string>();
  for await (const rows of portions(placed(objects), input.partRows)) {
    const named = rows.flatMap(({ row }) => {
      const entity = kindOfSchema(row.schema) === null ? null : unlessFaulty(() => ftmEntityOf(row));
      return entity === null ? [] : [{ row, entity }];
    });
    const known = await knownEntities(
      named.map(({ entity }) => entity),
      input,
    );
    for (const { row, entity } of named)
      for (const id of [...row.referents, row.id]) entities.set(id, known.get(entity.id) ?? entity);
    for (const { row } of rows) {
      if (row.schema === 'Position') for (const id of [...row.referents, row.id]) posts.set(id, postOf(row));
      else if (kindOfSchema(row.schema) === null) others.set(row.id, row.schema);
    }
  }
  return { entities, posts, others };
}

async function* placed(objects: readonly FtmObject[]) {
  for (const [line, object] of objects.entries())
    yield await Promise.resolve({ file: '', line, row: new FtmRow(object) });
}

function unlessFaulty<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowError) return null;
    throw error;
  }
}

function postOf(row: FtmRow): FtmPost {
  const codes = row.all('country').map((code) => code.toLowerCase());
  const country = codes.map((code) => countryOf('ftm', code)).find((each) => each !== null) ?? null;
  const reasons = codes.map(
    (code) => `whose country code ${code} is ${noCountry('ftm', code) ?? 'not known'}`,
  );
  return {
    name: row.caption || (row.first('name') ?? row.id),
    organization: row.first('organization'),
    country,
    noCountry: reasons.join(', ') || 'that has neither an organization nor a country',
  };
}
