import { CLAIM } from '../loading/claims.ts';
import { ENDED, RELATIONSHIP, TOOK_PART, VIEW } from '../loading/viewShape.ts';
import { KINDS } from '../ontology/kinds.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import { type Attributes, day, optional, text, texts } from '../record/attribute.ts';
import { DATASET } from '../record/datasetIdentity.ts';
import { STORED_ENTITY, STORED_IDENTIFIER } from '../record/entity.ts';
import { STORED_EVENT } from '../record/event.ts';
import { STORED_REPORT } from '../record/report.ts';
import { STORED_SOURCE } from '../record/source.ts';

/** Every label that a node can have. */
export const LABELS: readonly string[] = [
  ...['Entity', 'Event', 'Source', 'Identifier'],
  ...Object.values(KINDS).map(({ label }) => label),
  ...['EventVersion', 'RelationshipVersion', 'Dataset', 'Resolution'],
];

/** Every type that a relationship can have. */
export const RELATIONSHIP_TYPES: readonly string[] = [
  ...EVENT_TYPE_NAMES,
  ...['TOOK_PART', 'REPORTS', 'PART_OF', 'FOLLOWS', 'IDENTIFIES', 'SAME_AS', 'DIFFERENT_FROM'],
  ...['VERSION_OF', 'TOOK_PART_THEN', 'PROJECTS', 'FROM', 'TO'],
];

/** The properties of each kind of node and relationship, by its heading in docs/reference. */
export const PROPERTIES: Readonly<Record<string, Attributes>> = {
  Entity: {
    ...STORED_ENTITY.attributes,
    canonical: optional(text('The present id.'), 'if no review merged the entity into another one'),
    ...CLAIM.attributes,
  },
  Identifier: STORED_IDENTIFIER.attributes,
  Event: { ...STORED_EVENT.attributes, ...VIEW.attributes, ...CLAIM.attributes },
  Source: { ...STORED_SOURCE.attributes, ...CLAIM.attributes },
  REPORTS: {
    ...STORED_REPORT.attributes,
    resolved: optional(
      texts('The participants with their present ids.'),
      'if no review merged one of them into another entity',
    ),
  },
  TOOK_PART: TOOK_PART.attributes,
  'The view': RELATIONSHIP.attributes,
  'What was known before': ENDED.attributes,
  Decisions: { on: day('The day of the decision.'), by: text('Who decided, or the name of the file.') },
  'Dataset and Resolution': {
    ...DATASET.attributes,
    id: text('The dataset; `resolution` for all decisions together.'),
    coding: optional(text('Who read its sources: `HUMAN`, `REGISTER` or `MACHINE`.'), 'for `resolution`'),
    version: optional(text('It changes whenever the content changes.'), 'if the dataset is incomplete'),
    draft: optional(text('It changes with every part of an import.'), 'if the dataset is whole'),
    importedTo: optional(text('How far an import has got.'), 'if no import is under way'),
  },
};

/** Properties that keep the graph right and fast. No question needs them, so they have a page of their own. */
export const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'span',
  'at',
  'asOf',
  'asOfEarliest',
  'disagreeing',
  'faces',
  'entity',
  'fingerprints',
]);

const KEPT = Object.values(PROPERTIES)
  .flatMap((attributes) => Object.entries(attributes))
  .filter(([, { column }]) => column !== null);

export const PROPERTY_NAMES: ReadonlySet<string> = new Set(KEPT.map(([name]) => name));

/** Those that are days wherever they are. */
export const DAY_NAMES: readonly string[] = [...PROPERTY_NAMES].filter((name) =>
  KEPT.every(([other, { column }]) => other !== name || column === 'DAY'),
);
