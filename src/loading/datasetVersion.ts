import { cypher } from '../cypher/cypher.ts';
import type { DatasetIdentity, DatasetTerms } from '../record/datasetIdentity.ts';
import type { Graph } from '../graph/graph.ts';
import type { Coding } from '../ontology/codings.ts';
import { statement, type Statement } from '../cypher/statement.ts';

/** The version of a dataset in the graph: no row or `null` unless the graph holds it whole. */
export function readDatasetVersion(id: string): Statement<{ version: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.version AS version`, { id });
}

export function writeDatasetVersion(dataset: DatasetIdentity, version: string): Statement<never> {
  return statement(
    cypher`MERGE (d:Dataset {id: $id}) SET ${IDENTITY}, d.version = $version, d.draft = null`,
    {
      ...identityOf(dataset),
      version,
    },
  );
}

/** Sets what the dataset states of itself, and leaves the rest. */
const IDENTITY = cypher`d.coding = coalesce($coding, d.coding, 'HUMAN'),
  d.license = coalesce($license, d.license), d.origin = coalesce($origin, d.origin)`;

function identityOf({ id, coding, license, origin }: DatasetIdentity) {
  return { id, coding: coding ?? null, license: license ?? null, origin: origin ?? null };
}

/** Marks the dataset as incomplete. Its draft names what the graph holds of it now. */
export function draftDataset(dataset: DatasetIdentity): Statement<never> {
  return statement(
    cypher`
MERGE (d:Dataset {id: $id})
SET ${IDENTITY}, d.draft = randomUUID(), d.version = null, d.importedTo = null`,
    identityOf(dataset),
  );
}

export function forgetDataset(id: string): Statement<never> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) DELETE d`, { id });
}

/** The dataset is in the graph, and somebody else read its sources. */
export class OtherCoding extends Error {}

/** @throws OtherCoding: reports that are there and unchanged would keep the coding that they have */
export async function checkCoding(graph: Graph, { id, coding = 'HUMAN' }: DatasetIdentity): Promise<void> {
  const [row] = await graph.read(readCoding(id));
  if (row?.coding === undefined || row.coding === null || row.coding === coding) return;
  throw new OtherCoding(
    `The dataset "${id}" is in the graph with coding ${row.coding}, not ${coding}. Remove it first with npm run import -- remove ${id}, or give --coding ${row.coding}.`,
  );
}

function readCoding(id: string): Statement<{ coding: Coding | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.coding AS coding`, { id });
}

/** The terms that the graph has of the dataset. */
export async function storedTerms(graph: Graph, id: string): Promise<DatasetTerms> {
  const [row] = await graph.read(
    statement<{ license: string | null; origin: string | null }>(
      cypher`MATCH (d:Dataset {id: $id}) RETURN d.license AS license, d.origin AS origin`,
      { id },
    ),
  );
  const stated = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(stated);
}

/** The mark that an import has reached: no row or `null` if it was finished or never begun. */
export function readImportMark(id: string): Statement<{ mark: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.importedTo AS mark`, { id });
}

/**
 * Notes the mark that an import has reached. The dataset is incomplete until the import is finished. The draft names
 * what the graph holds of it now, so that the holder of a snapshot can see that the graph has changed.
 */
export function markImport(dataset: DatasetIdentity, mark: string): Statement<never> {
  return statement(
    cypher`
MERGE (d:Dataset {id: $id})
SET ${IDENTITY}, d.importedTo = $mark, d.draft = randomUUID(), d.version = null`,
    { ...identityOf(dataset), mark },
  );
}

/**
 * Marks the dataset as whole. If the import wrote nothing and states no other terms, the dataset still has its version
 * and keeps it.
 */
export function finishImport(dataset: DatasetIdentity, version: string): Statement<never> {
  return statement(
    cypher`
MERGE (d:Dataset {id: $id})
WITH d WHERE d.version IS NULL
  OR $license <> coalesce(d.license, '') OR $origin <> coalesce(d.origin, '')
SET ${IDENTITY}, d.version = $version, d.importedTo = null, d.draft = null`,
    { ...identityOf(dataset), version },
  );
}
