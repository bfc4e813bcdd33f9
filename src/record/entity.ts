import { KINDS } from '../ontology/kinds.ts';
import {
  distinctParts,
  edtf,
  id,
  ids,
  link,
  notInSeeds,
  oneOf,
  optional,
  type RecordOf,
  type RowOf,
  rowOf,
  table,
  text,
  texts,
  truth,
} from './attribute.ts';
import { foldName } from './foldName.ts';
import { INDEXED } from './structure/schemaParts.ts';
import { indexedWords } from './words.ts';

/** A key that someone else gave an entity. */
export const IDENTIFIER = table('identifier', {
  scheme: text(
    'The scheme of the key: `iso3166-1-alpha-2`, `wikidata`, `un-sc` (the UN Security Council list).',
    {
      maxLength: 100,
      pattern: '^[^:]+$',
      patternErrorMessage: 'A scheme has no colon, because one stands between scheme and key.',
    },
  ),
  value: text('The key itself, such as `Q159`.', { minLength: 1, ...INDEXED }),
});

export type Identifier = RecordOf<typeof IDENTIFIER>;

/** A country, an organization or an actor, as one dataset declares it. */
export const ENTITY = table('entity', {
  id: id('The id: the kebab-case of the common English name, such as `united-states`.', 'entity'),
  kind: oneOf('The kind of entity: a country, an organization or an actor.', KINDS),
  name: text('The common English name.'),
  aliases: texts('Other names and spellings. Search finds the entity by these too.'),
  description: optional(text('A line that says who or what the entity is.'), 'if nobody wrote one'),
  // Never expanded beyond the text.
  group: truth(
    'Whether the entity is a collective that a source names without listing its members, such as "the West".',
  ),
  partOf: optional(
    link('The state or body that an organ belongs to.', 'entity'),
    'if the entity is no organ',
  ),
  existed: optional(
    edtf('When the entity existed, such as `1994/..`. Nothing is concluded of a time before or after.'),
    'if not recorded',
  ),
  identifiers: distinctParts('Keys that others gave the entity.', IDENTIFIER),
  // A hint for reviews, without a date: nothing is concluded from it.
  countries: notInSeeds(
    ids(
      'The ids of the countries to which the dataset assigns the entity, such as the nationality of a person. They have no date.',
      'entity',
    ),
  ),
});

export type EntityRecord = RecordOf<typeof ENTITY>;

/** As the graph keeps it, on its node. */
export const STORED_ENTITY = table('stored entity', {
  ...ENTITY.attributes,
  folded: texts('The names without case and diacritics, for search: first its own, then its aliases.'),
  words: text('The words of the names, as search cuts them, between blanks.'),
});

export function entityRow(entity: EntityRecord): RowOf<typeof STORED_ENTITY.columns> {
  return { ...rowOf(ENTITY, entity), ...searchedNames(entity) };
}

/** What search finds the entity by. */
export function searchedNames({ name, aliases }: Pick<EntityRecord, 'name' | 'aliases'>) {
  const names = [name, ...aliases];
  return { folded: [...new Set(names.map(foldName))], words: indexedWords(names) };
}

/** The label that an entity has beside `Entity`. */
export function kindLabel({ kind }: EntityRecord): string {
  return KINDS[kind].label;
}

export const STORED_IDENTIFIER = table('stored identifier', {
  key: text('The key with its scheme: `wikidata:Q159`.'),
  ...IDENTIFIER.attributes,
});

export function identifierRows({ identifiers }: EntityRecord) {
  return identifiers.map(({ scheme, value }) => ({ key: `${scheme}:${value}`, scheme, value }));
}
