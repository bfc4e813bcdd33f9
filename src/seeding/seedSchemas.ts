import type { Attribute, Attributes, Table } from '../record/attribute.ts';
import { ENTITY, IDENTIFIER } from '../record/entity.ts';
import { EVENT, FIGURE } from '../record/event.ts';
import { REPORT } from '../record/report.ts';
import { SOURCE } from '../record/source.ts';
import { INDEXED, type JsonSchema, object } from '../record/structure/schemaParts.ts';
import * as part from './seedSchemaParts.ts';
import type { Section } from './seedFile.ts';

/** The JSON Schema of each kind of seed file, for editors and for the check. Derived from the tables of records. */
export function seedSchemas(): Readonly<Record<Section, JsonSchema>> {
  return {
    entities: listOf('Entities', entity()),
    sources: listOf('Sources', source()),
    events: listOf('Events, each with its reports', event()),
    ledger: listOf('The ledger: the texts, each with its paragraphs', LEDGER_ENTRY),
  };
}

function listOf(title: string, items: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, type: 'array', items };
}

function entity(): JsonSchema {
  return seedOf(ENTITY, {
    id: part.slug('The kebab-case of the common English name. Unique among entities.'),
    identifiers: object({
      title: 'identifiers',
      description:
        'Keys that others gave the entity, by their scheme: `wikidata: Q159`. Unique among entities.',
      patternProperties: { [SCHEME]: { type: ['string', 'integer'], minLength: 1, ...INDEXED } },
    }),
  });
}

const SCHEME = IDENTIFIER.attributes.scheme.schema.pattern ?? '';

function source(): JsonSchema {
  const { publishedBasis, ...rest } = SOURCE.attributes;
  const schema = seedOf(
    { ...SOURCE, attributes: { ...rest, basis: publishedBasis } },
    {
      id: part.slug('Unique among sources; written without its prefix.'),
      role: part.oneOf('The role of the source in the corpus.', {
        TEXT: { description: 'A text of the corpus; the ledger covers each of its paragraphs.' },
        CONTEXT: { description: 'A public record, consulted to fix a date that a text leaves open.' },
      }),
    },
  );
  return { ...schema, required: [...(schema.required ?? []), 'role'] };
}

function event(): JsonSchema {
  return seedOf(EVENT, {
    id: part.slug('Unique among events; written without its prefix.'),
    type: part.eventType('The type of the event, which decides the roles of the participants.'),
    intends: part.eventType(describe(EVENT.attributes.intends)),
    participants: part.participants('The participants, by role.'),
    figures: { ...propertyOf(EVENT.attributes.figures), items: seedOf(FIGURE) },
    reports: { ...propertyOf(EVENT.attributes.reports), items: report() },
  });
}

function report(): JsonSchema {
  const schema = seedOf(REPORT, {
    source: part.slug('The id of the source, without its prefix.'),
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
  });
  const paragraph: JsonSchema = {
    description: 'The number of the paragraph: the non-empty lines of the text, counted from 1.',
    type: 'integer',
    minimum: 1,
  };
  return {
    ...schema,
    oneOf: [{ required: ['paragraph'] }, { required: ['locator'] }],
    properties: { ...schema.properties, paragraph },
  };
}

/** What seed files may state of the table, with the schemas of the properties that are written differently. */
function seedOf<A extends Attributes>(
  of: Pick<Table<A>, 'title' | 'attributes'>,
  written: { readonly [Name in keyof A]?: JsonSchema } = {},
): JsonSchema {
  const stated = Object.entries(of.attributes).filter(([, { inSeeds }]) => inSeeds);
  return object({
    title: of.title,
    required: stated.filter(([, { need }]) => need === 'GIVEN').map(([name]) => name),
    properties: Object.fromEntries(
      stated.map(([name, attribute]) => [name, written[name] ?? propertyOf(attribute)]),
    ),
  });
}

function propertyOf(attribute: Attribute): JsonSchema {
  const { column, schema, idOf, usual } = attribute;
  const description = describe(attribute);
  const isList = schema.type === 'array';
  if (idOf !== undefined)
    return isList
      ? part.slugs(description, idOf === 'event' ? 'an event' : 'a source')
      : part.slug(description);
  if (schema.format === 'date') return part.day(description);
  if (schema.title === 'EDTF date') return part.edtf(description);
  return {
    description,
    ...schema,
    ...(isList && column !== null ? { uniqueItems: true } : {}),
    ...(usual === undefined || usual === null || isList ? {} : { default: usual }),
  };
}

function describe({ description, missing }: Attribute): string {
  return missing === undefined ? description : `${description} Leave it out ${missing}.`;
}

const LEDGER_ENTRY = object({
  title: 'ledger entry',
  required: ['source', 'text', 'paragraphs', 'lines'],
  properties: {
    source: part.slug('The id of a source with the role TEXT, without its prefix.'),
    text: part.text('The name of the text file, without its extension.'),
    paragraphs: { description: 'The number of non-empty lines in the text.', type: 'integer', minimum: 1 },
    lines: object({
      title: 'lines',
      description: 'The events cited from each paragraph, by its number, or the reason why there are none.',
      patternProperties: {
        '^[1-9][0-9]*$': {
          if: { type: 'object' },
          then: object({
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
