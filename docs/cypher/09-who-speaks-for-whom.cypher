// Who speaks for the side, how often, and between which days at the most?
:param side => 'taliban';

// Everything that others do for a side is among what it takes part in: start there, as `onBehalfOf` has no index.
MATCH (side:Entity {id: $side})-[:TOOK_PART {principal: true}]->(e:Event {affirmed: true})
MATCH (e)<-[:TOOK_PART {onBehalfOf: $side, named: true}]-(who:Entity)
RETURN who.name AS who, count(DISTINCT e) AS times, min(e.earliest) AS notBefore, max(e.latest) AS notAfter
ORDER BY times DESC, who;
