import { cypher } from '../cypher/cypher.ts';
import { statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { type Day, LAST_DAY } from '../time/day.ts';

/** A link between two events with dates that do not fit it. */
export interface LinkOutOfOrder {
  readonly link: 'PART_OF' | 'FOLLOWS';
  /** The part, or the sequel. */
  readonly event: string;
  readonly earliest: Day;
  readonly latest: Day;
  /** The whole, or what comes first. */
  readonly other: string;
  readonly otherEarliest: Day;
  readonly otherLatest: Day;
}

/**
 * The links of a dataset's events that seed files may not have: of parts beyond a whole with exact days, or altogether
 * outside of another, and of sequels that begin before what they follow.
 * @returns how many there are, and the first of them in the order of the events' ids
 */
export async function linksOutOfOrder(
  graph: Graph,
  dataset: string,
  shown: number,
): Promise<{ count: number; first: readonly LinkOutOfOrder[] }> {
  const parameters = { dataset, shown, lastDay: LAST_DAY };
  const [row] = await graph.read(
    statement<{ count: number }>(cypher`${OUT_OF_ORDER} RETURN count(*) AS count`, parameters),
    { timeoutMs: TIMEOUT_MS },
  );
  const count = row?.count ?? 0;
  if (count === 0) return { count, first: [] };
  const first = statement<LinkOutOfOrder>(
    cypher`
${OUT_OF_ORDER}
RETURN type(l) AS link, e.id AS event, toString(e.earliest) AS earliest, toString(e.latest) AS latest,
  other.id AS other, toString(other.earliest) AS otherEarliest, toString(other.latest) AS otherLatest
ORDER BY event, link, other LIMIT $shown`,
    parameters,
  );
  return { count, first: await graph.read(first, { timeoutMs: TIMEOUT_MS }) };
}

/** As the rules of `src/record/rules/eventLinks.ts` have it for seed files. */
const OUT_OF_ORDER = cypher`
MATCH (e:Event)-[l:PART_OF|FOLLOWS]->(other:Event)
WHERE $dataset IN e.datasets AND CASE type(l)
  WHEN 'PART_OF' THEN e.latest < other.earliest OR e.earliest > other.latest
    OR other.earliest = other.beginLatest AND other.endEarliest = other.latest AND other.latest <> date($lastDay)
      AND (e.earliest < other.earliest OR e.latest > other.latest)
  ELSE e.earliest < other.earliest OR e.beginLatest < other.beginLatest
END`;

/** It reads all links between events once. */
const TIMEOUT_MS = 600_000;
