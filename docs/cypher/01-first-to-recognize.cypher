// Who was the first to recognize the subject, to take it off a list, to accept its ambassador?
:param subject => 'taliban';

MATCH (who:Entity)-[r:RECOGNIZED|DELISTED|ACCEPTED_AMBASSADOR {level: 'NAMED'}]->(:Entity {id: $subject})
WITH type(r) AS act, collect({who: who.name, r: r}) AS acts
UNWIND acts AS one
WITH act, one, [other IN acts WHERE other.who <> one.who] AS others
// Imprecise dates overlap: whoever was certainly preceded by nobody may be the first, and there may be several.
WHERE none(other IN others WHERE other.r.latest < one.r.earliest)
RETURN act, one.who AS who, one.r.edtf AS date,
  all(other IN others WHERE one.r.latest < other.r.earliest) AS certainlyFirst
ORDER BY act, who;
