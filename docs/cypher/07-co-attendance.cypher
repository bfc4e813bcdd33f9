// Which sides sit at the same tables at least a given number of times?
:param types => ['MET', 'SIGNED_AGREEMENT'];
:param least => 4;

// `type`, `span` and `at` are one index: naming all three spares a scan of every event.
MATCH (e:Event)
WHERE e.type IN $types AND e.span IS NOT NULL AND e.at IS NOT NULL AND e.affirmed
// A side acts for itself or has others act for it. A host is at the table too.
MATCH (a:Entity)-[p:TOOK_PART {principal: true}]->(e)<-[q:TOOK_PART {principal: true}]-(b:Entity)
WHERE a.id < b.id AND p.role IN ['PARTY', 'HOST'] AND q.role IN ['PARTY', 'HOST']
WITH a, b, count(DISTINCT e) AS times
WHERE times >= $least
RETURN a.name AS side, b.name AS otherSide, times
ORDER BY times DESC, side, otherSide;
