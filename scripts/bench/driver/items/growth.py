"""Growth: time per person of import, evaluation and report over a range of sizes."""

import statistics

from ..data import AS_OF, CITY
from ..measure import Row, say


def run(bench):
    server, database = bench.server, "bench_growing"
    sizes = sorted(bench.options.growth)
    seconds = {step: {size: [] for size in sizes} for step in ("import", "evaluate", "report")}
    for number in range(bench.rounds):
        for size in sizes:
            folder = bench.deliveries.city(size)
            server.migrated(database)
            seconds["import"][size].append(bench.load(database, folder).seconds)
            server.settle(database)
            finished, _ = server.evaluation(CITY, AS_OF, database)
            seconds["evaluate"][size].append(finished.seconds)
            # Last year's date is judged beforehand, so that only the writing is measured.
            reports = bench.scratch / "growth"
            overview = ["report", "overview", "--as-of", AS_OF, "--out", reports]
            server.cadre(*overview, database=database)
            server.settle(database)
            city = ["report", "city", CITY, "--as-of", AS_OF, "--out", reports]
            seconds["report"][size].append(
                server.cadre(*overview, database=database).seconds + server.cadre(*city, database=database).seconds)
            times = ", ".join(f"{step} {by[size][-1]:.2f}" for step, by in seconds.items())
            say(f"  {size} persons, round {number + 1} of {bench.rounds}: {times}")
    server.drop(database)
    smallest, largest = sizes[0], sizes[-1]
    for step, by in seconds.items():
        per_person = {size: statistics.median(by[size]) / size * 1e6 for size in sizes}
        listed = ", ".join(f"{size:,}: {per_person[size]:.1f} µs" for size in sizes)
        yield Row(
            "growth", f"{step}, time per person: {listed}", f"{largest:,} persons", f"{smallest:,} persons",
            by[largest], by[smallest], goal=1.15, figure=max(per_person[size] for size in sizes) / per_person[smallest])
