"""CSV for GanttProject, read by the rules of its import."""

import csv
import re

import pytest
from tests.export.ganttproject_reading import read_tasks
from tests.export.plan_builders import HOSTILE, random_planned, two

from techmodel.core.errors import ExportFailed
from techmodel.core.plan_parts import Link
from techmodel.export.exchange.gantt_csv import COLUMNS, verify_gantt_csv, write_gantt_csv
from techmodel.export.exchange.rows import rows_of
from techmodel.export.text import guard, is_live

GANTTPROJECT = (
    "ID,Name,Begin date,End date,Duration,Completion,Cost,Coordinator,Predecessors,"
    "Outline number,Resources,Assignments,Task color,Web Link,Notes"
)
"""The header of the program's own export, typed in from one of its files."""
LINKED = two(links=(Link("P02", "P01", 3),))


@pytest.fixture(params=range(30))
def case(request, tmp_path):
    report = random_planned(request.param)
    write_gantt_csv(report, tmp_path / "a.csv")
    return rows_of(report), read_tasks(tmp_path / "a.csv")


def test_the_headings_are_those_of_the_programs_own_export(tmp_path):
    write_gantt_csv(LINKED, tmp_path / "a.csv")
    first = (tmp_path / "a.csv").read_bytes().split(b"\r\n")[0].decode()

    assert first.startswith(f"{GANTTPROJECT},")
    assert COLUMNS[-3:] == ("Plan id", "Owner (role)", "Status")


def test_dates_milestones_and_progress_arrive(case):
    rows, tasks = case
    for row in rows:
        task = tasks[row.uid]
        assert (task["first"], task["last"]) == (row.span.first, row.span.last)
        assert (task["milestone"], task["percent"]) == (row.is_milestone, row.percent)


def test_links_let_time_pass_and_never_pull_work_forward(case):
    rows, tasks = case
    for row in rows:
        links = tasks[row.uid]["links"]
        assert {(k["to"], k["lag"]) for k in links} == {*row.after}
        assert all(k["rubber"] and k["kind"] == "FS" and k["to"] in tasks for k in links)


def test_steps_stand_under_their_project(case):
    rows, tasks = case
    numbers = {row.number: row.uid for row in rows}
    for row in rows:
        assert tasks[row.uid]["parent"] == numbers.get(row.number.rpartition(".")[0])


def test_ids_owners_and_states_arrive_as_fields_of_their_own(case):
    rows, tasks = case
    for row in rows:
        fields = tasks[row.uid]["fields"]
        assert fields["Plan id"] == row.id
        assert fields["Owner (role)"] == guard(row.owner)
        assert fields["Status"] == row.status


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_live_and_texts_arrive(tmp_path, text):
    report = two(P01={"name": text, "note": text, "owner": "=Owner"})
    write_gantt_csv(report, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    row = next(r for r in rows_of(report) if r.id == "P01")

    assert not any(is_live(cell) and not cell.startswith("'") for cell in cells)
    assert read_tasks(tmp_path / "a.csv")[row.uid]["name"] == guard(row.name)


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    for name in "ab":
        write_gantt_csv(LINKED, tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert not (tmp_path / "a").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("old", "new"), [("FS>P3D", "FS>P4D"), ("ID,Name", "Id,Name"), (r"\r\n\d+,[^\r]*\r\n$", "")]
)
def test_what_is_not_the_same_is_not_called_exported(tmp_path, old, new):
    path = tmp_path / "a.csv"
    write_gantt_csv(LINKED, path)
    verify_gantt_csv(LINKED, path)
    path.write_bytes(re.sub(old, new, path.read_bytes().decode(), count=1).encode())

    with pytest.raises(ExportFailed, match=r"^'a\.csv' does not read back as it was written"):
        verify_gantt_csv(LINKED, path)
