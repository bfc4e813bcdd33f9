// What do sources expect that none of them says has happened, and who would do it?
MATCH (e:Event)<-[part:TOOK_PART]-(who:Entity)
WHERE 'EXPECTS' IN e.stances AND NOT 'AFFIRMS' IN e.stances
  AND part.named AND part.role IN ['AGENT', 'PARTY']
WITH e, who ORDER BY who.name
WITH e, collect(who.name) AS who
RETURN e.type AS type, who, e.summary AS summary
ORDER BY e.id;
