// Who met in Kabul, and for whom did they speak?
MATCH (e:Event {type: 'MET'})<-[part:TOOK_PART {role: 'PARTY'}]-(who:Entity)
WHERE 'Kabul' IN e.places AND part.named
OPTIONAL MATCH (principal:Entity {id: part.onBehalfOf})
RETURN e.edtf AS date, who.name AS who, principal.name AS onBehalfOf
ORDER BY date, who;
