"""Daily load: a day's changes, ten times as many, and a full delivery again that changes nothing."""

from .. import daily
from ..data import warm
from ..measure import Row, in_turn


def run(bench):
    server, folder = bench.server, bench.delivery
    day = {"number": 0, "rows": 0}

    def first():
        day["number"] += 1
        server.migrated("bench_first")
        seconds = bench.load("bench_first").seconds
        server.settle("bench_first")
        return seconds

    def again():
        seconds = bench.load("bench_first").seconds
        server.settle("bench_first")
        return seconds

    def changes(one_in):
        def side():
            files = bench.scratch / f"day-{one_in}"
            day["rows"] = daily.write(folder, files, day["number"], one_in)
            warm(files)
            seconds = bench.load("bench_first", files).seconds
            server.settle("bench_first")
            return seconds

        return side

    loads, unchanged, thousandth, hundredth = in_turn(
        bench.rounds, "first load, again, 0.1 %, 1 %", first, again, changes(1000), changes(100))
    yield Row("daily", "full delivery again, nothing changed", "import", "first load", unchanged, loads, goal=0.5)
    yield Row(
        "daily", "0.1 % of training, talks, activities, leaves new or changed", "import", "first load", thousandth,
        loads, note="for information")
    yield Row(
        "daily", "1 % beside 0.1 %: in proportion to what changed", "1 %", "0.1 %", hundredth, thousandth, goal=10)
