"""polars: reads the files streaming, judges, exports a CSV.

Arguments: folder of the delivery, working folder, URL of the database (not used).
"""

import sys
from datetime import date

import polars as pl

from training import LEADERS, OTHERS, counted, report

delivery, work, _ = sys.argv[1:]
AS_OF = date(2025, 12, 31)


def read(name):
    return pl.scan_csv(f"{delivery}/{name}.csv", try_parse_dates=True)


def judged():
    subjects = pl.scan_csv(f"{work}/subjects.csv", try_parse_dates=True).with_columns(
        pl.col("entered_late", "is_leader", "bound_late", "waived").cast(pl.String) == "t")
    classes = (
        read("training_classes")
        .filter(pl.col("mode").is_in(["off_job", "on_job"]) & (pl.col("started_on") <= AS_OF))
        .select("class_id", counts=pl.lit(True))
    )
    starts = pl.when("is_leader").then(date(2021, 1, 1)).otherwise(date(2025, 1, 1))
    trained = (
        read("training_records")
        .select("person_id", "class_id", "completed_on", "hours", "days")
        .filter(pl.col("completed_on").is_between(date(2021, 1, 1), AS_OF))
        .join(subjects.select("person_id", "is_leader"), on="person_id")
        .filter(pl.col("completed_on") >= starts)
        .join(classes, on="class_id", how="left")
        .group_by("person_id")
        .agg(
            hours=pl.col("hours").sum(),
            days=pl.col("days").filter(~pl.col("is_leader") | pl.col("counts").fill_null(False)).sum(),
        )
    )
    leads = pl.col("is_leader")
    exempt = pl.col("waived") | (pl.col("entered_late") & ~leads)
    # Amounts have two decimals, and these are binary fractions: rounded before they are compared.
    hours, days = (pl.col(name).fill_null(0).round(2) for name in ("hours", "days"))
    reached = pl.when(leads).then((hours >= 550) | (days >= 90)).otherwise((hours >= 90) | (days >= 12))
    return subjects.join(trained, on="person_id", how="left").select(
        indicator=pl.when(leads).then(pl.lit(LEADERS)).otherwise(pl.lit(OTHERS)),
        subject_id="person_id",
        unit_id="unit_id",
        period=pl.lit("2025"),
        status=pl.when(exempt).then(pl.lit("exempt")).when(reached).then(pl.lit("met"))
        .when(leads & pl.col("bound_late")).then(pl.lit("pending")).otherwise(pl.lit("unmet")),
        observed=pl.when(~exempt).then(hours),
        required=pl.when(~exempt).then(pl.when(leads).then(550).otherwise(90)),
    )


def run():
    global results
    results = judged().collect(engine="streaming")
    results.write_csv(f"{work}/polars.csv")


report(run, lambda: counted(results.group_by("indicator", "status").len().rows()))
