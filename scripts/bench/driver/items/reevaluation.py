"""After a day's changes: one date judged again, and evaluation and all reports again, beside the full ones on the same data."""

from .. import daily
from ..data import AS_OF, CITY
from ..measure import Row, in_turn
from ..processes import Failure

LAST_YEAR = f"{int(AS_OF[:4]) - 1}{AS_OF[4:]}"


def run(bench):
    server = bench.server
    database = "bench_changing"
    server.recreate(database, template=bench.loaded())
    reports = bench.scratch / "reports"
    state = {"day": 100}

    def reports_written(*options):
        written = server.cadre("report", "all", "--as-of", AS_OF, "--out", reports, *options, database=database)
        return written.seconds

    # The overview sets last year's rates beside this year's, so both dates are judged, at the same time.
    reports_written()

    def a_day_later():
        # A day has passed since the last full evaluation: the server has been over its tables.
        server.settle(database)
        state["day"] += 1
        files = bench.scratch / "day"
        daily.write(bench.delivery, files, state["day"])
        bench.load(database, files)
        server.settle()

    def after_changes():
        a_day_later()
        seconds = reports_written()
        state["results"] = fingerprint(bench, database)
        return seconds

    def in_full():
        server.settle()
        seconds = reports_written("--afresh")
        if fingerprint(bench, database) != state["results"]:
            raise Failure("the results after a day's changes are not those of a full evaluation of the same data")
        return seconds

    def judged(*options):
        evaluated = server.cadre("evaluate", "--city", CITY, "--as-of", AS_OF, *options, database=database)
        return evaluated.seconds

    def judged_after_changes():
        a_day_later()
        return judged()

    def judged_in_full():
        server.settle()
        return judged("--afresh")

    ours, theirs = in_turn(bench.rounds, "judged after a day's changes", judged_after_changes, judged_in_full)
    yield Row(
        "reevaluate", "evaluation after 0.1 % changed (one date, no files)", "what changed", "in full", ours, theirs, goal=0.1)

    ours, theirs = in_turn(bench.rounds, "after a day's changes", after_changes, in_full)
    yield Row(
        "reevaluate", "evaluation and all reports after 0.1 % changed (this year's and last year's date)",
        "what changed", "in full", ours, theirs, goal=0.1)
    server.drop(database)


def fingerprint(bench, database):
    """A digest of all results of both dates."""
    return bench.server.value(database, f"""
        select md5(string_agg(md5(row(u.as_of, r.ordinal, r.subject_id, r.unit_id, r.period, r.status, r.class,
          r.observed, r.required, r.due_on, r.reason, r.detail)::text), '' order by u.as_of, r.ordinal, r.period,
          r.subject_id, r.class))
        from results r
        join result_sets s on s.city_code = r.city_code and s.result_set = r.result_set
        join runs u on u.city_code = s.city_code and u.run_id = s.run_id
        where r.city_code = '{CITY}' and u.as_of in ('{AS_OF}', '{LAST_YEAR}')""")
