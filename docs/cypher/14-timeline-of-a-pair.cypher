// What happened between two parties in a period, and on how many sources does it rest?
:param one => 'russia';
:param other => 'taliban';
:param from => date('2024-12-01');
:param to => date('2025-08-01');

// Without an arrow: both directions, and symmetric types. It includes what others did for the two.
MATCH (:Entity {id: $one})-[r]-(:Entity {id: $other})
// CERTAIN: begun before `$to` and not over before `$from` under every reading. If it lasted, it went on in the period.
WHERE r.beginLatest < $to AND r.endEarliest >= $from AND NOT r.qualified
MATCH (e:Event {id: r.event})
RETURN e.edtf AS date, e.type AS type, e.summary AS summary, size(r.sources) AS sources
ORDER BY r.at, e.id;
