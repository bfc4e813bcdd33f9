import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';

/** A count of one thing: of entities by kind, of events by type, of sources, of reports. */
export interface StatisticsRow {
  readonly of: 'KIND' | 'TYPE' | 'SOURCES' | 'REPORTS';
  readonly name: string | null;
  readonly count: number;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** Reads every entity and event once: the one question whose cost grows with the whole graph. */
export function statistics(): Statement<StatisticsRow> {
  return statement(cypher`
MATCH (n:Entity) RETURN 'KIND' AS of, n.kind AS name, count(n) AS count, null AS earliest, null AS latest
UNION ALL
MATCH (e:Event) RETURN 'TYPE' AS of, e.type AS name, count(e) AS count,
  toString(min(e.earliest)) AS earliest, toString(max(e.latest)) AS latest
UNION ALL
MATCH (s:Source) RETURN 'SOURCES' AS of, null AS name, count(s) AS count, null AS earliest, null AS latest
UNION ALL
MATCH (:Source)-[r:REPORTS]->() RETURN 'REPORTS' AS of, null AS name, count(r) AS count, null AS earliest, null AS latest`);
}
