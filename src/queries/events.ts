import { cypher } from '../cypher/cypher.ts';
import type { Closeness } from '../ontology/closeness.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventBlocks, type EventRow } from './parts/columns.ts';
import { openStart } from './parts/page.ts';

export function eventsByIds(ids: readonly string[], blocks: EventBlocks): Statement<EventRow> {
  return statement(cypher`MATCH (e:Event) WHERE e.id IN $ids RETURN ${eventColumns(blocks)}`, { ids });
}

/** How closely the CAMEO codes of the events match their types. */
export function closenesses(ids: readonly string[]): Statement<{ id: string; closeness: Closeness | null }> {
  return statement(cypher`MATCH (e:Event) WHERE e.id IN $ids RETURN e.id AS id, e.closeness AS closeness`, {
    ids,
  });
}

/** The event that has the key `scheme:value` in its source. */
export function eventByIdentifier(scheme: string, value: string, blocks: EventBlocks): Statement<EventRow> {
  return statement(
    cypher`MATCH (:Source)-[row:REPORTS]->(e:Event) WHERE row.key = $key WITH DISTINCT e LIMIT 1 RETURN ${eventColumns(blocks)}`,
    { key: `${scheme}:${value}` },
  );
}

/** Events that contain an event, are part of it, precede it or follow it. */
export interface EventLinkRow extends EventRow {
  readonly owner: string;
  readonly link: 'PART_OF' | 'FOLLOWS';
  readonly forward: boolean;
}

export function eventLinks(ids: readonly string[]): Statement<EventLinkRow> {
  return statement(
    cypher`
MATCH (n:Event) WHERE n.id IN $ids
MATCH (n)-[l:PART_OF|FOLLOWS]-(e:Event)
WITH n, l, e ORDER BY ${openStart(cypher`e`)}, e.at, e.id
RETURN n.id AS owner, type(l) AS link, startNode(l) = n AS forward, ${eventColumns({ participants: false, reports: false })}`,
    { ids },
  );
}
