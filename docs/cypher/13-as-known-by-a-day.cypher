// Who had taken the subject off a list, as one could know by a day, and on which date by the sources of that day?
:param subject => 'taliban';
:param day => date('2024-01-31');

MATCH (who:Entity)-[r:DELISTED]->(:Entity {id: $subject})
// `knownEarliest` is when a source was possibly published, `known` when one certainly was.
WHERE r.knownEarliest <= $day
// The date on the relationship is as known now. The reports of the sources of that day have what was known then.
MATCH (:Event {id: r.event})<-[report:REPORTS {stance: 'AFFIRMS'}]-(s:Source)
WHERE s.publishedEarliest <= $day AND (s.retracted IS NULL OR s.retracted > $day)
WITH who, r, report ORDER BY report.edtf
RETURN who.name AS who, r.known <= $day AS certainlyKnown, collect(DISTINCT report.edtf) AS datesThen, r.edtf AS dateNow
ORDER BY who;
