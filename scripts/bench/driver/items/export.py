"""Export of all results beside COPY of the same columns, joined and sorted plainly."""

from ..data import AS_OF, CITY
from ..measure import Row, in_turn


def run(bench):
    server, database = bench.server, bench.evaluated()
    ours_file, theirs_file = bench.scratch / "results.csv", bench.scratch / "copied.csv"
    plain = f"""
        select '{CITY}' as policy, i.indicator, i.subject_kind, r.subject_id, p.name as subject_name, r.unit_id,
          u.unit_name, r.period, r.status, r.class, r.observed, r.required, r.due_on, r.reason
        from results r
        join result_sets s on s.city_code = r.city_code and s.result_set = r.result_set
        join run_indicators i
          on i.city_code = r.city_code and i.run_id = s.run_id and i.ordinal = r.ordinal
        left join persons p
          on i.subject_kind = 'person' and p.city_code = r.city_code and p.person_id = r.subject_id
        left join units u on u.city_code = r.city_code and u.unit_id = r.unit_id
        where r.city_code = '{CITY}' and r.result_set = '{bench.result_set(database)}'
        order by r.ordinal, r.period, r.subject_id, r.class nulls first"""
    copy = f"\\copy ({' '.join(plain.split())}) to '{theirs_file}' (format csv, header)"

    def exported():
        return server.cadre(
            "export", "results", "--city", CITY, "--as-of", AS_OF, "--lang", "en", "--out", ours_file,
            database=database).seconds

    def copied():
        return server.psql(database, copy).seconds

    ours, theirs = in_turn(bench.rounds, "export", exported, copied)
    with open(ours_file, "rb") as file:
        count = sum(1 for _ in file) - 1
    yield Row(
        "export", f"export of {count:,} results", "export", "COPY to stdout", ours, theirs, goal=round(1 / 0.9, 2),
        note="0.9 of its speed")
