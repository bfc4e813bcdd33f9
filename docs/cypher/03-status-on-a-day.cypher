// On whose lists did the subject stand at the end of a day?
:param subject => 'taliban';
:param day => date('2024-10-05');

MATCH (authority:Entity)
  -[r:DESIGNATED|RESUMED_DESIGNATION|LISTS|DELISTED|SUSPENDED_DESIGNATION|DOES_NOT_LIST]->(:Entity {id: $subject})
WHERE r.earliest <= $day
WITH authority, r ORDER BY r.at, r.event
WITH authority, collect({
    inForce: type(r) IN ['DESIGNATED', 'RESUMED_DESIGNATION', 'LISTS'],
    earliest: r.earliest, beginLatest: r.beginLatest, edtf: r.edtf,
    certain: r.beginLatest <= $day AND NOT r.qualified
  }) AS known
// Evidence may be the last word if no other evidence certainly followed it by the day.
WITH authority, known,
  [one IN known WHERE none(next IN known WHERE next.certain AND next.earliest > one.beginLatest)] AS last
// The service's `status` derives more. UNCERTAIN may mean vague dates, sources that contradict each other, or a change
// that nobody reported: there `status` says POSSIBLE, DISPUTED or the state. It also heeds denials and "no country
// has", which are no relationship between two entities. An authority without a row is one that nothing is known of.
RETURN authority.name AS authority,
  CASE
    WHEN none(one IN last WHERE one.certain) THEN 'UNCERTAIN'
    WHEN all(one IN last WHERE one.inForce) THEN 'IN FORCE'
    WHEN none(one IN last WHERE one.inForce) THEN 'NOT IN FORCE'
    ELSE 'UNCERTAIN'
  END AS standing,
  [one IN known WHERE one.certain | one.edtf] AS certainByThen, [one IN known WHERE NOT one.certain | one.edtf] AS possibleByThen
ORDER BY authority;
