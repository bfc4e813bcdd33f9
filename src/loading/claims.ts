import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { type RowOf, table, texts } from '../record/attribute.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * A claim is a dataset's declaration of a node. Every node names the datasets that claim it, in the order of their
 * ids, and the fingerprint of each declaration. It has the attributes that the first of them declares, whichever was
 * loaded first.
 */
export interface Claim {
  readonly id: string;
  readonly fingerprint: string;
}

/** A claim on a node that another dataset describes. */
export interface LabelledClaim extends Claim {
  readonly label: ClaimedLabel;
}

export type ClaimedLabel = 'Entity' | 'Source' | 'Event';

const LABELS: Record<ClaimedLabel, Fragment> = {
  Entity: cypher`Entity`,
  Source: cypher`Source`,
  Event: cypher`Event`,
};

/** Holds if the node bound to `n` has the attributes that `$dataset` declares. */
export const IS_FIRST = cypher`n.datasets[0] = $dataset`;

/** The columns of claims on a node. */
export const CLAIM = table('claim', {
  datasets: texts('The datasets that declare it, in the order of their ids.'),
  fingerprints: texts(
    'The fingerprint of the declaration of each, so that loading again writes only changes.',
  ),
});

/** The claim on a node that one dataset alone declares. */
export function claimRow(dataset: string, record: object): RowOf<typeof CLAIM.columns> {
  return { datasets: [dataset], fingerprints: [fingerprint(record)] };
}

export function claimOf(record: { readonly id: string }): Claim {
  return { id: record.id, fingerprint: fingerprint(record) };
}

/** A declaration that the graph lacks. */
export interface UnwrittenRow {
  /** Its place among the claims. */
  readonly place: number;
  /** Whether the node exists, whoever declares it. */
  readonly exists: boolean;
  /** Whether the dataset declares the node already, with other content. */
  readonly claimed: boolean;
}

/** The claims of a dataset that the graph lacks or has with another fingerprint. */
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

/** Claims nodes that exist. Claims on others are left out. */
export async function claimExisting(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  claims: readonly Claim[],
): Promise<void> {
  for (const batch of batches(claims)) {
    const rows = await transaction.run(readUnwritten(label, dataset, batch));
    const there = rows.flatMap(({ place, exists }) => (exists ? (batch[place] ?? []) : []));
    if (there.length > 0) await transaction.run(writeClaims(label, dataset, there));
  }
}

/** Everything that the dataset declares. */
export function readClaimed(label: ClaimedLabel, dataset: string): Statement<{ id: string }> {
  return statement(cypher`MATCH (n:${LABELS[label]}) WHERE $dataset IN n.datasets RETURN n.id AS id`, {
    dataset,
  });
}

/** Those of the ids that the dataset declares. */
export function readOwnIds(
  label: ClaimedLabel,
  dataset: string,
  ids: readonly string[],
): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (n:${LABELS[label]}) WHERE n.id IN $ids AND $dataset IN n.datasets RETURN DISTINCT n.id AS id`,
    { dataset, ids },
  );
}

/** Those of the ids that another dataset declares, and those that stay for the sake of its reports. */
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

/** Those of the ids that have a node. */
export function readExisting(label: ClaimedLabel, ids: readonly string[]): Statement<{ id: string }> {
  return statement(cypher`MATCH (n:${LABELS[label]}) WHERE n.id IN $ids RETURN n.id AS id`, { ids });
}

/** Claims nodes for the dataset, and makes the missing ones. */
export async function claim(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly { readonly id: string }[],
): Promise<void> {
  for (const batch of batches(records))
    await transaction.run(writeClaims(label, dataset, batch.map(claimOf)));
}

function writeClaims(label: ClaimedLabel, dataset: string, claims: readonly Claim[]): Statement<never> {
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
 * Takes the dataset's claims off nodes. If a node had this dataset's attributes, those of the next dataset are not
 * known here. The next dataset then loses its version, and gives its attributes when it is loaded again.
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

/** Takes the dataset's claims off events, and deletes those that no dataset declares. Their reports must be gone. */
export async function removeEvents(
  transaction: Transaction,
  dataset: string,
  ids: readonly string[],
): Promise<void> {
  await transaction.run(dropClaims('Event', dataset, ids));
  await transaction.run(
    statement(cypher`MATCH (n:Event) WHERE n.id IN $ids AND n.datasets = [] DETACH DELETE n`, { ids }),
  );
}

/**
 * Takes the dataset's claims off sources, and deletes those that no dataset declares and that report nothing.
 * @param among the sources that may be deleted; `null` for any
 */
export async function removeSources(
  transaction: Transaction,
  dataset: string,
  ids: readonly string[],
  among: readonly string[] | null,
): Promise<void> {
  await transaction.run(dropClaims('Source', dataset, ids));
  await transaction.run(
    statement(
      cypher`
MATCH (n:Source) WHERE ${when(among !== null, cypher`n.id IN $among AND`)} n.datasets = [] AND NOT EXISTS { (n)-[:REPORTS]->() }
DELETE n`,
      { among },
    ),
  );
}

/** Deletes the entities that no dataset declares, no report names and no decision is about, and their identifiers. */
export async function removeUnclaimedEntities(transaction: Transaction): Promise<void> {
  const unclaimed = await transaction.run(readUnclaimedEntities());
  if (unclaimed.length > 0) {
    const needed = new Set((await transaction.run(readReportedEntities())).map(({ id }) => id));
    await transaction.run(deleteEntities(unclaimed.map(({ id }) => id).filter((id) => !needed.has(id))));
  }
  await transaction.run(deleteStrayIdentifiers());
}

/** The entities that no dataset declares and no decision is about. */
function readUnclaimedEntities(): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.datasets = [] AND NOT EXISTS { (n)-[:SAME_AS|DIFFERENT_FROM]-() }
RETURN n.id AS id`,
  );
}

/** Every entity that a report names. */
function readReportedEntities(): Statement<{ id: string }> {
  return statement(cypher`
MATCH ()-[r:REPORTS]->()
UNWIND [r.attributedTo] + reduce(ids = [], key IN r.participants | ids + tail(split(key, ' '))) AS id
WITH DISTINCT id WHERE id IS NOT NULL
RETURN id`);
}

/** Deletes those of the entities that no other entity is part of. */
function deleteEntities(ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:PART_OF*]-(part:Entity) WHERE NOT part.id IN $ids }
DETACH DELETE n`,
    { ids },
  );
}

/** Deletes the identifiers that no longer identify anything. */
function deleteStrayIdentifiers(): Statement<never> {
  return statement(cypher`MATCH (key:Identifier) WHERE NOT EXISTS { (key)-[:IDENTIFIES]->() } DELETE key`);
}
