"""The two training indicators beside DuckDB on its own table; and what an analyst would do instead."""

from ..by_hand import FOLDER, TRAINING, ByHand
from ..data import AS_OF, CITY
from ..measure import Row, in_turn, say
from ..processes import Failure


def run(bench):
    database = bench.evaluated()
    by_hand = ByHand(bench, database)
    by_hand.run()
    expected = by_hand.counts(TRAINING)
    if not bench.peers.available:
        say("  DuckDB, polars and pandas are not there: left out")
        return
    work = bench.scratch / "training"
    work.mkdir(exist_ok=True)
    subjects(bench, database, work)
    arguments = [bench.delivery, work, bench.server.url(database)]
    bench.peers.run("duckdb_training.py", "prepare", *arguments)
    parts = []

    def peer(script, *way):
        def side():
            bench.server.settle()
            said = bench.peers.run(script, *way, *arguments)
            if said["counts"] != expected:
                raise Failure(f"{script} does not agree with the SQL:\n  {said['counts']}\n  {expected}")
            return said["seconds"]

        return side

    def judged():
        bench.server.settle()
        finished, run = bench.server.evaluation(CITY, AS_OF, database)
        seconds = {entry["indicator"]: entry["seconds"] for entry in run.get("indicators", [])}
        parts.append(bool(seconds))
        if seconds:
            return sum(seconds[name] for name in TRAINING)
        # A program that does not tell: its whole evaluation, which is more than its share.
        return finished.seconds

    ours, theirs = in_turn(bench.rounds, "training, DuckDB", judged, peer("duckdb_training.py", "table"))
    yield Row(
        "training", "two training indicators judged and stored", "evaluate", "DuckDB's own table, stored by COPY", ours,
        theirs, goal=1, note="" if all(parts) else "cadre: the whole policy, as it does not tell its parts")

    def whole():
        bench.server.settle()
        return bench.server.evaluation(CITY, AS_OF, database)[0].seconds

    others = [
        ("DuckDB: CSV, judge, export", peer("duckdb_training.py", "csv")),
        ("polars: CSV streaming, judge, export", peer("polars_training.py")),
        ("pandas: from PostgreSQL, judge, export", peer("pandas_training.py")),
    ]
    values = in_turn(min(bench.rounds, 3), "training, others", whole, *(side for _, side in others))
    for (name, _), seconds in zip(others, values[1:]):
        yield Row(
            "training", "evaluation of the whole policy beside the two training indicators alone", "evaluate", name,
            values[0], seconds, note="for information")


def subjects(bench, database, work):
    """Whom the indicators judge, prepared for the peers and not counted: they have training records of their own."""
    snapshot = (FOLDER / "snapshot.sql").read_text()
    script = f"""
        begin;
        {snapshot}
        create temporary table training_subject on commit drop as
        select
          r.person_id,
          r.unit_id,
          r.entered_on > '2025-01-01' as entered_late,
          r.trains_as_leader as is_leader,
          coalesce(f.started_on > '2020-12-31', false) as bound_late,
          exists (
            select from waiver w
            where w.subject_id = r.person_id
              and w.indicator = case
                when r.trains_as_leader then '{TRAINING[0]}'
                else '{TRAINING[1]}'
              end
          ) as waived
        from on_roll r
        left join (
          select p.person_id, min(p.started_on) as started_on
          from posts p
          where p.city_code = '{CITY}' and p.leading and p.rank in ('county_division', 'bureau')
            and p.started_on <= '{AS_OF}'
          group by p.person_id
        ) f on f.person_id = r.person_id;
        \\copy training_subject to '{work / "subjects.csv"}' (format csv, header)
        commit;
        """
    bench.server.psql(database, script)
