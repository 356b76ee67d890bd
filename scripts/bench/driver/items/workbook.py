"""A delivery as one workbook beside the same as CSV files. Of no more persons than a sheet holds the records of."""

from ..data import CITY
from ..measure import Row, in_turn

PERSONS = 5_000


def run(bench):
    server = bench.server
    files = bench.deliveries.city(min(PERSONS, bench.options.persons))
    server.migrated("bench_first")
    bench.load("bench_first", files)
    forms = bench.scratch / "forms"
    server.cadre("template", "--city", CITY, "--with-data", "--out", forms, database="bench_first")

    def imported(delivery):
        server.migrated("bench_first")
        return bench.load("bench_first", delivery).seconds

    ours, theirs = in_turn(bench.rounds, "workbook", lambda: imported(forms), lambda: imported(files))
    yield Row(
        "workbook", f"whole delivery of {min(PERSONS, bench.options.persons):,} persons, first load", "import of a workbook",
        "import of CSV files", ours, theirs, goal=1.3)
