"""Evaluation: Kunming's whole policy, beside the same indicators as hand-written SQL, results stored by both."""

from ..by_hand import ATTESTED, ByHand
from ..data import AS_OF, CITY
from ..measure import Row, in_turn


def run(bench):
    database = bench.evaluated()
    by_hand = ByHand(bench, database)
    said = []

    def evaluated():
        bench.server.settle()
        finished, run = bench.server.evaluation(CITY, AS_OF, database)
        said.append(run)
        return finished.seconds

    def from_rollup():
        bench.server.settle()
        seconds, steps = by_hand.run()
        by_hand.compare()
        said[-1]["by_hand"] = steps
        return seconds

    def from_facts():
        bench.server.settle()
        seconds, _ = by_hand.run(from_facts=True)
        by_hand.compare()
        return seconds

    ours, rollup, facts = in_turn(bench.rounds, "evaluation", evaluated, from_rollup, from_facts)
    what = f"all {count(said[-1])} results of the policy judged and stored"
    source = "SQL by hand, from the rollup" if by_hand.has_rollup else "SQL by hand (no rollup in this schema)"
    yield Row("evaluate", what, "evaluate", source, ours, rollup, goal=2)
    yield Row("evaluate", "the same", "evaluate", "SQL by hand, from the facts", ours, facts, note="for information")
    yield from slowest(said)


def count(run):
    return f"{run['results']:,}"


def slowest(said, most=5):
    """Where the time goes: the indicators that lie farthest above their hand-written form."""
    last = said[-1]
    if "indicators" not in last:
        return
    steps = last["by_hand"]
    apart = [("the snapshot", last.get("snapshot_seconds", 0), steps["snapshot"])]
    attested = [entry["seconds"] for entry in last["indicators"] if entry["indicator"].endswith(".attested")]
    apart.append((ATTESTED, sum(attested), steps[ATTESTED]))
    for entry in last["indicators"]:
        if entry["indicator"] in steps:
            apart.append((entry["indicator"], entry["seconds"], steps[entry["indicator"]]))
    apart.sort(key=lambda one: one[2] - one[1])
    for name, ours, theirs in apart[:most]:
        yield Row(
            "evaluate", f"{name}, last round", "evaluate", "SQL by hand", [ours], [theirs], note="for information")
