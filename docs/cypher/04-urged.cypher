// Who urged the Taliban, and how often? An event counts once, however many relationships it has.
MATCH (who:Entity)-[r:URGED {level: 'NAMED'}]->(:Entity {id: 'taliban'})
RETURN who.name AS who, count(DISTINCT r.event) AS times
ORDER BY times DESC, who;
