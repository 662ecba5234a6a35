"""What GanttProject makes of a CSV file, by the rules of its import.

No library reads these files, so this follows the program's own source (version 3.3, package
biz.ganttproject.impex.csv: `GanttCSVOpen`, `TaskRecords`, `TaskProperties.parseDependency`), with
a British setting for dates and a calendar that knows weekends only.
"""

import csv
import re
from datetime import datetime, timedelta

_LINK = re.compile(r"(\d+)(?:-(FS|SS|FF|SF)(?:([=>])P(-?\d+)D)?)?")


def read_tasks(path):
    """The tasks by their number."""
    with path.open(encoding="utf-8", newline="") as file:  # the mark of UTF-8 would stay
        header, *lines = csv.reader(file)
    records = [dict(zip(header, line, strict=True)) for line in lines if any(line)]
    outline = {r["Outline number"]: int(r["ID"]) for r in records}
    return {int(r["ID"]): _task(r, outline) for r in records}


def _task(record, outline):
    first, last = (_day(record[name]) for name in ("Begin date", "End date"))
    duration = record["Duration"].strip()
    milestone = duration == "0" and first == last
    if duration and not milestone:
        last = _counted(first, int(duration))
    return {
        "name": record["Name"].strip(),
        "first": first,
        "last": last,
        "milestone": milestone,
        "percent": int(record["Completion"]),
        "links": [_link(spec) for spec in record["Predecessors"].split(";") if spec.strip()],
        "parent": outline.get(record["Outline number"].rpartition(".")[0]),
        "notes": record["Notes"],
        "fields": {n: record[n] for n in ("Plan id", "Owner (role)", "Status")},
    }


def _day(text):
    day = datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    assert day.strftime("%d/%m/%Y") == text, "the import takes no other way of writing it"
    return day


def _counted(first, days):
    """The last day of so many working days."""
    day = first
    while True:
        days -= day.weekday() < 5
        if not days:
            return day
        day += timedelta(days=1)


def _link(spec):
    number, kind, hardness, lag = _LINK.fullmatch(spec).groups()
    return {
        "to": int(number),
        "kind": kind or "FS",
        "rubber": hardness == ">",
        "lag": int(lag or 0),
    }
