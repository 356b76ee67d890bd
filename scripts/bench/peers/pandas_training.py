"""pandas: reads the facts from PostgreSQL, judges, exports a CSV.

Arguments: folder of the delivery (not used), working folder, URL of the database.
"""

import sys
import warnings

import numpy as np
import pandas as pd
import psycopg2

from training import LEADERS, OTHERS, counted, report

_, work, url = sys.argv[1:]
# pandas would rather be given an SQLAlchemy engine.
warnings.filterwarnings("ignore", category=UserWarning)

RECORDS = """
    select t.person_id, t.completed_on, t.hours / 100.0::float8 as hours, t.days / 100.0::float8 as days,
      c.class_id is not null as counts
    from training_records t
    left join training_classes c
      on c.city_code = t.city_code and c.class_id = t.class_id and c.mode in ('off_job', 'on_job')
      and c.started_on <= '2025-12-31'
    where t.city_code = 'kunming' and t.completed_on between '2021-01-01' and '2025-12-31'
    """


def run():
    global results
    with psycopg2.connect(url) as connection:
        records = pd.read_sql(RECORDS, connection)
    subjects = pd.read_csv(f"{work}/subjects.csv")
    for name in ("entered_late", "is_leader", "bound_late", "waived"):
        subjects[name] = subjects[name] == "t"
    records["completed_on"] = pd.to_datetime(records["completed_on"])
    records = records.merge(subjects[["person_id", "is_leader"]], on="person_id")
    records = records[records.is_leader | (records.completed_on >= "2025-01-01")]
    records["days"] = records.days.where(~records.is_leader | records.counts, 0)
    trained = records.groupby("person_id")[["hours", "days"]].sum().round(2)
    judged = subjects.join(trained, on="person_id").fillna({"hours": 0, "days": 0})
    exempt = judged.waived | (judged.entered_late & ~judged.is_leader)
    reached = np.where(
        judged.is_leader, (judged.hours >= 550) | (judged.days >= 90), (judged.hours >= 90) | (judged.days >= 12))
    judged["indicator"] = np.where(judged.is_leader, LEADERS, OTHERS)
    judged["status"] = np.select(
        [exempt, reached, judged.is_leader & judged.bound_late], ["exempt", "met", "pending"], "unmet")
    results = judged[["indicator", "person_id", "unit_id", "status", "hours"]]
    results.to_csv(f"{work}/pandas.csv", index=False)


report(run, lambda: counted(
    (*key, count) for key, count in results.groupby(["indicator", "status"]).size().items()))
