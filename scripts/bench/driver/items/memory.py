"""Peak memory of each command, at this size."""

from ..data import AS_OF, CITY
from ..measure import Row


def run(bench):
    server, database = bench.server, "bench_first"
    delivery = bench.delivery
    server.migrated(database)
    reports = bench.scratch / "memory"
    at = ["--as-of", AS_OF]
    used = {
        "sample": bench.deliveries.cost(delivery),
        "import": bench.load(database),
        "import, unchanged": bench.load(database),
        "evaluate": server.cadre("evaluate", "--city", CITY, *at, database=database),
        "export results": server.cadre(
            "export", "results", "--city", CITY, *at, "--out", bench.scratch / "memory.csv", database=database),
        "report overview": server.cadre("report", "overview", *at, "--out", reports, database=database),
        "report city": server.cadre("report", "city", CITY, *at, "--out", reports, database=database),
        "report all": server.cadre("report", "all", *at, "--out", reports, database=database),
    }
    for name, finished in used.items():
        yield Row(
            "memory", f"peak of `cadre {name}`, {bench.options.persons:,} persons", name,
            our_values=[finished.megabytes], unit="MB", goal=150)
