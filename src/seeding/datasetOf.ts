import type { DatasetRecord } from '../record/dataset.ts';
import type { EntityRecord, Identifier } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { Participation } from '../record/participation.ts';
import type { ReportRecord } from '../record/report.ts';
import type { SourceRecord } from '../record/source.ts';
import { ROLE_NAMES, type Role } from '../ontology/roles.ts';
import type { Corpus } from './corpus.ts';
import { compareTexts } from '../ontology/compareTexts.ts';
import type { Item } from './item.ts';
import { namedParticipants } from './participantSets.ts';
import {
  locatorOf,
  type EntitySeed,
  type EventSeed,
  type ParticipantsSeed,
  type ReportSeed,
  type SourceSeed,
} from './seedTypes.ts';

/** The records of a corpus without faults: defaults filled in, ids with their prefixes, all in order of ids. */
export function datasetOf({ entities, sources, events }: Corpus, id: string): DatasetRecord {
  return {
    id,
    entities: recordsOf(entities.items, entityOf),
    sources: recordsOf(sources.items, sourceOf),
    events: recordsOf(events.items, eventOf),
  };
}

const sourceId = (slug: string): string => `source:${slug}`;
const eventId = (slug: string): string => `event:${slug}`;

function recordsOf<T extends object, R extends { readonly id: string }>(
  items: readonly Item<T>[],
  recordOf: (seed: T) => R,
): R[] {
  return items.map(({ value }) => recordOf(value)).sort((a, b) => compareTexts(a.id, b.id));
}

function entityOf(seed: EntitySeed): EntityRecord {
  return {
    id: seed.id,
    kind: seed.kind,
    name: seed.name,
    aliases: seed.aliases ?? [],
    description: seed.description ?? null,
    group: seed.group ?? false,
    partOf: seed.partOf ?? null,
    identifiers: identifiersOf(seed.identifiers ?? {}),
  };
}

function identifiersOf(identifiers: Readonly<Record<string, string>>): Identifier[] {
  return Object.entries(identifiers)
    .map(([scheme, value]) => ({ scheme, value }))
    .sort((a, b) => compareTexts(a.scheme, b.scheme));
}

function sourceOf(seed: SourceSeed): SourceRecord {
  return {
    id: sourceId(seed.id),
    title: seed.title,
    publisher: seed.publisher,
    author: seed.author ?? null,
    url: seed.url ?? null,
    role: seed.role,
    published: seed.published ?? null,
    publishedBasis: seed.basis ?? null,
    read: seed.read,
    retracted: seed.retracted ?? null,
  };
}

function eventOf(seed: EventSeed): EventRecord {
  return {
    id: eventId(seed.id),
    type: seed.type,
    summary: seed.summary,
    post: seed.post ?? null,
    intends: seed.intends ?? null,
    cameo: null,
    topics: seed.topics ?? [],
    places: seed.places ?? [],
    figures: seed.figures ?? [],
    partOf: eventIds(seed.partOf),
    follows: eventIds(seed.follows),
    participants: participationsOf(seed.participants),
    reports: seed.reports.map(reportOf).sort(bySourceAndLocator),
  };
}

function eventIds(slugs: readonly string[] = []): string[] {
  return slugs.map(eventId).sort(compareTexts);
}

/** By role, in the order of the roles' table, then by entity. */
function participationsOf(seed: ParticipantsSeed): Participation[] {
  return namedParticipants(seed)
    .map(({ role, entity, onBehalfOf }) => ({ role, entity, onBehalfOf }))
    .sort((a, b) => orderOf(a.role) - orderOf(b.role) || compareTexts(a.entity, b.entity));
}

function orderOf(role: Role): number {
  return ROLE_NAMES.indexOf(role);
}

function reportOf(seed: ReportSeed): ReportRecord {
  return {
    source: sourceId(seed.source),
    stance: seed.stance ?? 'AFFIRMS',
    date: seed.date,
    wording: seed.wording ?? null,
    attributedTo: seed.attributedTo ?? null,
    locator: locatorOf(seed),
    participants: seed.participants === undefined ? null : participationsOf(seed.participants),
  };
}

/** The paragraphs of a source in their own order: p9 before p10. */
function bySourceAndLocator(a: ReportRecord, b: ReportRecord): number {
  return (
    compareTexts(a.source, b.source) ||
    a.locator.localeCompare(b.locator, 'en', { numeric: true }) ||
    compareTexts(a.locator, b.locator)
  );
}
