// Over whom is Kyrgyzstan connected with the United States by what was done, in the fewest steps?
MATCH p = allShortestPaths(
  (:Entity {id: 'kyrgyzstan'})-[:DELISTED|RECOGNIZED|MET|URGED|PRAISED|CRITICIZED*..6]-(:Entity {id: 'united-states'}))
RETURN [n IN nodes(p) | n.name] AS over, count(p) AS trails
ORDER BY over;
