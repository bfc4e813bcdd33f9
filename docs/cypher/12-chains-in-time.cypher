// Over whom can word have come from one to another, each step after the one before?
:param from => 'pakistan';
:param to => 'kyrgyzstan';

// A shortest path is chosen first and asked for its dates then, so all chains of up to three steps are tried.
MATCH path = (:Entity {id: $from})
  ((a)-[steps:MET|URGED|DEMANDED|PRAISED|CRITICIZED|PLEDGED|INVITED]-(:Entity)
    // From agent to target. Only what is symmetric goes both ways.
    WHERE startNode(steps) = a OR type(steps) = 'MET'){1,3}
  (:Entity {id: $to})
// CERTAIN: none can end after the first day of the next. For POSSIBLE, compare `earliest` with the next one's `latest`.
WHERE all(i IN range(1, size(steps) - 1)
  WHERE steps[i - 1].latest <= steps[i].earliest AND steps[i - 1].event <> steps[i].event)
WITH [n IN nodes(path) | n.name] AS over, [step IN steps | type(step) + ' ' + step.edtf] AS steps, last(steps).latest AS by
ORDER BY by, size(steps), steps
// Two can be related several times: one line for each sequence of entities, the first to arrive.
RETURN over, collect(steps)[0] AS steps, min(by) AS arrivesBy, count(*) AS chains
ORDER BY arrivesBy, over;
