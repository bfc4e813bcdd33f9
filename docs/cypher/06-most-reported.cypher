// Which events do most sources affirm?
MATCH (e:Event)<-[:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
WITH e, count(DISTINCT s) AS sources
RETURN e.type AS type, e.edtf AS date, sources, e.summary AS summary
ORDER BY sources DESC, e.id
LIMIT 5;
