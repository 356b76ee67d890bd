"""How the server judges whole cities: no table of facts gone through again and again, nothing spilled to disk."""

import json
import re

from ..data import AS_OF
from ..measure import Row, say
from ..processes import Failure
from .overview import CITIES

#: A table that is read whole more often than this in one statement wants an index, or another join.
MOST_SCANS = 100
#: So does a join that looks at more pairs of rows than this.
MOST_PAIRS = 2_000_000
#: Statements quicker than so many milliseconds are not looked at.
SHORTEST = 1

SETTINGS = {
    "session_preload_libraries": "auto_explain",
    "auto_explain.log_min_duration": SHORTEST,
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
}


def run(bench):
    server, persons = bench.server, bench.options.persons
    for city in CITIES:
        say(f"  {city}: {persons:,} persons ...")
        folder = bench.deliveries.city(persons, city)
        server.migrated("bench_plans")
        bench.load("bench_plans", folder, city)
        bench.deliveries.forget(folder)
        server.settle("bench_plans")
        plans = explained(server, city)
        found = [f"{city}: {name}: {fault}" for name, plan in plans for fault in faults(plan)]
        for line in found:
            say(f"  {line}")
        yield Row(
            "plans", f"{city}, {persons:,} persons: faults in the plans of {len(plans)} statements", "evaluate",
            our_values=[len(found)], unit="faults", goal=0, note="; ".join(found))
    server.drop("bench_plans")


def explained(server, city):
    """The statements of an evaluation that took their time, each with its plan."""
    log = server.home / "server.log"
    before = log.stat().st_size
    server.psql("postgres", "".join(
        f"alter database bench_plans set {name} = '{value}';\n" for name, value in SETTINGS.items()))
    server.cadre("evaluate", "--city", city, "--as-of", AS_OF, "--afresh", database="bench_plans")
    with open(log, errors="replace") as file:
        file.seek(before)
        text = file.read()
    logged = re.findall(r"ms  plan:\s*\n(\t?\{.*?\n\t?\})(?=\n\d{4}-|\s*\Z)", text, re.S)
    if not logged:
        raise Failure(f"the server's log has no plan of {city}'s evaluation: is auto_explain installed?")
    plans = [json.loads(plan.replace("\n\t", "\n")) for plan in logged]
    return [(name(plan["Query Text"]), plan["Plan"]) for plan in plans]


def name(query):
    """The indicator's number, or how the statement begins."""
    ordinal = re.search(r"'[0-9a-f]{32}',\s+(\d+),", query)
    if ordinal and query.startswith("insert into results"):
        return f"indicator {ordinal.group(1)}"
    return " ".join(query.split())[:60]


def faults(node):
    """What is wrong with a plan, node by node."""
    if node.get("Sort Space Type") == "Disk":
        yield f"sort of {node['Sort Space Used']} kB on disk by {', '.join(node['Sort Key'])}"
    if node.get("Hash Batches", 1) > 1:
        yield f"hash in {node['Hash Batches']} batches"
    if node.get("HashAgg Batches", 1) > 1:
        yield f"aggregate in {node['HashAgg Batches']} batches"
    if node["Node Type"] == "Seq Scan" and node["Actual Loops"] > MOST_SCANS:
        yield f"{node['Relation Name']} read whole {node['Actual Loops']} times"
    if node["Node Type"] == "Nested Loop":
        sides = {part["Parent Relationship"]: part for part in node["Plans"]}
        outer, inner = sides["Outer"], sides["Inner"]
        pairs = outer["Actual Rows"] * outer["Actual Loops"] * inner["Actual Rows"]
        if pairs > MOST_PAIRS:
            yield f"join of {pairs:,.0f} pairs"
    for part in node.get("Plans", []):
        yield from faults(part)
