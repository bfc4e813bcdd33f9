// What passed between two parties in a period, and on how many sources does it stand?
:param one => 'russia';
:param other => 'taliban';
:param from => date('2024-12-01');
:param to => date('2025-08-01');

// Without an arrow: both ways, and what has none. What others did for the two is among it.
MATCH (:Entity {id: $one})-[r]-(:Entity {id: $other})
// CERTAIN: begun before `$to` and not over before `$from`, whatever day is right. What lasts was going on in the period.
WHERE r.beginLatest < $to AND r.endEarliest >= $from AND NOT r.qualified
MATCH (e:Event {id: r.event})
RETURN e.edtf AS date, e.type AS type, e.summary AS summary, size(r.sources) AS sources
ORDER BY r.at, e.id;
