"""Checks the earliest arrivals that `arrivals.ts` prints (on standard input) against those that reticula finds in the
same facts, and against a plain pass day by day. Exits with 1 if any differ, or if the comparison would prove little.
"""

import csv
import json
import sys
from collections import Counter
from datetime import date
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

import networkx as nx
import reticula as ret

VERTEX_AND_TIME = (ret.int64, ret.int64)


def main(folder):
    facts, loops = facts_of(Path(folder) / "facts.tsv")
    print(f"{len(facts)} facts between two entities, {loops} from an entity to itself left out; "
          f"reticula {version('reticula')}, networkx {version('networkx')}")
    announced, *answers = [json.loads(line) for line in sys.stdin] or [None]
    expect(announced is not None and announced["edges"] == len(facts), "Chancery holds as many relationships")
    expect(len(answers) == announced["pairs"] * 8, "every pair is answered in all variants")

    days = [(day, [(tail, head) for _, tail, head in of_day])
            for day, of_day in groupby(sorted(facts), key=lambda fact: fact[0])]
    searches = {(directed, strict): (Reticula(days, directed, strict), Plain(days, directed, strict))
                for directed in (True, False) for strict in (True, False)}
    differences = sum(compare(group, searches) for group in by_search(answers))
    telling = tell_apart(answers)
    expect(telling or differences > 0, "each of these is seen 20 times at least")
    print(f"{announced['pairs']} pairs compared in 8 variants, {differences} differences")
    return differences == 0


def facts_of(path):
    """The (day, subject, object) of each fact; and how many were left out for being from an entity to itself."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    facts = [(number_of(row["date"]), int(row["subject_id"]), int(row["object_id"])) for row in rows]
    between_two = [fact for fact in facts if fact[1] != fact[2]]
    return between_two, len(facts) - len(between_two)


def number_of(day):
    return date.fromisoformat(day).toordinal()


class Reticula:
    """Where an effect that starts at an entity spreads to, by reticula.

    There, as between strict hops, an event follows another only if it is later. Where hops of one day may follow each
    other, each day is first spread over STEPS times, so that all its chains can be followed one after another.
    """

    def __init__(self, days, directed, strict):
        kind = "directed" if directed or not strict else "undirected"
        edge = getattr(ret, kind + "_temporal_edge")[*VERTEX_AND_TIME]
        network = getattr(ret, kind + "_temporal_network")[*VERTEX_AND_TIME]
        events = [edge(tail, head, day * STEPS + step) for day, facts in days for step, tail, head in (
            ((0, *fact) for fact in facts) if strict else in_steps(facts if directed else both_ways(facts)))]
        self.adjacency = ret.temporal_adjacency.simple[edge]()
        self.network = network(edges=events, verts=sorted({end for _, facts in days for fact in facts for end in fact}))

    def arrivals(self, source, start):
        # An effect spreads only after the time at which it starts.
        cluster = ret.out_cluster(self.network, self.adjacency, source, start * STEPS - 1)
        return {entity: min(begin for begin, _ in spells) // STEPS
                for entity, spells in cluster.interval_sets().items()}


STEPS = 10_000


def in_steps(facts):
    """A day's facts by strongly connected component, in topological order (by networkx). Within a component, all reach
    each other by way of one member: first all go there, next from there; then the facts that lead out of it follow.
    """
    graph = nx.DiGraph(facts)
    components = nx.condensation(graph)
    for rank, node in enumerate(nx.topological_sort(components)):
        members = components.nodes[node]["members"]
        hub, *others = sorted(members)
        assert 3 * rank + 2 < STEPS
        yield from ((3 * rank, other, hub) for other in others)
        yield from ((3 * rank + 1, hub, other) for other in others)
        yield from ((3 * rank + 2, *fact) for fact in graph.out_edges(members) if fact[1] not in members)


def both_ways(facts):
    return facts + [(head, tail) for tail, head in facts]


class Plain:
    """Each day, crosses what can be crossed, again and again until nothing is new; strict: once."""

    def __init__(self, days, directed, strict):
        self.strict = strict
        self.days = [(day, facts if directed else both_ways(facts)) for day, facts in days]

    def arrivals(self, source, start):
        reached = {source: start - 1}
        for day, facts in self.days:
            if day < start:
                continue
            while new := {head for tail, head in facts if tail in reached and head not in reached}:
                reached.update(dict.fromkeys(new, day))
                if self.strict:
                    break
        return reached


def by_search(answers):
    """Those that one search answers: of the same source, period and variant."""
    def key(answer):
        return answer["from"], answer["during"]["from"], answer["during"]["to"], answer["directed"], answer["strict"]
    return [list(group) for _, group in groupby(sorted(answers, key=key), key=key)]


def compare(group, searches):
    first = group[0]
    start, end = (number_of(first["during"][name]) for name in ("from", "to"))
    found = [search.arrivals(int(first["from"]), start) for search in searches[first["directed"], first["strict"]]]
    differences = 0
    for answer in group:
        ours = answer["arrives"] and number_of(answer["arrives"])
        theirs, plain = [within(end, arrivals.get(int(answer["to"]))) for arrivals in found]
        if not ours == theirs == plain:
            differences += 1
            print(f"DIFFERENT: {answer}; reticula: {as_day(theirs)}, plain: {as_day(plain)}")
    return differences


def within(end, arrival):
    return arrival if arrival is not None and arrival < end else None


def as_day(number):
    return number and date.fromordinal(number).isoformat()


def tell_apart(answers):
    """Whether each option, and the first and the last day of a period, mattered: agreement proves little otherwise."""
    arrivals = {(answer["from"], answer["to"], answer["during"]["from"], answer["directed"], answer["strict"]):
                answer["arrives"] for answer in answers}
    ends = {answer["during"]["from"]: number_of(answer["during"]["to"]) for answer in answers}
    second = max(ends)
    seen = Counter()
    for (source, target, start, directed, strict), arrives in arrivals.items():
        seen["with a path"] += arrives is not None
        seen["without"] += arrives is None
        seen["changed by strict"] += strict and arrives != arrivals[source, target, start, directed, False]
        seen["changed by direction"] += directed and arrives != arrivals[source, target, start, False, strict]
        seen["changed by period"] += start != second and arrives != arrivals[source, target, second, directed, strict]
        seen["on the first day"] += arrives == start
        seen["on the last day"] += arrives is not None and number_of(arrives) == ends[start] - 1
    print(f"of {len(answers)} answers: " + ", ".join(f"{count} {what}" for what, count in seen.items()))
    return min(seen.values()) >= 20


def expect(holds, what):
    if not holds:
        sys.exit(f"The comparison is void, for this does not hold: {what}.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder that holds facts.tsv.")
    sys.exit(0 if main(sys.argv[1]) else 1)
