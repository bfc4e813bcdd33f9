import { KINDS } from '../ontology/kinds.ts';
import type { Attribute, Table } from '../record/attribute.ts';
import { ENTITY } from '../record/entity.ts';
import { EVENT } from '../record/event.ts';
import { REPORT } from '../record/report.ts';
import { SOURCE } from '../record/source.ts';
import * as part from '../record/structure/schemaParts.ts';
import type { JsonSchema } from '../record/structure/schemaParts.ts';
import type { Section } from './seedFile.ts';

/** The JSON Schema of each kind of seed file, for editors and for the check. */
export function seedSchemas(): Readonly<Record<Section, JsonSchema>> {
  return {
    entities: listOf('Entities', ENTITY_ITEM),
    sources: listOf('Sources', SOURCE_ITEM),
    events: listOf('Events, each with its reports', EVENT_ITEM),
    ledger: listOf('The ledger: the texts, each with its paragraphs', LEDGER_ENTRY),
  };
}

function listOf(title: string, items: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, type: 'array', items };
}

const ENTITY_ITEM = part.object({
  title: 'entity',
  required: ['id', 'kind', 'name'],
  properties: {
    ...fieldsOf(ENTITY),
    id: part.slug('The kebab-case of the common English name. Unique among entities.'),
    kind: part.oneOf('The kind of the entity.', KINDS),
    identifiers: {
      title: 'identifiers',
      description:
        'Keys that others gave the entity, by their scheme: `wikidata: Q159`. Unique among entities.',
      type: 'object',
      additionalProperties: { type: ['string', 'integer'], minLength: 1 },
    },
  },
});

const { publishedBasis: BASIS = {}, ...SOURCE_FIELDS } = fieldsOf(SOURCE);

const SOURCE_ITEM = part.object({
  title: 'source',
  required: ['id', 'role', 'title', 'publisher', 'read'],
  properties: {
    ...SOURCE_FIELDS,
    basis: BASIS,
    id: part.slug('Unique among sources; written without its prefix.'),
    role: part.oneOf('The role of the source in the corpus.', {
      TEXT: { description: 'A text of the corpus; the ledger covers each of its paragraphs.' },
      CONTEXT: { description: 'A public record, consulted to fix a date that a text leaves open.' },
    }),
  },
});

const REPORT_ITEM = part.object({
  title: 'report',
  required: ['source', 'date'],
  oneOf: [{ required: ['paragraph'] }, { required: ['locator'] }],
  properties: {
    ...fieldsOf(REPORT),
    source: part.slug('The id of the source, without its prefix.'),
    paragraph: {
      description: 'The number of the paragraph: the non-empty lines of the text, counted from 1.',
      type: 'integer',
      minimum: 1,
    },
    locator: {
      description: 'The place in a source that has no paragraphs.',
      type: 'string',
      minLength: 1,
      pattern: '^(?!p\\d+$)',
      patternErrorMessage: 'A paragraph is given by its number: `paragraph: 4`.',
    },
    participants: part.participants(
      "All participants as this source names them, if they differ from the event's.",
    ),
  },
});

const EVENT_ITEM = part.object({
  title: 'event',
  required: ['id', 'type', 'summary', 'participants', 'reports'],
  properties: {
    ...fieldsOf(EVENT),
    id: part.slug('Unique among events; written without its prefix.'),
    type: part.eventType('The type of the event, which decides the roles of the participants.'),
    summary: part.text(
      'A sentence on what happened, in our own words. For an appeal: who is urged to do what.',
    ),
    participants: part.participants('The participants, by role.'),
    intends: part.eventType('The type of the act that an announcement or a bill intends.'),
    reports: {
      description: 'The reports of the event: at least one.',
      type: 'array',
      minItems: 1,
      items: REPORT_ITEM,
    },
  },
});

const LEDGER_ENTRY = part.object({
  title: 'ledger entry',
  required: ['source', 'text', 'paragraphs', 'lines'],
  properties: {
    source: part.slug('The id of a source with the role TEXT, without its prefix.'),
    text: part.text('The name of the text file, without its extension.'),
    paragraphs: { description: 'The number of non-empty lines in the text.', type: 'integer', minimum: 1 },
    lines: part.object({
      title: 'lines',
      description: 'The events cited from each paragraph, by its number, or the reason why there are none.',
      patternProperties: {
        '^[1-9][0-9]*$': {
          if: { type: 'object' },
          then: part.object({
            title: 'line',
            required: ['nothing'],
            properties: { nothing: part.text('The reason why the paragraph holds no fact.') },
          }),
          else: {
            description: 'The events that reports cite from this paragraph.',
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: part.slug('The id of an event, without its prefix.'),
          },
        },
      },
    }),
  },
});

/** The fields that seed files write as records have them. Those that they write in their own way stand beside them. */
function fieldsOf(of: Table): Readonly<Record<string, JsonSchema>> {
  const fields = Object.entries(of.attributes).filter(([, { inSeeds }]) => inSeeds);
  return Object.fromEntries(fields.map(([name, attribute]) => [name, written(attribute)]));
}

/** What is left out is usual, so that nothing is null; and no item of a list comes twice. */
function written({ description: sentence, missing, schema }: Attribute): JsonSchema {
  const description = missing === undefined ? sentence : `${sentence} Leave it out ${missing}.`;
  const { type, enum: names, items, default: usual, ...rest } = schema;
  if (schema.title === 'EDTF date') return part.edtf(description);
  if (schema.format === 'day') return part.day(description);
  if (items?.pattern !== undefined) return part.slugs(description);
  return {
    description,
    type: [type ?? 'string'].flat()[0] ?? 'string',
    ...(names === undefined ? {} : { enum: names }),
    ...rest,
    ...(items === undefined ? {} : { items, ...(items.type === 'string' ? { uniqueItems: true } : {}) }),
    ...(usual === null || usual === undefined || Array.isArray(usual) ? {} : { default: usual }),
  };
}
