// When were two parties silent the longest, and what may have broken the silence?
:param one => 'russia';
:param other => 'taliban';
:param narrow => 366;

// Acts only, because an observed state goes on for years.
MATCH (:Entity {id: $one})-[r]-(:Entity {id: $other})
MATCH (e:Event {id: r.event, nature: 'ACT'})
WITH DISTINCT e ORDER BY e.earliest, e.id
WITH collect(e) AS acts
// Acts with a narrow date bound a silence. Vague ones may lie anywhere within: then only the sources are silent.
WITH [e IN acts WHERE duration.inDays(e.earliest, e.latest).days < $narrow] AS dated,
  [e IN acts WHERE duration.inDays(e.earliest, e.latest).days >= $narrow] AS vague
UNWIND range(1, size(dated) - 1) AS i
WITH vague, dated[i] AS next,
  reduce(last = dated[0], e IN dated[..i] | CASE WHEN e.latest >= last.latest THEN e ELSE last END) AS last
WHERE next.earliest > last.latest
WITH last, next, [e IN vague WHERE e.earliest < next.earliest AND e.latest > last.latest] AS mayLieWithin
RETURN last.edtf AS after, next.edtf AS before, duration.inDays(last.latest, next.earliest).days AS atLeastDays,
  size(mayLieWithin) AS mayHaveBrokenIt, size(mayLieWithin) = 0 AS certain
ORDER BY atLeastDays DESC, after
LIMIT 5;
