import type { RowOf, Shape } from '../../cypher/shape.ts';
import { KINDS } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../record/entity.ts';
import { foldName } from '../../record/foldName.ts';

export const ENTITY = {
  id: 'TEXT',
  name: 'TEXT',
  kind: 'TEXT',
  aliases: 'TEXTS',
  description: 'TEXT',
  group: 'TRUTH',
  /** Its names, folded; its own first. */
  folded: 'TEXTS',
} as const satisfies Shape;

export function entityRow({
  id,
  kind,
  name,
  aliases,
  description,
  group,
}: EntityRecord): RowOf<typeof ENTITY> {
  const folded = [...new Set([name, ...aliases].map(foldName))];
  return { id, name, kind, aliases, description, group, folded };
}

/** The label that an entity has beside `Entity`. */
export function kindLabel({ kind }: EntityRecord): string {
  return KINDS[kind].label;
}

export const IDENTIFIER = { key: 'TEXT', scheme: 'TEXT', value: 'TEXT' } as const satisfies Shape;

export function identifierRows({ identifiers }: EntityRecord) {
  return identifiers.map(({ scheme, value }) => ({ key: `${scheme}:${value}`, scheme, value }));
}
