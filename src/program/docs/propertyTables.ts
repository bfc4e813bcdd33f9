import { CLAIM } from '../../loading/claims.ts';
import { ENDED, RELATIONSHIP, TOOK_PART, VIEW } from '../../loading/viewShape.ts';
import { type Attributes, type ColumnType, optional, text, texts } from '../../record/attribute.ts';
import { STORED_ENTITY, STORED_IDENTIFIER } from '../../record/entity.ts';
import { STORED_EVENT } from '../../record/event.ts';
import { STORED_REPORT } from '../../record/report.ts';
import { STORED_SOURCE } from '../../record/source.ts';
import { table } from './markdown.ts';

/** The properties on one kind of node or relationship, by the heading of the page under which they stand. */
export function propertyTable(heading: string): string {
  const attributes = PROPERTIES[heading];
  if (attributes === undefined) throw new Error(`There are no properties of "${heading}".`);
  const rows = Object.entries(attributes).flatMap(([name, { column, description, missing }]) => {
    if (column === null) return [];
    const is = missing === undefined ? description : `${description} Absent ${missing}.`;
    return [[`\`${name}\``, `\`${TYPES[column]}\``, is]];
  });
  return table(['property', 'type', 'is'], rows);
}

const PROPERTIES: Readonly<Record<string, Attributes>> = {
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
};

const TYPES: Record<ColumnType, string> = {
  TEXT: 'STRING',
  TEXTS: 'LIST<STRING>',
  DAY: 'DATE',
  TRUTH: 'BOOLEAN',
  WHOLE: 'INTEGER',
  NUMBER: 'FLOAT',
  NUMBERS: 'LIST<FLOAT>',
};
