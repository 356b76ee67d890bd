"""The system of record: what was known judged again, everything stored looked through, two dates compared."""

from .. import daily
from ..data import AS_OF, CITY
from ..measure import Row, in_turn
from ..processes import Failure

HALF_A_YEAR_BEFORE = f"{AS_OF[:4]}-06-30"


def run(bench):
    server, database = bench.server, "bench_record"
    server.recreate(database, template=bench.loaded())

    def first():
        server.migrated("bench_first")
        return bench.load("bench_first").seconds

    def looked_through():
        server.settle()
        return server.cadre("doctor", "--deep", database=database).seconds

    deep, loads = in_turn(bench.rounds, "doctor --deep", looked_through, first)
    yield Row("record", "all that is stored looked through", "doctor --deep", "first load", deep, loads, goal=0.5)

    def judged(*options):
        server.settle()
        return server.cadre(
            "evaluate", "--city", CITY, "--as-of", AS_OF, "--afresh", *options, database=database).seconds

    judged()
    before = fingerprint(bench, database, known="is null")
    files = bench.scratch / "a twentieth"
    daily.write(bench.delivery, files, 3, one_in=20)
    bench.load(database, files)
    server.settle(database)

    def known():
        seconds = judged("--known-as-of", "1")
        if fingerprint(bench, database, known="= 1") != before:
            raise Failure("what was known as of the first import is not judged as it was then")
        return seconds

    ours, plain = in_turn(bench.rounds, "known as of", known, judged)
    yield Row(
        "record", "known as of an import, 5 % changed since", "--known-as-of", "all data", ours, plain, goal=1.5)

    server.cadre("evaluate", "--city", CITY, "--as-of", HALF_A_YEAR_BEFORE, database=database)
    out = bench.scratch / "changes"

    def compared():
        server.settle()
        return server.cadre(
            "changes", "--city", CITY, "--from", HALF_A_YEAR_BEFORE, "--to", AS_OF, "--out", out, "--format", "csv",
            database=database).seconds

    def read():
        server.settle()
        return sum(
            server.cadre(
                "export", "results", "--city", CITY, "--as-of", date, "--out", bench.scratch / "results.csv",
                database=database).seconds
            for date in (HALF_A_YEAR_BEFORE, AS_OF))

    ours, theirs = in_turn(bench.rounds, "changes", compared, read)
    yield Row("record", "two dates compared, each change with its cause", "changes", "both exported", ours, theirs, goal=1.5)
    server.drop(database)


def fingerprint(bench, database, known):
    """A digest of the results of the date, of the run that knows all or of that which knows less."""
    return bench.server.value(database, f"""
        select md5(string_agg(md5(row(r.ordinal, r.subject_id, r.unit_id, r.period, r.status, r.class, r.observed, r.required,
          r.due_on, r.reason, r.detail)::text), '' order by r.ordinal, r.period, r.subject_id, r.class))
        from results r
        join result_sets s on s.city_code = r.city_code and s.result_set = r.result_set
        join runs u on u.city_code = s.city_code and u.run_id = s.run_id
        where r.city_code = '{CITY}' and u.as_of = '{AS_OF}' and u.known_as_of {known}""")
