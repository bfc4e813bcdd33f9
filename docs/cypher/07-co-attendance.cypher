// Which sides sit at the same tables, and how often?
:param types => ['MET', 'SIGNED_AGREEMENT'];

// `type`, `span` and `at` are one index: naming all three spares a scan of every event.
MATCH (e:Event)
WHERE e.type IN $types AND e.span IS NOT NULL AND e.at IS NOT NULL AND e.affirmed
// A side acts for itself or has others act for it. A host is at the table too.
MATCH (a:Entity)-[p:TOOK_PART {principal: true}]->(e)<-[q:TOOK_PART {principal: true}]-(b:Entity)
WHERE a.id < b.id AND p.role IN ['PARTY', 'HOST'] AND q.role IN ['PARTY', 'HOST']
RETURN a.name AS side, b.name AS otherSide, count(DISTINCT e) AS times
ORDER BY times DESC, side, otherSide;
