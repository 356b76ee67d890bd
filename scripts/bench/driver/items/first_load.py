"""First load: an import with every check, keys and rollups in place, beside raw COPY of the same files."""

from ..data import RawTables
from ..measure import Row, in_turn


def run(bench):
    server, folder = bench.server, bench.delivery
    raw = RawTables(server, "bench_raw", folder)

    def imported():
        server.migrated("bench_first")
        return bench.load("bench_first").seconds

    def copied():
        raw.create()
        return raw.copy()

    ours, theirs, unlogged = in_turn(bench.rounds, "whole delivery", imported, copied, raw.copy_unlogged)
    yield Row("import", "whole delivery into an empty database", "import", "COPY csv", ours, theirs, goal=1.6)
    yield Row(
        "import", "the same, beside COPY into tables made in its own transaction", "import", "COPY csv, not logged",
        ours, unlogged, note="for information")

    training = bench.scratch / "training-last"
    link(folder, training)

    def training_imported():
        server.migrated("bench_first")
        bench.load("bench_first", training / "others")
        server.settle()
        return bench.load("bench_first", training / "records").seconds

    def training_copied():
        raw.create()
        return raw.copy(only="training_records")

    ours, theirs = in_turn(bench.rounds, "training records", training_imported, training_copied)
    yield Row("import", "training records alone, first load", "import", "COPY csv", ours, theirs, goal=1.6)
    server.drop("bench_raw")


def link(folder, target):
    """The delivery in two: all but the training records, and these."""
    for name in ("others", "records"):
        (target / name).mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.csv"):
        part = "records" if path.stem == "training_records" else "others"
        there = target / part / path.name
        if not there.exists():
            there.hardlink_to(path)
