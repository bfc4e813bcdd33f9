import { allOf, cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { during } from './parts/during.ts';
import { type KnownBy, knownParameters, latestBy, sourceCounts } from './parts/known.ts';
import { onEachVersionSource, wasKnown } from './parts/versionSource.ts';

/** One count: of entities of a kind, events of a type, sources or reports. */
export interface StatisticsRow {
  readonly of: 'KIND' | 'TYPE' | 'SOURCES' | 'REPORTS';
  readonly name: string | null;
  readonly count: number;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** Which events are counted, and by which day they and the sources and reports must be known. */
export interface StatisticsFilter extends KnownBy {
  readonly during?: Period;
}

/** Reads every entity and every event once. It is the only question whose cost grows with the whole graph. */
export function statistics(filter: StatisticsFilter): Statement<StatisticsRow> {
  const counts = sourceCounts(cypher`s`, filter);
  const events = onEachVersionSource(filter, (source) => {
    const { view, event } = source;
    const conditions = allOf([
      wasKnown(view, filter, source),
      cypher`${view}.stances <> []`,
      during(view, filter.during, filter, cypher`${view}.affirmed`),
    ]);
    return cypher`
  MATCH ${event} WHERE ${conditions}
  RETURN e.type AS name, CASE WHEN ${view}.affirmed THEN ${view}.earliest END AS earliest,
    CASE WHEN ${view}.affirmed THEN ${latestBy(view, filter)} END AS latest`;
  });
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.canonical IS NULL RETURN 'KIND' AS of, n.kind AS name, count(n) AS count, null AS earliest, null AS latest
UNION ALL
CALL () {${events}
}
RETURN 'TYPE' AS of, name, count(*) AS count, toString(min(earliest)) AS earliest, toString(max(latest)) AS latest
UNION ALL
MATCH (s:Source) WHERE ${counts}
RETURN 'SOURCES' AS of, null AS name, count(s) AS count, null AS earliest, null AS latest
UNION ALL
MATCH (s:Source)-[r:REPORTS]->() WHERE ${counts}
RETURN 'REPORTS' AS of, null AS name, count(r) AS count, null AS earliest, null AS latest`,
    {
      ...knownParameters(filter),
      periodFrom: filter.during?.from ?? null,
      periodTo: filter.during?.to ?? null,
    },
  );
}
