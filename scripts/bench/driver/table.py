"""The result as a Markdown table and as JSON."""

import json
import statistics


def middle(values, unit):
    if not values:
        return "–"
    value = statistics.median(values)
    if unit == "s":
        return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"
    return f"{value:,.0f} {unit}"


def markdown(rows, facts):
    lines = [f"{facts['date']} · {facts['machine']} · {facts['versions']}", ""]
    lines += [
        "| Item | What | cadre | Beside it | Ratio | Goal | Reached |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        goal = "–"
        if row.goal is not None:
            goal = f"≤ {row.goal:g}" + ("" if row.theirs or row.figure is not None else f" {row.unit}")
        reached = {True: "yes", False: "**no**", None: "–"}[row.reached]
        theirs = f"{row.theirs}: {middle(row.their_values, row.unit)}" if row.theirs else "–"
        what = (row.what + (f" ({row.note})" if row.note else "")).replace("|", "\\|")
        ours = f"{row.ours}: {middle(row.our_values, row.unit)}" if row.ours else "–"
        lines.append(f"| {row.item} | {what} | {ours} | {theirs} | {ratio} | {goal} | {reached} |")
    return "\n".join(lines)


def write_json(path, rows, facts, options):
    path.parent.mkdir(parents=True, exist_ok=True)
    asked = {"persons": options.persons, "rounds": options.rounds, "items": options.only}
    document = {**facts, **asked, "rows": [row.as_json() for row in rows]}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
