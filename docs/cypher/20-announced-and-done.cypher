// What was announced toward the target, and is it known to have been done since?
:param target => 'taliban';

MATCH (:Entity {id: $target})-[:TOOK_PART {role: 'TARGET'}]->(said:Event {affirmed: true})
WHERE said.intends IS NOT NULL
MATCH (side:Entity)-[:TOOK_PART {role: 'AGENT', principal: true}]->(said)
// An announcement is not the act. The act is done if the same side did it to the same target, not certainly before.
OPTIONAL MATCH (side)-[part:TOOK_PART {principal: true}]->(act:Event {type: said.intends, affirmed: true})
    <-[:TOOK_PART]-(:Entity {id: $target})
  WHERE part.role IN ['AGENT', 'PARTY'] AND act.latest >= said.earliest
WITH DISTINCT said, side, act ORDER BY act.earliest, act.id
WITH said, side, collect(act) AS acts
RETURN said.edtf AS announced, side.name AS side, said.intends AS intends,
  [act IN acts WHERE act.earliest > said.latest | act.edtf] AS certainlySince,
  [act IN acts WHERE act.earliest <= said.latest | act.edtf] AS possiblySince
ORDER BY said.at, said.id;
