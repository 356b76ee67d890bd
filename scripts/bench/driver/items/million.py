"""A million persons with 50 training records each, once: how long each step takes, how much memory it has."""

from ..data import AS_OF, CITY
from ..measure import Row, say


def run(bench):
    server, database, persons = bench.server, "bench_million", bench.options.million
    server.migrated(database)
    folder = bench.deliveries.city(persons, training=50)
    reports = bench.scratch / "million"
    at = ["--as-of", AS_OF]
    steps = [("sample", lambda: bench.deliveries.cost(folder)), ("import", lambda: bench.load(database, folder))]
    steps += [
        (" ".join(command), lambda command=command, more=more: server.cadre(*command, *at, *more, database=database))
        for command, more in [
            (["evaluate"], ["--city", CITY]),
            (["report", "overview"], ["--out", reports]),
            (["report", "city", CITY], ["--out", reports]),
            (["export", "results"], ["--city", CITY, "--out", bench.scratch / "million.csv"]),
        ]
    ]
    for name, step in steps:
        finished = step()
        say(f"  {name}: {finished.seconds:.1f} s, {finished.megabytes:.0f} MB")
        yield Row("million", f"`cadre {name}`, {persons:,} persons", name, our_values=[finished.seconds])
        yield Row(
            "million", f"its peak memory", name, our_values=[finished.megabytes], unit="MB", goal=150)
    server.drop(database)
    bench.deliveries.forget(folder)
