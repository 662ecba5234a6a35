"""Microsoft Project XML, read by MPXJ and held against Microsoft's schema."""

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

import pytest
from tests.export.mpxj_reading import read_projects
from tests.export.mspdi_order import FIELD, ORDER, VALUE
from tests.export.plan_builders import HOSTILE, TWO, planned, random_planned, two

from techmodel.core.errors import ExportFailed
from techmodel.core.plan_parts import Link, Pins
from techmodel.export.exchange.mspdi import NAMESPACE, write_mspdi
from techmodel.export.exchange.mspdi_reading import verify_mspdi
from techmodel.export.exchange.rows import RowKind, rows_of
from techmodel.session.calendar import bank_holidays

SEEDS = range(30)


def hostile():
    """A plan in which everything a person can type is hostile."""
    base = two()
    projects = tuple(
        replace(p, name=text, note=text, owner=text[:150], id=p.id)
        for p, text in zip(base.book.projects, (HOSTILE[1], HOSTILE[3]), strict=True)
    )
    found = replace(TWO, title=HOSTILE[2])
    return planned(found, replace(base.book, projects=projects))


REPORTS = {
    **{f"random-{n}.xml": random_planned(n) for n in SEEDS},
    "hostile.xml": hostile(),
    "linked.xml": two(links=(Link("P02", "P01", 3),), P01={"pins": Pins(None, date(2027, 6, 30))}),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """What MPXJ finds in every file; one Java machine reads all."""
    folder = tmp_path_factory.mktemp("mspdi")
    for name, report in REPORTS.items():
        write_mspdi(report, folder / name)
    return read_projects([folder / name for name in REPORTS])


@pytest.fixture(params=[*REPORTS])
def case(request, read):
    found = read[request.param] | {"name": request.param}
    whole, *tasks = found["tasks"]
    assert whole["uid"] == 0
    return rows_of(REPORTS[request.param]), tasks, found


def test_every_row_arrives_in_its_place(case):
    rows, tasks, _ = case

    assert [t["uid"] for t in tasks] == [r.uid for r in rows]
    assert [t["id"] for t in tasks] == [*range(1, len(rows) + 1)]
    assert [t["number"] for t in tasks] == [r.number for r in rows]
    assert [t["summary"] for t in tasks] == [r.is_summary for r in rows]
    parents = {r.number: r.uid for r in rows}
    for task, row in zip(tasks, rows, strict=True):
        assert task["parent"] == parents.get(row.number.rpartition(".")[0], 0)


def test_dates_and_durations_arrive(case):
    rows, tasks, _ = case
    for row, task in zip(rows, tasks, strict=True):
        assert task["start"][:10] == str(row.span.first)
        assert task["finish"][:10] == str(row.span.last)
        assert task["duration"] == f"{row.days}.0d"


def test_milestones_are_milestones_and_statutory_dates_are_fixed(case):
    rows, tasks, _ = case

    assert [t["milestone"] for t in tasks] == [r.is_milestone for r in rows]
    for row, task in zip(rows, tasks, strict=True):
        fixed = row.kind is RowKind.DUTY
        assert task["mode"] == ("MANUALLY_SCHEDULED" if fixed else "AUTO_SCHEDULED")


def test_links_with_their_waiting_time_arrive(case):
    rows, tasks, _ = case
    for row, task in zip(rows, tasks, strict=True):
        found = {(uid, kind, lag) for uid, kind, lag in task["links"]}
        assert found == {(uid, "FS", f"{float(lag)}d") for uid, lag in row.after}


def test_how_much_is_done_and_by_when_arrives(case):
    rows, tasks, _ = case
    for row, task in zip(rows, tasks, strict=True):
        assert task["percent"] == row.percent
        assert task["actual_start"][:10] == (str(row.span.first) if row.percent else "")
        assert task["deadline"][:10] == (str(row.deadline) if row.deadline else "")


def test_names_notes_roles_and_ids_arrive_as_they_were_typed(case):
    rows, tasks, _ = case
    for row, task in zip(rows, tasks, strict=True):
        assert (task["name"], task["wbs"], task["plan_id"]) == (row.name, row.id, row.id)
        assert task["owner"] == row.owner
        assert task["notes"].splitlines() == row.notes.splitlines()


def test_nobody_works_on_weekends_bank_holidays_and_closed_days(case):
    rows, _, project = case
    first, last = (f([e for r in rows for e in (r.span.first, r.span.last)]) for f in (min, max))
    closed = dict.fromkeys(REPORTS[project["name"]].book.closed_days, "Closed day")
    for year in range(first.year, last.year + 1):
        closed = dict.fromkeys(bank_holidays(year), "Bank holiday") | closed
    wanted = {str(d): name for d, name in closed.items() if first <= d <= last and d.weekday() < 5}

    assert project["closed"] == wanted
    assert [d for d, works in project["week"].items() if not works] == ["SATURDAY", "SUNDAY"]


def test_no_date_moves_when_the_plan_is_worked_out_anew(case):
    """MPXJ carries Project's way of scheduling; it knows nothing of our capacity."""
    *_, project = case

    assert project["moved"] == []


def test_nobody_is_named(case):
    *_, project = case

    assert project["resources"] == 0


def test_what_holds_dates_is_what_is_written(tmp_path):
    """A control: without what keeps them, dates do move."""
    path = tmp_path / "a.xml"
    write_mspdi(REPORTS["linked.xml"], path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("<LinkLag>14400", "<LinkLag>999900", text), encoding="utf-8")

    assert read_projects([path])["a.xml"]["moved"]


@pytest.mark.parametrize("name", REPORTS)
def test_elements_stand_in_the_order_of_the_published_schema(tmp_path, name):
    write_mspdi(REPORTS[name], tmp_path / name)
    root = Xml.parse(tmp_path / name).getroot()

    def look_at(element, order):
        found = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
        assert [order.index(tag) for tag in found] == sorted(order.index(tag) for tag in found)
        for child, tag in zip(element, found, strict=True):
            if len(child) and tag == "ExtendedAttribute":
                look_at(child, FIELD if order == ("ExtendedAttribute",) else VALUE)
            elif len(child):
                look_at(child, ORDER[tag])

    assert root.tag == f"{{{NAMESPACE}}}Project"
    look_at(root, ORDER["Project"])


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    report = REPORTS["linked.xml"]
    for n, later in enumerate((timedelta(), timedelta(hours=3))):
        write_mspdi(replace(report, made=report.made + later), tmp_path / f"{n}.xml")

    assert (tmp_path / "0.xml").read_bytes() == (tmp_path / "1.xml").read_bytes()


@pytest.mark.parametrize("name", REPORTS)
def test_what_was_written_is_read_back(tmp_path, name):
    write_mspdi(REPORTS[name], tmp_path / name)
    verify_mspdi(REPORTS[name], tmp_path / name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<PercentComplete>0", "<PercentComplete>7"),
        ("<LinkLag>14400", "<LinkLag>0"),
        ("<Notes>What", "<Notes>Wat"),
        (r"(?s)<Task>.{60,3000}?</Task>\s*</Tasks>", "</Tasks>"),
        ("</Project>", ""),
        ("(?s).*", "<Project/>"),
    ],
)
def test_what_is_not_the_same_is_not_called_exported(tmp_path, old, new):
    path = tmp_path / "a.xml"
    write_mspdi(REPORTS["linked.xml"], path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")

    assert path.read_text(encoding="utf-8") != text
    with pytest.raises(ExportFailed, match=r"^'a\.xml' does not read back as it was written"):
        verify_mspdi(REPORTS["linked.xml"], path)
