// Who urged the target, and how often? An event counts once, however many relationships it has.
:param target => 'taliban';

MATCH (who:Entity)-[r:URGED {level: 'NAMED'}]->(:Entity {id: $target})
RETURN who.name AS who, count(DISTINCT r.event) AS times
ORDER BY times DESC, who;
