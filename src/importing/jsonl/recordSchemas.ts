import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { KIND_NAMES } from '../../ontology/kinds.ts';
import { SOURCE_ROLES } from '../../ontology/sourceRoles.ts';
import { STANCES } from '../../ontology/stances.ts';
import { ROLE_NAMES } from '../../ontology/roles.ts';

/**
 * The JSON Schemas of what a line can hold, by the name that it gives it: the records of `src/record/event.ts`, and what
 * an export adds to them.
 */
export function recordSchemas() {
  return {
    ...{ entity: entity(), source: source(), event: event() },
    ...{ dataset: DATASET, claim: claim(), decision: decision() },
  };
}

function entity() {
  return record(['id', 'kind', 'name'], {
    id: SLUG,
    kind: { enum: KIND_NAMES },
    name: TEXT,
    aliases: TEXTS,
    description: OPTIONAL_TEXT,
    group: { type: 'boolean', default: false },
    partOf: orNull(SLUG),
    identifiers: listOf(record(['scheme', 'value'], { scheme: TEXT, value: TEXT })),
  });
}

function source() {
  return record(['id', 'title', 'publisher', 'read'], {
    id: prefixed('source'),
    title: TEXT,
    publisher: TEXT,
    author: OPTIONAL_TEXT,
    url: OPTIONAL_TEXT,
    role: { enum: Object.keys(SOURCE_ROLES), default: 'DATA' },
    published: orNull(EDTF),
    publishedBasis: OPTIONAL_TEXT,
    read: DAY,
    retracted: orNull(DAY),
  });
}

function event() {
  return record(['id', 'type', 'summary', 'participants', 'reports'], {
    id: prefixed('event'),
    type: { enum: EVENT_TYPE_NAMES },
    summary: TEXT,
    post: OPTIONAL_TEXT,
    intends: { enum: [...EVENT_TYPE_NAMES, null], default: null },
    cameo: OPTIONAL_TEXT,
    closeness: { enum: ['exact', 'close', 'broad'] },
    topics: TEXTS,
    places: TEXTS,
    figures: listOf(record(['what', 'value'], { what: TEXT, value: { type: 'number' } })),
    partOf: listOf(prefixed('event')),
    follows: listOf(prefixed('event')),
    participants: { ...PARTICIPANTS, minItems: 1 },
    reports: { ...listOf(REPORT), minItems: 1 },
  });
}

function claim() {
  return record(['of', 'id', 'fingerprint'], {
    of: { enum: ['entity', 'source', 'event'] },
    id: TEXT,
    fingerprint: TEXT,
  });
}

function decision() {
  return record(['left', 'right', 'verdict', 'on', 'by'], {
    left: SLUG,
    right: SLUG,
    verdict: { enum: ['same', 'different'] },
    on: DAY,
    by: TEXT,
  });
}

const TEXT = { type: 'string', minLength: 1 };
const OPTIONAL_TEXT = orNull(TEXT);
const TEXTS = listOf(TEXT);
const SLUG = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const DATASET = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };
const DAY = { type: 'string', format: 'day' };
const EDTF = { type: 'string', format: 'edtf' };

const PARTICIPANTS = {
  type: 'array',
  items: record(['role', 'entity'], { role: { enum: ROLE_NAMES }, entity: SLUG, onBehalfOf: orNull(SLUG) }),
};

const REPORT = record(['source', 'date'], {
  source: prefixed('source'),
  stance: { enum: Object.keys(STANCES), default: 'AFFIRMS' },
  date: EDTF,
  wording: OPTIONAL_TEXT,
  attributedTo: orNull(SLUG),
  locator: { type: 'string', default: '' },
  key: { type: 'string', pattern: '^[^:]+:.+$' },
  participants: { ...PARTICIPANTS, type: ['array', 'null'], minItems: 1, default: null },
});

function prefixed(prefix: string) {
  return { type: 'string', pattern: `^${prefix}:\\S+$` };
}

function orNull<S extends { readonly type: string }>(schema: S) {
  return { ...schema, type: [schema.type, 'null'], default: null };
}

function listOf(items: object) {
  return { type: 'array', items, default: [] };
}

function record(required: readonly string[], properties: Readonly<Record<string, object>>) {
  return { type: 'object', required, properties, additionalProperties: false };
}
