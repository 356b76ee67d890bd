"""A day's changes: one row in so many, new or changed, taken from a delivery's own files. The same every time."""

import csv
import itertools

#: The tables that change from day to day, with the column that a correction changes.
CHANGED = {
    "training_records": "hours",
    "talks": "kind",
    "activities": "held_on",
    "leaves": "closed_on",
}


def correct(row, column):
    if column == "hours":
        row["hours"] = str(float(row["hours"]) + 1)
    elif column == "kind":
        row["kind"] = "feedback" if row["kind"] == "heart_to_heart" else "heart_to_heart"
    elif column == "held_on":
        row["held_on"] = row["held_on"][:8] + ("15" if not row["held_on"].endswith("15") else "16")
    elif row.get("returned_on"):
        row["closed_on"] = row["returned_on"]


def write(delivery, folder, number, one_in=1000):
    """Writes day `number`'s files: half of the rows are corrections, half are new. Returns the rows of training."""
    folder.mkdir(parents=True, exist_ok=True)
    training = 0
    for table, column in CHANGED.items():
        with open(delivery / f"{table}.csv", newline="", encoding="utf-8-sig") as file, \
                open(folder / f"{table}.csv", "w", newline="", encoding="utf-8") as out:
            # No cell of these tables holds a line's end: lines are rows, and only those taken are parsed.
            columns = next(csv.reader(file))
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            taken = itertools.islice(file, number % one_in, None, one_in)
            for index, cells in enumerate(csv.reader(taken)):
                row = dict(zip(columns, cells))
                if index % 2:
                    row[columns[0]] = f"D{number}-{row[columns[0]]}"
                else:
                    correct(row, column)
                writer.writerow(row)
                training += table == "training_records"
    return training
