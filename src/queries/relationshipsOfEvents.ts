import type { Closeness } from '../ontology/closeness.ts';
import type { Coding } from '../ontology/codings.ts';
import type { EventType } from '../ontology/lookups.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Level } from '../ontology/levels.ts';
import { openStart } from './parts/page.ts';

export interface EventRelationshipRow {
  readonly event: string;
  readonly type: EventType;
  readonly level: Level;
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly edtf: string;
  readonly sources: readonly string[];
  readonly post: string | null;
  readonly datasets: readonly string[];
  readonly coding: Coding;
  /** How closely the CAMEO code of an imported event matches the type. */
  readonly closeness: Closeness | null;
}

/** The current relationships of these events. */
export function relationshipsOfEvents(ids: readonly string[]): Statement<EventRelationshipRow> {
  return statement(
    cypher`
MATCH (e:Event) WHERE e.id IN $ids
MATCH (e)<-[:TOOK_PART]-(a:Entity), (e)<-[:TOOK_PART]-(b:Entity)
WITH DISTINCT e, a, b
MATCH (a)-[r:$(e.type)]->(b) WHERE r.event = e.id
RETURN e.id AS event, e.type AS type, r.level AS level, a.id AS from, b.id AS to,
  a.name AS fromName, b.name AS toName, r.edtf AS edtf, r.sources AS sources,
  r.post AS post, r.datasets AS datasets, r.coding AS coding, e.closeness AS closeness
ORDER BY ${openStart(cypher`e`)}, e.at, event, from, to`,
    { ids },
  );
}
