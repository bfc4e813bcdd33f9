// Through whom can word have travelled from one to another since a day, each step after the one before?
:param from => 'amir-khan-muttaqi';
:param to => 'united-states';
:param since => date('2023-01-01');

// A shortest path would be chosen before its dates are tested, so this tries all chains of up to three steps.
MATCH path = (:Entity {id: $from})
  ((a)-[steps:MET|URGED|DEMANDED|PRAISED|CRITICIZED|PLEDGED|INVITED]-(:Entity)
    // From agent to target. Only symmetric types go both ways.
    WHERE startNode(steps) = a OR type(steps) = 'MET'){1,3}
  (:Entity {id: $to})
// CERTAIN: no step can end after the next one begins. For POSSIBLE, compare `earliest` with the next one's `latest`.
WHERE all(step IN steps WHERE step.earliest >= $since) AND all(i IN range(1, size(steps) - 1)
  WHERE steps[i - 1].latest <= steps[i].earliest AND steps[i - 1].event <> steps[i].event)
WITH [n IN nodes(path) | n.name] AS over, [step IN steps | type(step) + ' ' + step.edtf] AS steps, last(steps).latest AS by
ORDER BY by, size(steps), steps
// Two entities can be related several times: one line for each sequence of entities, the first to arrive.
RETURN over, collect(steps)[0] AS steps, min(by) AS arrivesBy, count(*) AS chains
ORDER BY arrivesBy, over;
