"""The log of who looked: a million entries verified, and what one more costs."""

import datetime
import hashlib

from ..measure import Row, in_turn

ENTRIES = 1_000_000


def run(bench):
    server, database = bench.server, "bench_audit"
    server.migrated(database)
    lines, head = chain(ENTRIES)
    file = bench.scratch / "entries.tsv"
    file.write_text(lines, encoding="utf-8")
    server.psql(
        database,
        f"""
        set timezone to 'UTC';
        \\copy cadre.audit_entries from '{file}'
        update cadre.chain_heads
        set entry_number = {ENTRIES}, digest = '{head}'
        where chain = 'audit';
        """)
    file.unlink()
    server.settle(database)
    values, = in_turn(bench.rounds, "audit", lambda: server.cadre("audit", "verify", database=database).seconds)
    yield Row("audit", f"a log of {ENTRIES:,} entries verified", "audit verify", our_values=values, goal=2)

    def appended():
        return server.psql(
            database,
            "select cadre.append_audit_entry('wang@office', '1', 'report', 'report', 'quzhou', '', '', '', null, '', '')"
        ).seconds

    values, bare = in_turn(max(20, bench.rounds), "audit", appended, lambda: server.psql(database, "select 1").seconds)
    yield Row("audit", "an entry appended, psql's start with it", "append", "select 1", values, bare, goal=2)
    server.drop(database)


def chain(count):
    """Entries as the program writes them, and the digest of the last."""
    previous, lines = "0" * 64, []
    began = datetime.datetime(2026, 1, 1)
    for number in range(1, count + 1):
        moment = (began + datetime.timedelta(microseconds=number * 1_234_567)).strftime("%Y-%m-%d %H:%M:%S.%f")
        line = "\t".join([
            str(number), moment.rstrip("0").rstrip(".") + "+00", "postgres", "wang@office", "1", "explain", "explanation",
            "quzhou", "quzhou", "quzhou.a2.matters", f"P{number % 100_000:07}", "2025-06-30",
            hashlib.sha256(str(number).encode()).hexdigest(), "", previous,
        ])
        previous = hashlib.sha256(line.encode()).hexdigest()
        lines.append(f"{line}\t{previous}\n")
    return "".join(lines), previous
