import { ROLE_NAMES, type Role } from '../ontology/roles.ts';
import type { Attributes, RecordOf, Table } from '../record/attribute.ts';
import { type Draft, isMapping, type Sound } from '../record/draft.ts';
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
  const { identifiers = {}, ...seed } = item.sound;
  const listed = Object.entries(identifiers).map(([scheme, value]) => ({ scheme, value }));
  return { path: item.path, record: soundRecord(item, ENTITY, { ...seed, identifiers: listed }) };
}

export function sourceDraft(item: Item<SourceSeed>): Draft<SourceRecord> {
  const { id = '', basis = null, basedOn = [], ...seed } = item.sound;
  const record = soundRecord(item, SOURCE, {
    ...{ ...seed, id: sourceId(id), publishedBasis: basis, basedOn: basedOn.map(sourceId) },
  });
  return { path: item.path, record };
}

/** Its reports come in the order in which they are written, the participants in the order of the roles' table. */
export function eventDraft(item: Item<EventSeed>): Draft<EventRecord> {
  const { path, value, sound } = item;
  const { id = '', partOf = [], follows = [], participants = {} } = sound;
  const record = soundRecord(item, EVENT, {
    ...{ ...sound, id: eventId(id), partOf: partOf.map(eventId), follows: follows.map(eventId) },
    ...{ participants: participationsOf(participants), reports: [] },
  });
  const reports: unknown = value.reports;
  if (!Array.isArray(reports) || reports.length === 0) return { path, record };
  const soundReports = reports.map((report: unknown, index) =>
    reportRecord(item.part(['reports', index], isMapping(report) ? report : {})),
  );
  return { path, record: { ...record, reports: soundReports } };
}

function reportRecord(item: Item<ReportSeed>): Sound<ReportRecord> {
  const {
    source = '',
    basedOn = [],
    paragraph,
    locator = `p${paragraph}`,
    participants,
    ...seed
  } = item.sound;
  return soundRecord(item, REPORT, {
    ...{ ...seed, source: sourceId(source), basedOn: basedOn.map(sourceId), locator },
    participants: participants === undefined ? null : participationsOf(participants),
  });
}

/** The fields of the record except those with a fault, in the order of the table; what is left out is usual. */
function soundRecord<A extends Attributes>(
  item: Item<object>,
  of: Table<A>,
  written: Partial<RecordOf<Table<A>>>,
): Partial<RecordOf<Table<A>>> {
  const record: Readonly<Record<string, unknown>> = { ...of.empty, ...written };
  const isSound = (name: string): boolean =>
    name in record && item.isSound(writtenField(name)) && (name !== 'locator' || item.isSound('paragraph'));
  const fields = Object.keys(of.attributes)
    .filter(isSound)
    .map((name) => [name, record[name]]);
  return Object.fromEntries(fields) as Partial<RecordOf<Table<A>>>;
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
