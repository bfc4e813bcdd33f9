import { cypher, type Fragment } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

/**
 * What the graph contains, as `contentVersion` returns it: the number of edges, and the version of each dataset. An
 * incomplete dataset has its draft in place of a version.
 */
export type VersionColumn = readonly [
  edges: number,
  datasets: readonly (readonly [id: string | null, version: string | null])[],
];

/**
 * Binds the version of the graph to the name. Every load changes the version of its dataset, every part of an import
 * the draft, every review the version of the resolution. The number of edges, which the database keeps ready, changes
 * while the view is rebuilt.
 */
export function contentVersion(name: Fragment): Fragment {
  return cypher`CALL () {
  MATCH ()-[counted]->()
  WITH count(counted) AS size
  OPTIONAL MATCH (dataset:Dataset|Resolution)
  WITH size, dataset ORDER BY dataset.id
  WITH size, collect([dataset.id, coalesce(dataset.version, dataset.draft)]) AS versions
  RETURN [size, versions] AS ${name}
}`;
}

export function currentVersion(): Statement<{ version: VersionColumn }> {
  return statement(cypher`${contentVersion(cypher`version`)} RETURN version`);
}

/** The version as a text, equal for equal contents. */
export function versionText([edges, datasets]: VersionColumn): string {
  return [...datasets.map(([id, version]) => `${id}@${version}`), `${edges} edges`].join(', ');
}
