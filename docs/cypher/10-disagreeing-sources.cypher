// Where do sources disagree, and what does each reading say?
:param about => ['PARTICIPANTS', 'DATE', 'STANCE'];

// On PARTICIPANTS these are candidates: `unlike` has the names, one of which may belong to the other.
// `disagreeing` exists only if something differs, and `span` and `at` belong to the same index.
MATCH (e:Event {disagreeing: true})
WHERE e.span IS NOT NULL AND e.at IS NOT NULL AND any(one IN e.differs WHERE one IN $about)
MATCH (e)<-[report:REPORTS]-(s:Source)
WHERE s.retracted IS NULL
WITH e, report, s ORDER BY s.id, report.locator
// Participants as this source has them: role, entity and, if any, for whom it acts.
WITH e, report.stance AS stance, report.participants AS participants,
  collect(DISTINCT report.edtf) AS dates, collect(DISTINCT s.id) AS sources
RETURN e.id AS event, e.differs AS differs, stance, participants, dates, sources
ORDER BY e.id, sources;
