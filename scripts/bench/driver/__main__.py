"""Measures what was asked for and prints the table."""

import signal
import sys

from . import machine, options, table
from .bench import Bench
from .items import (
    audit, daily_load, evaluation, export, first_load, growth, memory, micro, million, overview, plans, record, reevaluation, start,
    training, workbook)
from .measure import say
from .processes import Failure

ITEMS = {
    "import": first_load,
    "workbook": workbook,
    "daily": daily_load,
    "evaluate": evaluation,
    "training": training,
    "reevaluate": reevaluation,
    "overview": overview,
    "export": export,
    "memory": memory,
    "start": start,
    "audit": audit,
    "record": record,
    "plans": plans,
    "growth": growth,
    "million": million,
    "micro": micro,
}
#: The items that run by default: the others take long, or build a second package.
USUAL = ["import", "workbook", "daily", "evaluate", "training", "reevaluate", "overview", "export", "memory", "start"]


def main():
    asked = options.parse(ITEMS, USUAL)
    # Ended from outside, the server and the scratch folder still go.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bench, rows, failures = Bench(asked), [], []
    try:
        bench.start()
        facts = machine.facts(bench.server, bench.peers)
        for name in (name for name in ITEMS if name in asked.only):
            say(f"== {name}")
            try:
                rows.extend(ITEMS[name].run(bench))
            except Failure as failure:
                failures.append(f"{name}: {failure}")
                say(f"bench: {failures[-1]}")
        print(table.markdown(rows, facts))
        table.write_json(asked.json, rows, facts, asked)
    finally:
        bench.end()
    for failure in failures:
        say(f"bench: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        say(f"bench: {failure}")
        sys.exit(1)
