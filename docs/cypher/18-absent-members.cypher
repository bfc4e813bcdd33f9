// Which members of a format are not named at its meetings, and of whom do sources say that they stayed away?
:param formats => ['moscow-format', 'troika-plus'];

UNWIND $formats AS id
MATCH (format:Entity {id: id})-[:TOOK_PART {role: 'FORMAT'}]->(meeting:Event {type: 'MET', affirmed: true})
// A series of talks that goes on is no meeting.
WHERE meeting.latest < date('9999-12-31')
// Not named is not absent: a text may speak of "neighbouring countries", and a group has no known members.
RETURN format.name AS format, meeting.edtf AS date,
  COLLECT {
    MATCH (member:Entity)-[:MEMBER_OF]->(format)
    WHERE NOT EXISTS { (member)-[:TOOK_PART {role: 'PARTY'}]->(meeting) }
    RETURN DISTINCT member.name AS name ORDER BY name
  } AS notNamed,
  COLLECT {
    MATCH (meeting)<-[:PART_OF]-(:Event {type: 'WAS_ABSENT'})<-[:TOOK_PART {role: 'AGENT', named: true}]-(absent:Entity)
    RETURN DISTINCT absent.name AS name ORDER BY name
  } AS saidAbsent
ORDER BY format, date;
