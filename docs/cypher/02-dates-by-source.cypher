// Which date does each source give for each removal of the subject from a list, and does it say that it was done?
:param subject => 'taliban';

MATCH (:Entity {id: $subject})-[:TOOK_PART {role: 'TARGET'}]->(e:Event {type: 'DELISTED'})
MATCH (e)<-[report:REPORTS]-(s:Source), (e)<-[:TOOK_PART {role: 'AGENT', named: true}]-(who:Entity)
RETURN who.name AS who, report.stance AS stance, report.edtf AS date, s.id AS source, report.locator AS locator
ORDER BY who, source, locator;
