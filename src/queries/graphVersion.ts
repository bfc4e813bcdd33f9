import { cypher, type Fragment } from '../cypher/cypher.ts';

/** What the graph holds, as `graphVersion` returns it: how many edges, and the version of each dataset. */
export type VersionColumn = readonly [
  edges: number,
  datasets: readonly (readonly [id: string | null, version: string | null])[],
];

/**
 * Binds the version of the graph to the name. Every load changes that of its dataset, every review that of the
 * resolution; the count, which the database
 * keeps ready, tells of a view that is being rebuilt.
 */
export function graphVersion(name: Fragment): Fragment {
  return cypher`CALL () {
  MATCH ()-[counted]->()
  WITH count(counted) AS size
  OPTIONAL MATCH (dataset:Dataset|Resolution)
  WITH size, dataset ORDER BY dataset.id
  WITH size, collect([dataset.id, dataset.version]) AS versions
  RETURN [size, versions] AS ${name}
}`;
}

/** The version as a text, equal for equal contents; `null` where some dataset is not held whole, or there is none. */
export function versionText([edges, datasets]: VersionColumn): string | null {
  if (datasets.some(([, version]) => version === null)) return null;
  return [...datasets.map(([id, version]) => `${id}@${version}`), `${edges} edges`].join(', ');
}
