import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';

/** The labels of what a dataset claims. */
export type ClaimedLabel = 'Entity' | 'Source' | 'Event';

const LABELS: Record<ClaimedLabel, Fragment> = {
  Entity: cypher`Entity`,
  Source: cypher`Source`,
  Event: cypher`Event`,
};

/** A node as the diff sees it: whose attributes it carries, and which datasets claim it. */
export interface ClaimRow {
  readonly id: string;
  readonly fingerprint: string | null;
  readonly owner: string | null;
  readonly claimed: boolean;
}

/** The nodes that the dataset claims, and those of the given ids that others do. */
export function readClaims(
  label: ClaimedLabel,
  dataset: string,
  ids: readonly string[],
): Statement<ClaimRow> {
  return statement(
    cypher`
MATCH (n:${LABELS[label]}) WHERE n.id IN $ids OR $dataset IN n.datasets
RETURN n.id AS id, n.fingerprint AS fingerprint, n.owner AS owner, $dataset IN n.datasets AS claimed`,
    { dataset, ids },
  );
}

/** Takes the dataset's claim off nodes; what another still claims loses only the attributes' owner. */
export function dropClaims(label: ClaimedLabel, dataset: string, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (n:${LABELS[label]}) WHERE n.id IN $ids
SET n.datasets = [other IN n.datasets WHERE other <> $dataset]
WITH n WHERE n.owner = $dataset
SET n.owner = null, n.fingerprint = null`,
    { dataset, ids },
  );
}

/** Deletes those of the nodes that no dataset claims and no event of another dataset needs. */
export function deleteUnclaimed(label: ClaimedLabel, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (n:${LABELS[label]}) WHERE n.id IN $ids AND n.datasets = [] AND NOT EXISTS { (n)-[:TOOK_PART|REPORTS]->() }
OPTIONAL MATCH (key:Identifier)-[:IDENTIFIES]->(n)
DETACH DELETE key, n`,
    { ids },
  );
}
