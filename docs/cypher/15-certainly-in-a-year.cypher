// Which acts of these types certainly fall into a year, and which only may?
:param types => ['DESIGNATED', 'DELISTED', 'RECOGNIZED', 'LEGISLATED', 'MET'];
:param year => 2024;

MATCH (e:Event)
WHERE e.type IN $types AND e.span IS NOT NULL AND e.at IS NOT NULL AND e.affirmed
  AND e.earliest < date({year: $year + 1}) AND e.latest >= date({year: $year})
// A date with `?`, `~` or `%` is `qualified`, and nothing about it is certain.
RETURN e.beginLatest < date({year: $year + 1}) AND e.endEarliest >= date({year: $year}) AND NOT e.qualified AS certain,
  e.edtf AS date, e.type AS type, e.summary AS summary
ORDER BY certain DESC, e.at, e.id;
