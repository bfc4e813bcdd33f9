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
    kind: part.oneOf('What kind of entity it is.', KINDS),
    name: part.text('The common English name.'),
    aliases: part.texts('Other spellings and names.'),
    description: part.text('What it is, in one line.'),
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
    role: part.oneOf('What the source is to the corpus.', {
      TEXT: { description: 'A text of the corpus; the ledger covers each of its paragraphs.' },
      CONTEXT: { description: 'The public record, opened to close a date that a text leaves open.' },
    }),
    title: part.text('Its title.'),
    publisher: part.text('Who published it.'),
    author: part.text('Who wrote it, where it says so.'),
    url: {
      description: 'Its address.',
      type: 'string',
      pattern: '^https?://\\S+$',
      patternErrorMessage: 'An address starts with https:// or http:// and has no spaces.',
    },
    published: part.edtf('When it was published; left out where nothing is known.'),
    basis: part.text('How a date that the source does not state itself was found.'),
    read: part.day('When it was read: the latest that it can have been published.'),
    retracted: part.day('From when on it no longer counts.'),
  },
});

const REPORT = part.object({
  title: 'report',
  required: ['source', 'date'],
  oneOf: [{ required: ['paragraph'] }, { required: ['locator'] }],
  properties: {
    source: part.slug('The id of the source, without its prefix.'),
    paragraph: { description: 'Which non-empty line of the text, from 1.', type: 'integer', minimum: 1 },
    locator: {
      description: 'Where in a source that has no paragraphs.',
      type: 'string',
      minLength: 1,
      pattern: '^(?!p\\d+$)',
      patternErrorMessage: 'A paragraph is given by its number: `paragraph: 4`.',
    },
    stance: { ...part.oneOf('What the source says of the event.', STANCES), default: 'AFFIRMS' },
    date: part.edtf('When it happened, as this source gives it.'),
    wording: part.text('How the source words the date, in brief.'),
    attributedTo: part.slug('The id of the entity to which the source attributes the claim.'),
    participants: part.participants(
      "All participants as this source names them, in place of the event's, where they differ.",
    ),
  },
});

const EVENT = part.object({
  title: 'event',
  required: ['id', 'type', 'summary', 'participants', 'reports'],
  properties: {
    id: part.slug('Unique among events; written without its prefix.'),
    type: part.eventType('What happened or is so; it says which roles the participants have.'),
    summary: part.text('What happened, in our own words; of an appeal, whom one urged to do what.'),
    participants: part.participants('Who took part, by role.'),
    post: part.text('The post held, taken or left.'),
    intends: part.eventType('Of an announcement or a bill: the type of the act to come.'),
    topics: part.texts('What it was about.'),
    places: part.texts('Where it happened.'),
    figures: {
      description: 'Numbers that the sources give.',
      type: 'array',
      items: part.object({
        title: 'figure',
        required: ['what', 'value'],
        properties: {
          what: part.text('What is counted, with its unit.'),
          value: { description: 'How many or how much.', type: 'number' },
        },
      }),
    },
    partOf: part.slugs('The events that it is a part of.'),
    follows: part.slugs('The events that it follows from or answers.'),
    reports: {
      description: 'What sources say of it: one report or more.',
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
    text: part.text("The text file's name without its ending."),
    paragraphs: { description: 'How many non-empty lines the text has.', type: 'integer', minimum: 1 },
    lines: part.object({
      title: 'lines',
      description: 'For each paragraph, by its number: the events cited from it, or why there are none.',
      patternProperties: {
        '^[1-9][0-9]*$': {
          if: { type: 'object' },
          then: part.object({
            title: 'line',
            required: ['nothing'],
            properties: { nothing: part.text('Why the paragraph holds no fact.') },
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
