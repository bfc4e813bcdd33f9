// Who speaks for the side, how often, and within which days?
:param side => 'taliban';

// A side takes part in everything that others do for it. Start there, because `onBehalfOf` has no index.
MATCH (side:Entity {id: $side})-[:TOOK_PART {principal: true}]->(e:Event {affirmed: true})
MATCH (e)<-[:TOOK_PART {onBehalfOf: $side, named: true}]-(who:Entity)
RETURN who.name AS who, count(DISTINCT e) AS times, min(e.earliest) AS notBefore, max(e.latest) AS notAfter
ORDER BY times DESC, who;
