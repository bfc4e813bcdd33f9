// Who had taken the subject off a list, as one could know by a day, and when by the sources of then?
:param subject => 'taliban';
:param day => date('2024-11-30');

MATCH (who:Entity)-[r:DELISTED]->(:Entity {id: $subject})
// `knownEarliest` is when the first source may have been out, `known` when one must have been.
WHERE r.knownEarliest <= $day
// The date on the relationship is what is known now. What was known then is what sources of then report.
MATCH (:Event {id: r.event})<-[report:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
WHERE s.publishedEarliest <= $day AND (s.retracted IS NULL OR s.retracted > $day)
WITH who, r, report ORDER BY report.edtf
RETURN who.name AS who, r.known <= $day AS certainlyKnown, collect(DISTINCT report.edtf) AS datesThen, r.edtf AS dateNow
ORDER BY who;
