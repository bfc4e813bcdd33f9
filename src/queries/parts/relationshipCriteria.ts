import type { Kind } from '../../ontology/kinds.ts';
import { allOf, cypher, type Fragment, when } from '../../cypher/cypher.ts';
import type { Level } from '../../ontology/levels.ts';
import type { EventCriteria } from './eventCriteria.ts';
import type { VersionSource } from './versionSource.ts';

/** What relationships must have. `from`, `to` and `between` concern their ends, the rest their event. */
export interface RelationshipCriteria extends Omit<EventCriteria, 'stances' | 'kinds'> {
  /** Each end is of one of these kinds. */
  readonly kinds?: readonly Kind[];
  readonly levels?: readonly Level[];
}

/** The criteria that concern the event, not the ends. */
export function ofEvent(filter: RelationshipCriteria): EventCriteria {
  const endFields = new Set(['from', 'to', 'between', 'kinds', 'levels']);
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !endFields.has(name)));
}

export function endConditions(
  { from, to, between, kinds, levels }: RelationshipCriteria,
  source: VersionSource,
): Fragment {
  return allOf([
    when(
      from !== undefined && to === undefined,
      cypher`(a.id IN $from OR (b.id IN $from AND ${source.edgeType} IN $symmetric))`,
    ),
    when(
      from === undefined && to !== undefined,
      cypher`(b.id IN $to OR (a.id IN $to AND ${source.edgeType} IN $symmetric))`,
    ),
    when(
      from !== undefined && to !== undefined,
      cypher`((a.id IN $from AND b.id IN $to) OR (b.id IN $from AND a.id IN $to AND ${source.edgeType} IN $symmetric))`,
    ),
    when(between !== undefined, cypher`a.id IN $between AND b.id IN $between`),
    when(kinds !== undefined, cypher`a.kind IN $kinds AND b.kind IN $kinds`),
    when(levels !== undefined, cypher`r.level IN $levels`),
  ]);
}
