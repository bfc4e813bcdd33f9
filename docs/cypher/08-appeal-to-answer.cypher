// How long after an appeal did the side that was urged act toward the one that urged it, on the same topic?
:param appellant => 'taliban';

MATCH (one:Entity {id: $appellant})-[r:URGED|DEMANDED]->(other:Entity)
MATCH (appeal:Event {id: r.event})
// A part of an event lies within it, and the whole may have a finer date.
OPTIONAL MATCH (appeal)-[:PART_OF]->(whole:Event)
WITH DISTINCT one, other, appeal,
  CASE WHEN whole.earliest > appeal.earliest THEN whole.earliest ELSE appeal.earliest END AS first,
  CASE WHEN whole.latest < appeal.latest THEN whole.latest ELSE appeal.latest END AS last
OPTIONAL MATCH (other)-[back]->(one) WHERE back.latest >= first
OPTIONAL MATCH (answer:Event {id: back.event, nature: 'ACT'})
  WHERE any(topic IN answer.topics WHERE topic IN appeal.topics)
WITH DISTINCT other, appeal, first, last, answer ORDER BY answer.latest, answer.id
// The first answer comes no sooner than the first possible one, and no later than the first certain one.
WITH other, appeal, first, last, min(answer.earliest) AS soonest, collect(answer) AS answers
WITH other, appeal, first, last, soonest, [a IN answers WHERE a.earliest > last][0] AS sure
RETURN appeal.summary AS appeal, other.name AS urged,
  CASE WHEN soonest > last THEN duration.inDays(last, soonest).days WHEN soonest IS NOT NULL THEN 0 END AS atLeastDays,
  duration.inDays(first, sure.latest).days AS atMostDays, sure.summary AS answeredAtLatestBy
ORDER BY appeal;
