"""The overview of all cities beside the aggregation query that it is made from."""

from ..data import AS_OF
from ..measure import Row, in_turn, say

CITIES = ["quzhou", "shaoxing", "jingxian", "kunming"]
#: Reports do not read facts once a city is judged: fewer of them spare the loading.
TRAINING = 6


def run(bench):
    server, database = bench.server, "bench_cities"
    persons = bench.options.persons * 5 // 4
    server.migrated(database)
    for city in CITIES:
        say(f"  {city}: {persons} persons ...")
        folder = bench.deliveries.city(persons, city, TRAINING)
        bench.load(database, folder, city)
        bench.deliveries.forget(folder)
    reports = bench.scratch / "overview"

    def written():
        return server.cadre("report", "overview", "--as-of", AS_OF, "--out", reports, database=database).seconds

    say("  judging the cities ...")
    written()
    server.settle(database)
    query = """
        select
          t.city_code,
          t.result_set,
          t.ordinal,
          sum(t.met),
          sum(t.unmet),
          sum(t.pending),
          sum(t.at_risk),
          sum(t.exempt),
          sum(t.no_data),
          sum(t.info)
        from unit_tallies t
        group by t.city_code, t.result_set, t.ordinal
        """

    def aggregated():
        return server.psql(database, query).seconds

    ours, theirs = in_turn(bench.rounds, "overview", written, aggregated)
    yield Row(
        "overview", f"report overview of {len(CITIES)} cities, {persons * len(CITIES):,} persons, this year and last",
        "report", "aggregation query", ours, theirs, goal=2)
    server.drop(database)
