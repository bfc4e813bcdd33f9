// Who urged whom, and how often? An event counts once, however many relationships it has.
MATCH (a:Entity)-[r:URGED {level: 'NAMED'}]->(b:Entity)
RETURN a.name AS who, b.name AS whom, count(DISTINCT r.event) AS times
ORDER BY times DESC, who, whom
LIMIT 5;
