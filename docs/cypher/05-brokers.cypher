// Who deals with both of two blocs, and with each on its own rather than only where both are at the table?
:param here => ['russia'];
:param there => ['taliban', 'afghanistan'];

MATCH (h:Entity)-[a:MET|HAS_TIES|SIGNED_AGREEMENT]-(broker:Entity)-[b:MET|HAS_TIES|SIGNED_AGREEMENT]-(t:Entity)
WHERE h.id IN $here AND t.id IN $there AND NOT broker.id IN $here + $there
// An event can relate two entities in several ways: collect events, not relationships.
WITH broker, collect(DISTINCT a.event) AS withHere, collect(DISTINCT b.event) AS withThere
RETURN broker.name AS broker,
  size([event IN withHere WHERE event IN withThere]) AS together,
  size([event IN withHere WHERE NOT event IN withThere]) AS withHereAlone,
  size([event IN withThere WHERE NOT event IN withHere]) AS withThereAlone
ORDER BY withHereAlone + withThereAlone DESC, broker;
