import type { Driver } from 'neo4j-driver';

/** The nodes and relationships of an import, ready to be written again under other ids. */
interface Written {
  readonly nodes: ReadonlyMap<string, readonly WrittenNode[]>;
  readonly relationships: ReadonlyMap<string, readonly WrittenRelationship[]>;
}

interface WrittenNode {
  readonly element: string;
  readonly properties: object;
}

interface WrittenRelationship {
  readonly from: string;
  readonly to: string;
  readonly properties: object;
}

const BATCH = 2_000;

/** All nodes of a dataset and the relationships between them, by label and type. */
export async function writtenFor(driver: Driver, dataset: string): Promise<Written> {
  const of = `MATCH (n) WHERE n.id STARTS WITH $dataset OR n.id STARTS WITH 'event:' + $dataset OR n.key STARTS WITH $dataset
      OR n.id STARTS WITH 'source:' + $dataset`;
  const nodes = await rowsOf(
    driver,
    `${of} RETURN labels(n) AS kind, elementId(n) AS element, properties(n) AS properties`,
    { dataset },
  );
  const relationships = await rowsOf(
    driver,
    `${of} MATCH (n)-[r]->(m) RETURN [type(r)] AS kind, elementId(n) AS from, elementId(m) AS to, properties(r) AS properties`,
    { dataset },
  );
  return {
    nodes: renamed<WrittenNode>(nodes, dataset),
    relationships: renamed<WrittenRelationship>(relationships, dataset),
  };
}

/** The fastest plain way that we know: batches of maps, look-ups by element id only, a transaction for each batch. */
export async function bareLoad(driver: Driver, { nodes, relationships }: Written): Promise<void> {
  const elements = new Map<string, string>();
  for (const [labels, all] of nodes) {
    for (const rows of batches(all)) {
      const text = `UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties RETURN row.element AS old, elementId(n) AS new`;
      for (const made of await rowsOf(driver, text, { rows })) elements.set(made.old, made.new);
    }
  }
  for (const [type, all] of relationships) {
    for (const batch of batches(all)) {
      const rows = batch.map(({ from, to, properties }) => ({
        ...{ from: elements.get(from), to: elements.get(to), properties },
      }));
      const text = `UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to
        CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
      await rowsOf(driver, text, { rows });
    }
  }
}

async function rowsOf(driver: Driver, text: string, parameters: object): Promise<any[]> {
  const { records } = await driver.executeQuery(text, parameters, { database: 'neo4j' });
  return records.map((record) => record.toObject());
}

/** By kind, with the name of the dataset, which is in all ids, replaced by another. */
function renamed<T extends { readonly properties: object }>(
  rows: readonly any[],
  dataset: string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { kind, ...row } of rows) {
    const name = kind.join(':');
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push({ ...row, properties: withName(row.properties, dataset, `bare-${dataset}`) });
  }
  return groups;
}

function withName(value: any, name: string, other: string): any {
  if (typeof value === 'string') return value.replaceAll(name, other);
  if (Array.isArray(value)) return value.map((each) => withName(each, name, other));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withName(each, name, other)]));
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
