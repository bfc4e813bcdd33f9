// Which side acted how often in each year?
:param sides => ['russia', 'taliban', 'china', 'united-states', 'kazakhstan', 'kyrgyzstan'];
:param first => 2021;
:param last => 2025;

UNWIND $sides AS id
// `principal`: it acts for itself, or others act for it.
MATCH (side:Entity {id: id})-[part:TOOK_PART {principal: true}]->(e:Event {nature: 'ACT', affirmed: true})
WHERE part.role IN ['AGENT', 'PARTY']
UNWIND range($first, $last) AS year
WITH year, side, e, date({year: year}) AS from, date({year: year + 1}) AS to
WHERE e.earliest < to AND e.latest >= from
// Do not add up `atMost` over years: an act that may lie in several years counts in each.
WITH year, side, count(DISTINCT e) AS atMost,
  count(DISTINCT CASE WHEN e.beginLatest < to AND e.endEarliest >= from AND NOT e.qualified THEN e END) AS atLeast
WHERE atLeast > 0
RETURN year, side.name AS side, atLeast, atMost
ORDER BY year, atLeast DESC, side;
