import { KIND_NAMES, KINDS } from '../ontology/kinds.ts';
import {
  declarationOf,
  EVENT_TYPE_NAMES,
  isSymmetric,
  projectedRoles,
  type EventType,
} from '../ontology/lookups.ts';
import type { Role } from '../ontology/roles.ts';

const BEGIN = '<!-- The table of event types, written by `npm run schema`. -->\n\n';
const END = '\n<!-- End of the table. -->';

/** The page with its table of relationship types replaced by the one from the ontology. */
export function withRelationshipTable(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end === -1) throw new Error('The page has no place for the table of event types.');
  return page.slice(0, begin + BEGIN.length) + relationshipTable() + page.slice(end);
}

/** In the layout of Prettier, so that formatting changes nothing. */
function relationshipTable(): string {
  const head = ['type', 'from', 'to', 'is', 'status', 'means'];
  const rows = EVENT_TYPE_NAMES.map(rowOf);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |\n`;
  return [line(head), line([], '-'), ...rows.map((row) => line(row))].join('');
}

function rowOf(type: EventType): string[] {
  const { description, nature, status } = declarationOf(type);
  const { from, to } = projectedRoles(type);
  return [
    `\`${type}\``,
    kindsOf(type, from),
    isSymmetric(type) ? 'no direction' : kindsOf(type, to),
    nature.toLowerCase(),
    status === undefined ? '' : `${status.effect.toLowerCase().replaceAll('_', ' ')}: ${status.regime}`,
    description,
  ];
}

function kindsOf(type: EventType, role: Role): string {
  const kinds = declarationOf(type).roles[role]?.kinds ?? [];
  return kinds.length === KIND_NAMES.length ? 'any' : kinds.map((kind) => KINDS[kind].label).join(', ');
}
