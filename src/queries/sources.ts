import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { sourceCells, type SourceCells } from './parts/columns.ts';
import { direction, type Page } from './parts/page.ts';
import type { Selected } from './parts/selected.ts';

export interface SourceRow {
  readonly source: SourceCells;
}

export function sourcesByIds(ids: readonly string[], selected?: Selected): Statement<SourceRow> {
  return statement(
    cypher`MATCH (s:Source) WHERE s.id IN $ids RETURN ${sourceCells(cypher`s`, selected)} AS source`,
    { ids },
  );
}

/** All sources in the order of their ids. */
export function sourcePage({ limit, beyond, backward }: Page<string>): Statement<SourceRow> {
  return statement(
    cypher`
MATCH (s:Source) WHERE ${backward && beyond !== null ? cypher`s.id < $beyond` : cypher`s.id > $beyond`}
WITH s ORDER BY s.id${direction(backward)} LIMIT $limit
RETURN ${sourceCells(cypher`s`)} AS source`,
    { limit, beyond: beyond ?? '' },
  );
}

export function sourceCount(): Statement<{ count: number }> {
  return statement(cypher`MATCH (s:Source) RETURN count(s) AS count`);
}
