import { cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';

/**
 * Every node names the datasets that declare it, in the order of their ids, and the fingerprint of each one's
 * declaration. It carries the attributes that the first of them gives it, whichever was loaded first.
 */
export type ClaimedLabel = 'Entity' | 'Source' | 'Event';

const LABELS: Record<ClaimedLabel, Fragment> = {
  Entity: cypher`Entity`,
  Source: cypher`Source`,
  Event: cypher`Event`,
};

/** Holds where the attributes of the node bound to `n` are those of `$dataset`. */
export const IS_FIRST = cypher`n.datasets[0] = $dataset`;

/** A declaration, by its id and fingerprint. */
export interface Claim {
  readonly id: string;
  readonly fingerprint: string;
}

/** What is to be written of a declaration; what the graph has as it is declared has no row. */
export interface UnwrittenRow {
  /** Its place among the claims. */
  readonly place: number;
  /** Whether there is such a node, whoever declares it. */
  readonly exists: boolean;
  /** Whether the dataset declares it already, but otherwise. */
  readonly claimed: boolean;
}

/** Which of its declarations the graph does not have from the dataset, or has otherwise. */
export function readUnwritten(
  label: ClaimedLabel,
  dataset: string,
  claims: readonly Claim[],
): Statement<UnwrittenRow> {
  return statement(
    cypher`
UNWIND range(0, size($ids) - 1) AS place
OPTIONAL MATCH (n:${LABELS[label]} {id: $ids[place]})
WITH place, n, CASE n.datasets
  WHEN [$dataset] THEN n.fingerprints[0]
  ELSE [i IN range(0, size(coalesce(n.datasets, [])) - 1) WHERE n.datasets[i] = $dataset | n.fingerprints[i]][0]
END AS fingerprint
WHERE fingerprint IS NULL OR fingerprint <> $fingerprints[place]
RETURN place, n IS NOT NULL AS exists, fingerprint IS NOT NULL AS claimed`,
    {
      dataset,
      ids: claims.map(({ id }) => id),
      fingerprints: claims.map(({ fingerprint }) => fingerprint),
    },
  );
}

/** Everything that the dataset declares. */
export function readClaimed(label: ClaimedLabel, dataset: string): Statement<{ id: string }> {
  return statement(cypher`MATCH (n:${LABELS[label]}) WHERE $dataset IN n.datasets RETURN n.id AS id`, {
    dataset,
  });
}

/** Those of the ids that another dataset declares, or that stay for its sake. */
export function readOthersIds(
  label: ClaimedLabel,
  dataset: string,
  ids: readonly string[],
): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (n:${LABELS[label]}) WHERE n.id IN $ids AND n.datasets <> [$dataset] RETURN n.id AS id`,
    { dataset, ids },
  );
}

/** Those of the ids that there are nodes of. */
export function readOfThese(label: ClaimedLabel, ids: readonly string[]): Statement<{ id: string }> {
  return statement(cypher`MATCH (n:${LABELS[label]}) WHERE n.id IN $ids RETURN n.id AS id`, { ids });
}

/** Makes sure that the nodes are there and that the dataset declares them. */
export function writeClaims(
  label: ClaimedLabel,
  dataset: string,
  claims: readonly Claim[],
): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MERGE (n:${LABELS[label]} {id: row.id})
WITH n, row, [i IN range(0, size(coalesce(n.datasets, [])) - 1) | [n.datasets[i], coalesce(n.fingerprints[i], '')]] AS claims
WITH n, [claim IN claims WHERE claim[0] < $dataset] + [[$dataset, row.fingerprint]]
      + [claim IN claims WHERE claim[0] > $dataset] AS claims
SET n.datasets = [claim IN claims | claim[0]], n.fingerprints = [claim IN claims | claim[1]]`,
    { dataset, rows: claims.map(({ id, fingerprint }) => ({ id, fingerprint })) },
  );
}

/**
 * Takes the dataset's claim off nodes. Where their attributes were its own, those of the next dataset are not known
 * here: its declaration is to be written again, and until it is loaded the graph does not hold that dataset whole.
 */
export function dropClaims(label: ClaimedLabel, dataset: string, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (n:${LABELS[label]}) WHERE n.id IN $ids AND $dataset IN n.datasets
WITH n, ${IS_FIRST} AS wasFirst, [i IN range(0, size(n.datasets) - 1) WHERE n.datasets[i] <> $dataset] AS others
SET n.fingerprints = [i IN others | CASE WHEN wasFirst AND i = others[0] THEN '' ELSE n.fingerprints[i] END],
    n.datasets = [i IN others | n.datasets[i]]
WITH n WHERE wasFirst AND n.datasets <> []
MATCH (next:Dataset {id: n.datasets[0]})
SET next.version = null`,
    { dataset, ids },
  );
}

/** Deletes those of the events that no dataset declares. Reports of them there are none left. */
export function deleteUnclaimedEvents(ids: readonly string[]): Statement<never> {
  return statement(cypher`MATCH (n:Event) WHERE n.id IN $ids AND n.datasets = [] DETACH DELETE n`, { ids });
}

/** Deletes the sources that no dataset declares and that report nothing: those of them, or any. */
export function deleteUnclaimedSources(ids: readonly string[] | null = null): Statement<never> {
  return statement(
    cypher`
MATCH (n:Source) WHERE ${when(ids !== null, cypher`n.id IN $ids AND`)} n.datasets = [] AND NOT EXISTS { (n)-[:REPORTS]->() }
DELETE n`,
    { ids },
  );
}

/** The entities that no dataset declares and of which nobody has decided anything. */
export function readUnclaimedEntities(): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.datasets = [] AND NOT EXISTS { (n)-[:SAME_AS|DIFFERENT_FROM]-() }
RETURN n.id AS id`,
  );
}

/** Every entity that some report speaks of. */
export function readReportedEntities(): Statement<{ id: string }> {
  return statement(cypher`
MATCH ()-[r:REPORTS]->()
UNWIND [r.attributedTo] + reduce(ids = [], key IN r.participants | ids + tail(split(key, ' '))) AS id
WITH DISTINCT id WHERE id IS NOT NULL
RETURN id`);
}

/** Deletes those of the entities that nothing else is a part of. */
export function deleteEntities(ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:PART_OF*]-(part:Entity) WHERE NOT part.id IN $ids }
DETACH DELETE n`,
    { ids },
  );
}
