import { ROLE_NAMES, type Role } from '../ontology/roles.ts';
import { type Draft, isMapping } from '../record/draft.ts';
import { filled } from '../record/attribute.ts';
import { ENTITY, type EntityRecord } from '../record/entity.ts';
import { EVENT, type EventRecord } from '../record/event.ts';
import type { Fault, Path } from '../record/fault.ts';
import type { Participation } from '../record/participation.ts';
import { REPORT, type ReportRecord } from '../record/report.ts';
import { SOURCE, type SourceRecord } from '../record/source.ts';
import type { Item } from './item.ts';
import type {
  EntitySeed,
  EventSeed,
  ParticipantSeed,
  ParticipantsSeed,
  ReportSeed,
  SourceSeed,
} from './seedTypes.ts';

// Seed items are written differently from records in five ways: ids have no prefix, participants stand under their
// roles, identifiers under their schemes, `paragraph: 4` is short for the locator p4, and `publishedBasis` is `basis`.

export function sourceId(slug: string): string {
  return `source:${slug}`;
}

export function eventId(slug: string): string {
  return `event:${slug}`;
}

/** The id as seed files write it. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The field of a record as seed files write it. */
export function writtenField(name: string): string {
  return name === 'publishedBasis' ? 'basis' : name;
}

export function entityDraft(item: Item<EntitySeed>): Draft<EntityRecord> {
  return { path: item.path, record: soundRecord(item, entityOf) };
}

export function sourceDraft(item: Item<SourceSeed>): Draft<SourceRecord> {
  return { path: item.path, record: soundRecord(item, sourceOf) };
}

/** Its reports come in the order in which they are written, the participants in the order of the roles' table. */
export function eventDraft(item: Item<EventSeed>): Draft<EventRecord> {
  const record = soundRecord(item, eventOf);
  const reports: unknown = item.value.reports;
  if (!Array.isArray(reports) || reports.length === 0) return { path: item.path, record };
  const sound = reports.map((value: unknown, index) => {
    const report = item.part(['reports', index], (isMapping(value) ? value : {}) as ReportSeed);
    return soundRecord(report, reportOf);
  });
  return { path: item.path, record: { ...record, reports: sound } };
}

/** Where a seed item writes what a record has at that path. */
export function writtenPlace(
  seed: unknown,
  [field, index, ...rest]: Path,
  at: Fault['at'],
): Pick<Fault, 'path' | 'at'> {
  const own = (seed as Readonly<Record<string, unknown>>)[field ?? ''];
  if (field === 'reports' && typeof index === 'number') {
    const inner = writtenPlace((own as unknown[])[index], rest, at);
    return { path: [field, index, ...inner.path], at: inner.at };
  }
  if (field === 'participants' && typeof index === 'number') {
    const participant = placedParticipants(own as ParticipantsSeed)[index];
    if (participant === undefined) return { path: [field], at };
    const { role, place, seed: one } = participant;
    if (rest[0] === 'role') return { path: [field, role], at: 'key' };
    return { path: [field, role, place, ...(typeof one === 'string' ? [] : rest)], at };
  }
  if (field === 'identifiers' && typeof index === 'number')
    return { path: [field, Object.keys(own as object)[index] ?? ''], at };
  if (field === 'locator' && own === undefined) return { path: ['paragraph'], at };
  if (field === undefined) return { path: [], at };
  return { path: [writtenField(String(field)), ...(index === undefined ? [] : [index, ...rest])], at };
}

/** The record of an item, without the fields with a fault. */
function soundRecord<S extends object, R extends object>(
  item: Item<S>,
  recordOf: (seed: Partial<S>) => Undefinable<R>,
): Partial<R> {
  const isSound = (name: string): boolean =>
    name === 'locator'
      ? item.isSound('paragraph') && item.isSound('locator')
      : item.isSound(writtenField(name));
  const fields = Object.entries(recordOf(item.sound)).filter(([name]) => isSound(name));
  return Object.fromEntries(fields) as Partial<R>;
}

/** A record some of whose fields are undefined, as they have a fault. */
type Undefinable<R> = { readonly [Field in keyof R]: R[Field] | undefined };

function entityOf({ identifiers = {}, ...seed }: Partial<EntitySeed>): Undefinable<EntityRecord> {
  const pairs = Object.entries(identifiers).map(([scheme, value]) => ({ scheme, value }));
  return filled(ENTITY, { ...seed, identifiers: pairs });
}

function sourceOf({ id, basis, ...seed }: Partial<SourceSeed>): Undefinable<SourceRecord> {
  return filled(SOURCE, { ...seed, id: id && sourceId(id), publishedBasis: basis });
}

function eventOf(seed: Partial<EventSeed>): Undefinable<Omit<EventRecord, 'reports'>> {
  return filled(EVENT, {
    ...seed,
    id: seed.id && eventId(seed.id),
    partOf: seed.partOf?.map(eventId),
    follows: seed.follows?.map(eventId),
    participants: seed.participants && participationsOf(seed.participants),
    reports: undefined,
  });
}

function reportOf({ source, paragraph, ...seed }: Partial<ReportSeed>): Undefinable<ReportRecord> {
  return filled(REPORT, {
    ...seed,
    source: source && sourceId(source),
    locator: paragraph === undefined ? seed.locator : `p${paragraph}`,
    participants: seed.participants && participationsOf(seed.participants),
  });
}

function participationsOf(participants: ParticipantsSeed): Participation[] {
  return placedParticipants(participants).map(({ role, seed }) =>
    typeof seed === 'string'
      ? { role, entity: seed, onBehalfOf: null }
      : { role, entity: seed.entity, onBehalfOf: seed.onBehalfOf ?? null },
  );
}

/** In the order of the roles' table, each with its place in the list of its role. */
function placedParticipants(participants: ParticipantsSeed): PlacedParticipant[] {
  return ROLE_NAMES.flatMap((role) =>
    (participants[role] ?? []).map((seed, place) => ({ role, place, seed })),
  );
}

interface PlacedParticipant {
  readonly role: Role;
  readonly place: number;
  readonly seed: ParticipantSeed;
}
