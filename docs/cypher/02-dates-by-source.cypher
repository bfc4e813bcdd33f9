// Which date does each source give for each delisting of the Taliban, and does it say that it was done?
MATCH (s:Source)-[report:REPORTS]->(e:Event {type: 'DELISTED'})<-[:TOOK_PART {role: 'AGENT'}]-(who:Entity)
RETURN who.name AS who, report.stance AS stance, report.edtf AS date, s.id AS source, report.locator AS locator
ORDER BY who, source, locator;
