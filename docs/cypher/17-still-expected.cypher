// What do sources expect that none of them says has happened, and who would do it?
:param concerning => ['russia', 'taliban', 'afghanistan'];

UNWIND $concerning AS id
// An event that nobody affirms makes no relationship between entities: it is only in the record.
MATCH (:Entity {id: id})-[:TOOK_PART]->(e:Event {affirmed: false})
WHERE 'EXPECTS' IN e.stances
MATCH (e)<-[part:TOOK_PART {named: true}]-(who:Entity)
WHERE part.role IN ['AGENT', 'PARTY']
WITH DISTINCT e, who ORDER BY who.name
WITH e, collect(who.name) AS who
RETURN e.type AS type, who, e.summary AS summary
ORDER BY e.id;
