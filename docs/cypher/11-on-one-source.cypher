// What do we know of an entity from one source only?
:param entity => 'china';

MATCH (:Entity {id: $entity})-[:TOOK_PART]->(e:Event {affirmed: true})
MATCH (e)<-[:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
WHERE s.retracted IS NULL
WITH e, s ORDER BY s.id
// Two reprints of one agency, or two paragraphs of one text, are one source: count publishers.
WITH e, collect(DISTINCT s.id) AS sources, count(DISTINCT CASE toLower(s.publisher)
    WHEN 'unknown' THEN s.id
    ELSE coalesce(split(split(toLower(s.publisher), '(')[1], ')')[0], toLower(s.publisher))
  END) AS independent
WHERE independent = 1
RETURN e.type AS type, e.edtf AS date, e.summary AS summary, sources
ORDER BY e.at, e.id;
