"""Kunming's indicators as hand-written SQL (sql/kunming), judged and stored in one transaction."""

import re

from .bench import SQL
from .data import CITY
from .processes import Failure

FOLDER = SQL / "kunming"
TRAINING = ["kunming.4.leader-training", "kunming.4.annual-training"]
#: The step that judges the attestations of all articles at once; the program judges each article's by itself.
ATTESTED = "kunming.attested"
COLUMNS = "ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason, detail"


class ByHand:
    def __init__(self, bench, database):
        self.bench, self.server, self.database = bench, bench.server, database
        self.server.psql(database, f"""
            create schema if not exists bench;
            drop table if exists bench.indicator_number;
            create table bench.indicator_number as
            select i.ordinal, i.indicator from run_indicators i
            join result_sets s using (city_code, run_id)
            where i.city_code = '{CITY}' and s.result_set = '{bench.result_set(database)}';
            """)
        self.has_rollup = self.server.value(database, "select to_regclass('cadre.training_years')") != ""
        self.indicators = [
            path.stem for path in sorted(FOLDER.glob("kunming.*.sql"), key=lambda path: path.name)]

    def file(self, name, from_facts=False):
        facts = FOLDER / "from-facts" / f"{name}.sql"
        return facts if facts.exists() and (from_facts or not self.has_rollup) else FOLDER / f"{name}.sql"

    def run(self, from_facts=False):
        """Judges and stores all of them; the seconds of the whole, of the snapshot and of each."""
        self.server.psql(self.database, "drop table if exists bench.judged; create schema if not exists bench;")
        steps = [("begin", FOLDER / "begin.sql"), ("snapshot", FOLDER / "snapshot.sql")]
        steps += [(name, self.file(name, from_facts)) for name in self.indicators]
        script = "\\timing on\nbegin;\n"
        script += "".join(f"\\echo @ {name}\n{path.read_text()}\n" for name, path in steps)
        script += "\\echo @ commit\ncommit;\n"
        finished = self.server.psql(self.database, script)
        return finished.seconds, timings(finished.output)

    def compare(self):
        """Every row of both sides is the same, or the benchmark is of no use."""
        ours = f"""
            select {COLUMNS} from results r
            where r.city_code = '{CITY}'
              and r.result_set = '{self.bench.result_set(self.database)}'"""
        theirs = f"select {COLUMNS} from bench.judged"
        names = "join bench.indicator_number n on n.ordinal = d.ordinal"
        differences = self.server.rows(self.database, f"""
            select n.indicator, d.side, d.subject_id, d.status, d.observed, d.reason, count(*) over ()
            from (
              select 'cadre' as side, a.* from ({ours} except all {theirs}) a
              union all
              select 'by hand', b.* from ({theirs} except all {ours}) b
            ) d {names}
            order by d.ordinal, d.subject_id limit 20""")
        if differences:
            lines = "\n".join("  " + " · ".join(row) for row in differences)
            raise Failure(f"cadre and the hand-written SQL do not agree on {differences[0][-1]} results:\n{lines}")

    def counts(self, indicators):
        """How many results of each status, by indicator, of the hand-written side."""
        return {
            indicator: {
                status: int(count)
                for status, count in self.server.rows(self.database, f"""
                    select j.status, count(*) from bench.judged j
                    join bench.indicator_number n on n.ordinal = j.ordinal
                    where n.indicator = '{indicator}' group by 1""")
            }
            for indicator in indicators
        }


def timings(output):
    """Seconds by step, from what psql says between the marks."""
    seconds, step = {}, "begin"
    for line in output.splitlines():
        if line.startswith("@ "):
            step = line[2:]
        elif found := re.match(r"Time: ([0-9.]+) ms", line):
            seconds[step] = seconds.get(step, 0) + float(found.group(1)) / 1000
    return seconds
