import type { ColumnType } from '../../record/attribute.ts';
import { HOUSEKEEPING, PROPERTIES } from '../graphNames.ts';
import { table } from './markdown.ts';

/**
 * The properties on one kind of node or relationship, by the heading of the page under which they stand: those that
 * answer questions, or those of housekeeping.
 */
export function propertyTable(heading: string, isHousekeeping: boolean): string {
  const attributes = PROPERTIES[heading];
  if (attributes === undefined) throw new Error(`There are no properties of "${heading}".`);
  const rows = Object.entries(attributes).flatMap(([name, { column, description, missing }]) => {
    if (column === null || HOUSEKEEPING.has(name) !== isHousekeeping) return [];
    const is = missing === undefined ? description : `${description} Absent ${missing}.`;
    return [[`\`${name}\``, `\`${TYPES[column]}\``, is]];
  });
  return table(['property', 'type', 'is'], rows);
}

const TYPES: Record<ColumnType, string> = {
  TEXT: 'STRING',
  TEXTS: 'LIST<STRING>',
  DAY: 'DATE',
  TRUTH: 'BOOLEAN',
  WHOLE: 'INTEGER',
  NUMBER: 'FLOAT',
  NUMBERS: 'LIST<FLOAT>',
};
