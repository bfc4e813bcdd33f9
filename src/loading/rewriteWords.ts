import { cypher, type Fragment } from '../cypher/cypher.ts';
import { type Parameters, statement, type Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { type EntityRecord, searchedNames } from '../record/entity.ts';
import { type EventRecord, searchedText } from '../record/event.ts';
import { BATCH } from './batches.ts';

/** Writes anew what search finds entities and events by. An older version may have folded and cut it otherwise. */
export async function rewriteWords(graph: Graph): Promise<void> {
  await rewrite(graph, ENTITY, entitiesAfter, searchedNames);
  await rewrite(graph, EVENT, eventsAfter, (event) => ({ words: searchedText(event) }));
}

const ENTITY = cypher`Entity`;
const EVENT = cypher`Event`;

function entitiesAfter(id: string): Statement<Pick<EntityRecord, 'id' | 'name' | 'aliases'>> {
  return statement(
    cypher`${nodesAfter(ENTITY)} RETURN n.id AS id, n.name AS name, coalesce(n.aliases, []) AS aliases`,
    { id, limit: BATCH },
  );
}

function eventsAfter(
  id: string,
): Statement<Pick<EventRecord, 'id' | 'summary' | 'topics' | 'places'> & { readonly figureNames: string[] }> {
  return statement(
    cypher`${nodesAfter(EVENT)}
RETURN n.id AS id, n.summary AS summary, coalesce(n.topics, []) AS topics, coalesce(n.places, []) AS places,
  coalesce(n.figureNames, []) AS figureNames`,
    { id, limit: BATCH },
  );
}

function nodesAfter(label: Fragment): Fragment {
  return cypher`MATCH (n:${label}) WHERE n.id > $id WITH n ORDER BY n.id LIMIT $limit`;
}

async function rewrite<Row extends { readonly id: string }>(
  graph: Graph,
  label: Fragment,
  readAfter: (id: string) => Statement<Row>,
  searchedIn: (row: Row) => Parameters,
): Promise<void> {
  const write = cypher`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n += row.searched`;
  let last: string | undefined = '';
  while (last !== undefined) {
    const after: string = last;
    last = await graph.write(async (transaction) => {
      const found = await transaction.run(readAfter(after));
      const rows = found.map((row) => ({ id: row.id, searched: searchedIn(row) }));
      await transaction.run(statement(write, { rows }));
      return rows.at(-1)?.id;
    });
  }
}
