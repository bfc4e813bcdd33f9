import type { EventType } from '../ontology/lookups.ts';
import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';
import { entityCells, type EntityCells } from './parts/columns.ts';
import { edgeParameters, edgesOf, type EdgeCriteria } from './parts/edgeCriteria.ts';
import { latestBy } from './parts/known.ts';
import { onEachVersionSource } from './parts/versionSource.ts';
import { direction, type Page } from './parts/page.ts';

/** The entities with which an entity has relationships: most events first, then by id. */
export interface CounterpartCursor {
  readonly events: number;
  readonly id: string;
}

export interface CounterpartRow extends CounterpartCursor {
  readonly owner: string;
  readonly entity: EntityCells;
  readonly types: readonly EventType[];
  readonly earliest: Day;
  readonly latest: Day;
}

export function counterparts(
  owners: readonly string[],
  filter: EdgeCriteria,
  { limit, beyond, backward }: Page<CounterpartCursor>,
): Statement<CounterpartRow> {
  const further = backward ? cypher`>` : cypher`<`;
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${matches(filter)}
  WITH other, count(DISTINCT r.event) AS events, collect(DISTINCT type) AS types,
       min(r.earliest) AS earliest, max(${latestBy(cypher`r`, filter)}) AS latest
  ${when(
    beyond !== null,
    cypher`WHERE events ${further} $beyondEvents OR (events = $beyondEvents AND other.id ${backward ? cypher`<` : cypher`>`} $beyondId)`,
  )}
  WITH * ORDER BY events${direction(!backward)}, other.id${direction(backward)} LIMIT $limit
  RETURN other, events, types, earliest, latest
}
RETURN owner, ${entityCells(cypher`other`)} AS entity, other.id AS id, events, types,
       toString(earliest) AS earliest, toString(latest) AS latest
ORDER BY events${direction(!backward)}, id${direction(backward)}`,
    {
      ...edgeParameters(filter),
      owners,
      limit,
      beyondEvents: beyond?.events ?? null,
      beyondId: beyond?.id ?? null,
    },
  );
}

export function counterpartCounts(
  owners: readonly string[],
  filter: EdgeCriteria,
): Statement<{ owner: string; count: number }> {
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) { ${matches(filter)} RETURN count(DISTINCT other) AS count }
RETURN owner, count`,
    { ...edgeParameters(filter), owners },
  );
}

function matches(filter: EdgeCriteria): Fragment {
  const edges = onEachVersionSource(
    filter,
    (source) => cypher`
  ${edgesOf(cypher`owner`, filter, source)}
  RETURN other, r, ${source.edgeType} AS type`,
  );
  return cypher`CALL (owner) {${edges}
}`;
}
