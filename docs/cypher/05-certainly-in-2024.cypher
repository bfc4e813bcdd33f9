// Which acts certainly fall into 2024, whatever days their sources leave open?
MATCH (e:Event {nature: 'ACT'})
WHERE 'AFFIRMS' IN e.stances
  AND e.beginLatest < date('2025-01-01') AND e.endEarliest >= date('2024-01-01') AND NOT e.qualified
RETURN e.edtf AS date, e.type AS type, e.summary AS summary
ORDER BY e.at, e.id;
