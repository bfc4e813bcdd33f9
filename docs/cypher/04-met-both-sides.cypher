// Who met both sides within a given number of days?
:param one => 'taliban';
:param other => 'china';
:param days => 30;

// MET has no direction: match it without an arrow.
MATCH (:Entity {id: $one})-[a:MET]-(who:Entity)-[b:MET]-(:Entity {id: $other})
// A series of talks that goes on has no last day, and so no number of days.
WHERE a.latest < date('9999-12-31') AND b.latest < date('9999-12-31')
// Two imprecise dates have a minimum and a maximum number of days between them.
WITH who, a, b, duration.inDays(a.earliest, b.latest).days AS onward, duration.inDays(b.earliest, a.latest).days AS back,
  CASE
    WHEN a.latest < b.earliest THEN duration.inDays(a.latest, b.earliest).days
    WHEN b.latest < a.earliest THEN duration.inDays(b.latest, a.earliest).days
    ELSE 0
  END AS atLeast
WITH who, a, b, atLeast, CASE WHEN onward > back THEN onward ELSE back END AS atMost
WHERE atLeast <= $days
WITH who, a, b, atLeast, atMost ORDER BY atMost, a.edtf, b.edtf
// The closest two meetings of each.
WITH who, collect({a: a.edtf, b: b.edtf, atLeast: atLeast, atMost: atMost})[0] AS closest
RETURN who.name AS who, closest.a AS metOne, closest.b AS metOther, closest.atLeast AS atLeast, closest.atMost AS atMost,
  closest.atMost <= $days AS certain
ORDER BY atMost, who;
