// On whose lists did the subject stand at the end of a day, and how old is the evidence?
:param subject => 'taliban';
:param day => date('2024-10-05');

MATCH (authority:Entity)
  -[r:DESIGNATED|RESUMED_DESIGNATION|LISTS|DELISTED|SUSPENDED_DESIGNATION|DOES_NOT_LIST]->(:Entity {id: $subject})
// What only programs read sets no status. A collective, and whoever only acts for somebody else, is no authority.
WHERE r.coding <> 'MACHINE' AND NOT coalesce(authority.group, false)
MATCH (authority)-[:TOOK_PART {principal: true}]->(e:Event {id: r.event})
OPTIONAL MATCH (e)<-[:TOOK_PART {role: 'LIST'}]-(list:Entity)
WITH authority, list.name AS list, e, r ORDER BY r.at, r.event
WITH authority, collect(DISTINCT list) AS lists, collect({
    list: list, type: type(r), earliest: r.earliest, beginLatest: r.beginLatest,
    certain: r.beginLatest <= $day AND NOT r.qualified AND NOT 'DENIES' IN e.stances,
    says: CASE
      WHEN type(r) IN ['DESIGNATED', 'RESUMED_DESIGNATION', 'LISTS'] THEN 'IN FORCE'
      WHEN type(r) = 'SUSPENDED_DESIGNATION' THEN 'SUSPENDED'
      ELSE 'NOT IN FORCE'
    END,
    // An act counts from the day it begins. What goes on is known as far as its source can know.
    until: CASE
      WHEN e.nature = 'STATE' AND r.latest < date('9999-12-31') THEN r.latest
      WHEN e.nature = 'STATE' AND r.endEarliest > r.beginLatest THEN r.endEarliest
      ELSE r.beginLatest
    END
  }) AS evidence
// Each list is a history of its own. If several are known, what names none may concern any. An absence concerns all.
UNWIND CASE WHEN lists = [] THEN [null] ELSE lists END AS list
WITH authority, list, [one IN evidence WHERE size(lists) < 2 OR coalesce(one.list, list) = list |
    one {.*, certain: one.certain AND (size(lists) < 2 OR one.list IS NOT NULL OR one.type = 'DOES_NOT_LIST')}
  ] AS evidence
WITH authority, list, [one IN evidence WHERE one.earliest <= $day] AS known, [one IN evidence WHERE one.earliest > $day] AS later
WHERE known <> []
// Evidence may be the last word if no other evidence certainly followed it by the day.
WITH authority, list, later,
  [one IN known WHERE none(next IN known WHERE next.certain AND next.earliest > one.until)] AS last
WITH authority, list, later, last,
  CASE
    WHEN none(one IN last WHERE one.certain) THEN 'UNCERTAIN'
    WHEN all(one IN last WHERE one.says = last[0].says) THEN last[0].says
    ELSE 'UNCERTAIN'
  END AS standing,
  reduce(day = last[0].until, one IN last | CASE WHEN one.until > day THEN one.until ELSE day END) AS until,
  reduce(day = date('9999-12-31'), one IN later | CASE WHEN one.beginLatest < day THEN one.beginLatest ELSE day END) AS nextBy
// The service's `status` derives more. UNCERTAIN may mean vague dates, sources that contradict each other, or a change
// that nobody reported: there `status` says POSSIBLE, DISPUTED or the state. It also heeds "no country has", which is no
// relationship between two entities. An authority without a row is one that nothing is known of by that day.
RETURN authority.name AS authority, list, standing,
  CASE WHEN until < $day THEN until ELSE $day END AS lastEvidence,
  // Beyond the last evidence, unless what comes next shows that nothing had changed.
  until < $day AND none(next IN later WHERE next.earliest <= nextBy AND next.type IN CASE standing
    WHEN 'IN FORCE' THEN ['LISTS', 'SUSPENDED_DESIGNATION', 'DELISTED']
    WHEN 'SUSPENDED' THEN ['RESUMED_DESIGNATION', 'DOES_NOT_LIST']
    WHEN 'NOT IN FORCE' THEN ['DESIGNATED', 'DOES_NOT_LIST']
    ELSE []
  END) AS carriedForward
ORDER BY authority, list;
