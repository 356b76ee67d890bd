"""DuckDB: `prepare` fills its own tables; `table` judges from them and stores in PostgreSQL; `csv` does it all from
the files.

Arguments: way, folder of the delivery, working folder, URL of the database.
"""

import sys

import duckdb

from training import JUDGED, counted, report, store

way, delivery, work, url = sys.argv[1:]

RECORDS = f"""
    select person_id, class_id, completed_on, hours, days
    from read_csv('{delivery}/training_records.csv', header = true, columns = {{
      'record_id': 'varchar', 'person_id': 'varchar', 'class_id': 'varchar', 'completed_on': 'date',
      'hours': 'decimal(14, 2)', 'days': 'decimal(14, 2)', 'study_score': 'decimal(14, 2)',
      'conduct_score': 'decimal(14, 2)'}})
    """
CLASSES = f"""
    select class_id
    from read_csv('{delivery}/training_classes.csv', header = true)
    where mode in ('off_job', 'on_job') and started_on <= date '2025-12-31'
    """
SUBJECTS = f"select * from read_csv('{work}/subjects.csv', header = true)"
TABLES = [("training_records", RECORDS), ("counting_class", CLASSES), ("subject", SUBJECTS)]


def judge_table(connection):
    connection.execute(f"create or replace temp table judged as {JUDGED}")


def table():
    connection = duckdb.connect(f"{work}/training.duckdb", read_only=True)
    judge_table(connection)

    def judge_and_store():
        judge_table(connection)
        path = f"{work}/judged.csv"
        connection.execute(f"copy judged to '{path}' (header false)")
        store(path, url)

    report(judge_and_store, lambda: counted(connection.execute(
        "select indicator, status, count(*) from judged group by all").fetchall()))


def from_csv():
    connection = duckdb.connect()

    def judge_and_export():
        for name, source in TABLES:
            connection.execute(f"create or replace temp view {name} as {source}")
        judge_table(connection)
        connection.execute(f"copy judged to '{work}/judged.csv' (header)")

    report(judge_and_export, lambda: counted(connection.execute(
        "select indicator, status, count(*) from judged group by all").fetchall()))


if way == "prepare":
    connection = duckdb.connect(f"{work}/training.duckdb")
    for name, source in TABLES:
        connection.execute(f"create or replace table {name} as {source}")
    connection.close()
    print("{}")
elif way == "table":
    table()
else:
    from_csv()
