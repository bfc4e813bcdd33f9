import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { cypher, type Fragment } from '../../src/cypher/cypher.ts';
import { relationshipTypes } from '../../src/cypher/names.ts';
import { statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { EVENT_TYPE_NAMES } from '../../src/ontology/lookups.ts';
import { testGraph } from '../setup/testGraph.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterAll(() => graph.close());

const ask = (text: Fragment): Promise<Record<string, unknown>[]> => graph.read(statement(text));

const VIEW = relationshipTypes(EVENT_TYPE_NAMES);

describe('Whoever asks the graph in Cypher', () => {
  test('learns who recognized the Taliban, and when', async () => {
    const rows = await ask(
      cypher`MATCH (c:Country)-[r:RECOGNIZED]->(t {id: 'taliban'}) RETURN c.name AS name, r.edtf AS edtf`,
    );
    expect(rows).toEqual([{ name: 'Russia', edtf: '2025-07-03' }]);
  });

  test('learns the same from the event and its reports', async () => {
    const rows = await ask(cypher`
MATCH (c:Country)-[:TOOK_PART {role: 'AGENT'}]->(e:Event {type: 'RECOGNIZED'})<-[:TOOK_PART {role: 'TARGET'}]-({id: 'taliban'})
MATCH (e)<-[:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
RETURN c.name AS name, e.edtf AS edtf, count(DISTINCT s) > 0 AS hasSources`);
    expect(rows).toEqual([{ name: 'Russia', edtf: '2025-07-03', hasSources: true }]);
  });

  test('finds dates as dates on whatever has them', async () => {
    const rows = await ask(cypher`
MATCH (n:Event) UNWIND ['earliest', 'beginLatest', 'endEarliest', 'latest', 'at', 'known', 'knownEarliest'] AS name
RETURN DISTINCT name, valueType(n[name]) AS type
UNION
MATCH (n:Source) UNWIND ['read', 'publishedEarliest', 'publishedLatest'] AS name
RETURN DISTINCT name, valueType(n[name]) AS type
UNION
MATCH ()-[n:REPORTS|TOOK_PART]->() UNWIND ['earliest', 'beginLatest', 'endEarliest', 'latest'] AS name
RETURN DISTINCT name, valueType(n[name]) AS type`);
    expect(rows).toHaveLength(10);
    expect(rows.filter(({ type }) => type !== 'DATE NOT NULL')).toEqual([]);
  });

  test('finds every relationship of the view whole, between entities that took part in its event', async () => {
    const total = await ask(cypher`MATCH (:Entity)-[r:${VIEW}]->(:Entity) RETURN count(r) > 100 AS many`);
    expect(total).toEqual([{ many: true }]);
    const rows = await ask(cypher`
MATCH (a:Entity)-[r:${VIEW}]->(b:Entity)
WITH a, r, b, [name IN ['event', 'edtf', 'earliest', 'beginLatest', 'endEarliest', 'latest', 'level', 'known',
  'knownEarliest', 'sources', 'qualified', 'disputed'] WHERE r[name] IS NULL] AS missing
OPTIONAL MATCH (e:Event {id: r.event})
WHERE e.type = type(r) AND e.edtf = r.edtf AND e.earliest = r.earliest AND e.latest = r.latest
  AND e.known <= r.known AND r.known <= date('9999-01-01')
  AND EXISTS { (a)-[:TOOK_PART]->(e) } AND EXISTS { (b)-[:TOOK_PART]->(e) }
  AND all(id IN r.sources WHERE EXISTS { (:Source {id: id})-[:REPORTS {stance: 'AFFIRMS'}]->(e) })
WITH a, r, b, missing, e WHERE missing <> [] OR e IS NULL OR r.sources = [] OR a = b
RETURN a.id AS a, type(r) AS type, b.id AS b, r.event AS event, missing`);
    expect(rows).toEqual([]);
  });

  test('finds no relationship of one event twice between the same two', async () => {
    const rows = await ask(cypher`
MATCH (a:Entity)-[r:${VIEW}]->(b:Entity)
WITH r.event AS event, a.id AS a, b.id AS b, count(*) AS times WHERE times > 1
RETURN event, a, b, times`);
    expect(rows).toEqual([]);
  });

  test('finds somebody named in every event that a source affirms', async () => {
    const rows = await ask(cypher`
MATCH (e:Event)<-[:REPORTS {stance: 'AFFIRMS'}]-(:Source)
WHERE NOT EXISTS { (e)<-[:TOOK_PART {named: true}]-(:Entity) } OR NOT e.affirmed
RETURN DISTINCT e.id AS id`);
    expect(rows).toEqual([]);
  });

  test('finds on each participation the id of who took part, and each once in its place in time', async () => {
    const rows = await ask(cypher`
MATCH (n:Entity)-[p:TOOK_PART]->(e:Event)
WITH n, e, collect(p) AS parts
WHERE any(p IN parts WHERE p.entity <> n.id) OR size([p IN parts WHERE p.at IS NOT NULL]) > 1
  OR (any(p IN parts WHERE p.named OR p.principal) AND none(p IN parts WHERE p.at = e.at AND p.span = e.span))
RETURN n.id AS entity, e.id AS event`);
    expect(rows).toEqual([]);
  });

  test('finds as many reports, and as many participants stated by them, as the corpus has', async () => {
    const { id, events } = await readCorpus();
    const [row] = await graph.read<{ reports: number; stated: number }>(
      statement(
        cypher`MATCH (:Source)-[r:REPORTS {dataset: $id}]->(:Event)
RETURN count(r) AS reports, sum(size(r.participants)) AS stated`,
        { id },
      ),
    );
    const reports = events.flatMap((event) =>
      event.reports.map(({ participants }) => (participants ?? event.participants).length),
    );
    expect(row).toEqual({ reports: reports.length, stated: reports.reduce((a, b) => a + b) });
  });
});
