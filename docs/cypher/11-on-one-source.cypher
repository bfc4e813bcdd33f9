// What do we know of an entity from one source only?
:param entity => 'china';

MATCH (:Entity {id: $entity})-[:TOOK_PART]->(e:Event {affirmed: true})
MATCH (e)<-[report:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
WHERE s.retracted IS NULL
// Two reprints of one agency are one source, and so are a report and a text that rewrites it.
UNWIND [s.id] + coalesce(s.basedOn, []) + coalesce(report.basedOn, []) AS id
OPTIONAL MATCH (origin:Source {id: id})
WITH e, s, collect(DISTINCT CASE toLower(coalesce(origin.publisher, 'unknown'))
    WHEN 'unknown' THEN id
    ELSE coalesce(split(split(toLower(origin.publisher), '(')[1], ')')[0], toLower(origin.publisher))
  END) AS origins
ORDER BY s.id
WITH e, collect({id: s.id, origins: origins}) AS sources
// It rests on one source if no two of its sources are without a common origin.
WHERE all(one IN sources WHERE all(other IN sources WHERE any(origin IN one.origins WHERE origin IN other.origins)))
RETURN e.type AS type, e.edtf AS date, e.summary AS summary, [one IN sources | one.id] AS sources
ORDER BY e.at, e.id;
