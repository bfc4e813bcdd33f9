import { KINDS } from '../ontology/kinds.ts';
import { STANCES } from '../ontology/stances.ts';
import * as part from '../record/structure/schemaParts.ts';
import type { JsonSchema } from '../record/structure/schemaParts.ts';
import type { Section } from './seedFile.ts';

/** The JSON Schema of each kind of seed file, for editors and for the check. Derived from the ontology. */
export function seedSchemas(): Readonly<Record<Section, JsonSchema>> {
  return {
    entities: listOf('Entities', ENTITY),
    sources: listOf('Sources', SOURCE),
    events: listOf('Events, each with its reports', EVENT),
    ledger: listOf('The ledger: the texts, each with its paragraphs', LEDGER_ENTRY),
  };
}

function listOf(title: string, items: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, type: 'array', items };
}

const ENTITY = part.object({
  title: 'entity',
  required: ['id', 'kind', 'name'],
  properties: {
    id: part.slug('The kebab-case of the common English name. Unique among entities.'),
    kind: part.oneOf('The kind of the entity.', KINDS),
    name: part.text('The common English name.'),
    aliases: part.texts('Other spellings and names.'),
    description: part.text('A line on who or what the entity is.'),
    group: {
      description: 'True for a collective that a text names but does not list.',
      type: 'boolean',
      default: false,
    },
    partOf: part.slug('The id of the state or body that an organ belongs to.'),
    identifiers: {
      title: 'identifiers',
      description:
        'Keys that others gave the entity, by their scheme: `wikidata: Q159`. Unique among entities.',
      type: 'object',
      additionalProperties: { type: ['string', 'integer'], minLength: 1 },
    },
  },
});

const SOURCE = part.object({
  title: 'source',
  required: ['id', 'role', 'title', 'publisher', 'read'],
  properties: {
    id: part.slug('Unique among sources; written without its prefix.'),
    role: part.oneOf('The role of the source in the corpus.', {
      TEXT: { description: 'A text of the corpus; the ledger covers each of its paragraphs.' },
      CONTEXT: { description: 'A public record, consulted to fix a date that a text leaves open.' },
    }),
    title: part.text('The title.'),
    publisher: part.text('The publisher.'),
    author: part.text('The author, if the source names one.'),
    url: { description: 'The address.', ...part.ADDRESS },
    published: part.edtf('The date of publication. Leave it out if it is unknown.'),
    basis: part.text('How the date of publication was found, if the source does not state it.'),
    read: part.day('The day on which the source was read, and the last on which it can have been published.'),
    retracted: part.day('The day from which the source no longer counts.'),
  },
});

const REPORT = part.object({
  title: 'report',
  required: ['source', 'date'],
  oneOf: [{ required: ['paragraph'] }, { required: ['locator'] }],
  properties: {
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
    stance: { ...part.oneOf('The stance of the source toward the event.', STANCES), default: 'AFFIRMS' },
    date: part.edtf('The date of the event, as this source gives it.'),
    wording: part.text('The words in which the source gives the date, shortened.'),
    attributedTo: part.slug('The id of the entity to which the source attributes the claim.'),
    participants: part.participants(
      "All participants as this source names them, if they differ from the event's.",
    ),
  },
});

const EVENT = part.object({
  title: 'event',
  required: ['id', 'type', 'summary', 'participants', 'reports'],
  properties: {
    id: part.slug('Unique among events; written without its prefix.'),
    type: part.eventType('The type of the event, which decides the roles of the participants.'),
    summary: part.text(
      'A sentence on what happened, in our own words. For an appeal: who is urged to do what.',
    ),
    participants: part.participants('The participants, by role.'),
    post: part.text('The post held, taken or left.'),
    intends: part.eventType('The type of the act that an announcement or a bill intends.'),
    topics: part.texts('The topics of the event.'),
    places: part.texts('The places of the event.'),
    figures: {
      description: 'Numbers that the sources give for the event.',
      type: 'array',
      items: part.object({
        title: 'figure',
        required: ['what', 'value'],
        properties: {
          what: part.text('The thing that is counted, with its unit.'),
          value: { description: 'The number.', type: 'number' },
        },
      }),
    },
    partOf: part.slugs('The events that this event is a part of.'),
    follows: part.slugs('The events that this event follows from or answers.'),
    reports: {
      description: 'The reports of the event: at least one.',
      type: 'array',
      minItems: 1,
      items: REPORT,
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
