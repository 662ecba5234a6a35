"""The plan as rows: dates, what is done, links, numbers that stay."""

from dataclasses import replace
from datetime import date

import pytest
from tests.export.builders import report_of
from tests.export.plan_builders import HOSTILE, TODAY, TWO, planned, random_planned, two

from techmodel.core.checklist import Weeks
from techmodel.core.errors import ExportFailed
from techmodel.core.plan_parts import (
    Link,
    Pins,
    PlanBook,
    Project,
    ProjectKind,
    Status,
    Terms,
)
from techmodel.export.exchange import rows as rows_module
from techmodel.export.exchange.dates import Span, count_days
from techmodel.export.exchange.rows import MAX_NAME, RowKind, number_all, rows_of

SEEDS = range(40)
WORK = {RowKind.STEP, RowKind.OWN}


@pytest.fixture(params=SEEDS)
def case(request):
    report = random_planned(request.param)
    return report, rows_of(report)


def by_id(report):
    return {row.id: row for row in rows_of(report)}


def test_nothing_is_done_after_today(case):
    report, rows = case
    for row in (r for r in rows if r.kind not in {RowKind.DUTY, RowKind.GROUP}):
        past = count_days(report.plan.days, Span(row.span.first, min(row.span.last, TODAY)))
        assert row.days * row.percent <= 100 * past


def test_work_that_has_not_begun_has_the_dates_of_the_plan(case):
    report, rows = case
    days, placed = report.plan.days, report.plan.placed.placed
    for row in (r for r in rows if r.kind in WORK and not r.percent):
        run = placed[row.id]
        assert row.span.first == days.day(run.start)
        assert row.span.last == days.day(max(run.end - 1, run.start))
        assert row.days == run.end - run.start


def test_what_has_begun_began_by_today_and_what_is_done_is_over(case):
    _, rows = case
    for row in (r for r in rows if r.kind in WORK and r.percent):
        assert row.span.first <= TODAY
        assert row.days > 0
        if row.percent == 100:
            assert row.span.last <= TODAY


def test_what_waits_begins_after_what_it_waits_for(case):
    report, rows = case
    ends = {row.uid: row for row in rows}
    days = report.plan.days
    for row in rows:
        for uid, lag in row.after:
            assert row.percent == 0
            gap = days.number(row.span.first) - days.number(ends[uid].span.last)
            assert gap >= lag + (ends[uid].days > 0) or ends[uid].percent


def test_every_link_of_the_plan_follows_from_those_of_the_rows(case):
    report, rows = case
    begun = {row.id for row in rows if row.percent}
    uids = {row.id: row.uid for row in rows}
    after = {row.uid: {uid for uid, _ in row.after} for row in rows}

    def reached(uid):
        return after[uid].union(*map(reached, after[uid]))

    tasks = {t.id: t for t in report.plan.work.tasks}
    for id_, task in tasks.items():
        if id_ in uids and id_ not in begun:
            wanted = {
                b for a in task.after for b in ((a,) if a in uids else tasks[a].after) if a != id_
            }
            known = reached(uids[id_]) | {uids[b] for b in begun}
            assert {uids[b] for b in wanted} <= known


def test_a_project_spans_its_steps_and_comes_first(case):
    _, rows = case
    for row in rows:
        if row.is_summary:
            under = [r for r in rows if r.number.startswith(f"{row.number}.")]
            assert under
            assert row.span.first == min(r.span.first for r in under)
            assert row.span.last == max(r.span.last for r in under)
            assert rows.index(row) < min(map(rows.index, under))


def test_rows_have_one_number_each_and_keep_it_when_others_come(case):
    report, rows = case
    uids = {row.id: row.uid for row in rows}

    assert len(set(uids.values())) == len(rows)
    assert all(0 < uid < 2**31 for uid in uids.values())
    new = Project("P0NEW", "New", ProjectKind.OWN, weeks=Weeks(1, 1, 1))
    book = replace(report.book, projects=(new, *report.book.projects))
    more = rows_of(planned(report.assessment, book))
    assert uids.items() <= {r.id: r.uid for r in more}.items()


def test_numbers_that_would_be_the_same_are_told_apart(monkeypatch):
    class Same:
        def digest(self):
            return b"\xff" * 32

    monkeypatch.setattr(rows_module, "sha256", lambda _: Same())

    assert [*number_all("a", ["x", "y", "z"]).values()] == [2**31 - 1, 1, 2]


def test_a_step_says_what_to_do_and_when_it_is_done():
    row = by_id(two())["A-1:2"]

    assert row.name == "A-1 Name of A-1: to 2 Viewable"
    assert row.notes == (
        "What to do: Do what level 2 needs\nDone when: two\nEffort: 2–6 weeks, likely 4"
    )


def test_a_project_says_who_answers_for_it_and_by_when():
    pins = Pins(finish_by=date(2027, 6, 30))
    change = {"owner": "Digital lead", "note": "Board 3 March", "pins": pins}
    row = by_id(two(P01=change))["P01"]

    assert (row.owner, row.status, row.deadline) == ("Digital lead", "not started", pins.finish_by)
    assert row.notes.splitlines() == [
        "Board 3 March",
        "Status: not started",
        "Owner: Digital lead",
        "Effort: 8–22 weeks, likely 15",
        row.notes.splitlines()[-2],
        "To be done by 30 June 2027",
    ]
    assert row.notes.splitlines()[-2].startswith("Slack: ")


def test_a_statutory_date_is_a_milestone_that_says_when_the_plan_reaches_it():
    row = by_id(two())["duty:A-1"]

    assert (row.is_milestone, row.span.first) == (True, date(2029, 3, 31))
    assert row.notes.startswith("Duty: A duty (An Act)\nPlanned for ")
    assert row.notes.endswith(", by P01 Name of A-1.")
    off = planned(TWO, replace(two().book, terms=Terms(off=frozenset({"P01"}))))
    assert by_id(off)["duty:A-1"].notes.endswith("Nothing is planned yet that reaches it.")


def test_a_statutory_date_that_is_missed_says_so():
    late = by_id(two(P01={"weeks": Weeks(200, 200, 200)}))["duty:A-1"]

    assert "after its date" in late.notes


def test_of_work_under_way_the_first_piece_begins_when_the_project_did():
    began = {
        "status": Status.UNDER_WAY,
        "percent": 40,
        "pins": Pins(start=date(2026, 9, 1)),
    }
    rows = by_id(two(P01=began))

    assert rows["A-1:2"].span.first == date(2026, 9, 1)
    assert (rows["A-1:2"].percent, rows["A-1:3"].percent) == (100, 18)
    assert rows["P01"].percent == 40


def test_without_a_day_work_is_drawn_back_over_the_days_it_takes():
    rows = by_id(two(P02={"status": Status.UNDER_WAY, "percent": 50}))
    report = two(P02={"status": Status.UNDER_WAY, "percent": 50})
    row, whole = rows["A-2:2"], 28 * 5

    assert (row.percent, row.days) == (50, whole)
    assert row.span.last == report.plan.of("P02").end


def test_a_day_in_the_future_or_after_its_end_is_not_when_work_began():
    future = Pins(start=date(2027, 9, 1))
    rows = by_id(two(P02={"status": Status.UNDER_WAY, "percent": 1, "pins": future}))
    done = {"status": Status.UNDER_WAY, "percent": 100, "pins": Pins(start=date(2026, 11, 26))}

    assert (rows["A-2:2"].span.first, rows["A-2:2"].percent) == (date(2027, 9, 1), 0)
    assert by_id(two(P01=done))["A-1:2"].span.last <= TODAY


def test_the_pieces_in_between_are_not_linked_by_hand():
    report = two(links=(Link("P02", "P01", 3),))
    row = by_id(report)["A-2:2"]
    last = by_id(report)["A-1:3"]

    assert row.after == ((last.uid, 3),)


def test_a_link_from_a_single_piece_needs_no_gate():
    report = two(links=(Link("P01", "P02"),))
    rows = by_id(report)

    assert rows["A-1:2"].after == ((rows["A-2:2"].uid, 0),)
    assert rows["A-1:3"].after == ((rows["A-1:2"].uid, 0),)


def test_an_own_project_without_weeks_of_work_is_a_milestone():
    own = Project("PX1", "Board agrees", ProjectKind.OWN, weeks=Weeks(0, 0, 0))
    row = by_id(planned(TWO, PlanBook((own,))))["PX1"]

    assert (row.kind, row.is_milestone, row.span.first) == (RowKind.OWN, True, row.span.last)


def test_what_has_no_dates_is_left_out():
    done = {"status": Status.DONE}

    assert "P01" not in by_id(two(P01=done))
    with pytest.raises(ExportFailed, match="Nothing in the plan has dates"):
        rows_of(two(P01=done, P02=done))


def test_without_a_plan_there_is_nothing_to_export():
    for report in (report_of(TWO), planned(TWO, PlanBook())):
        with pytest.raises(ExportFailed, match="There is no plan to export yet"):
            rows_of(report)


def test_a_plan_that_runs_for_centuries_is_not_exported():
    own = [
        Project(f"PX{n}", "Long", ProjectKind.OWN, weeks=Weeks(500, 500, 500)) for n in range(40)
    ]
    book = PlanBook(tuple(own), terms=Terms(capacity=1))
    with pytest.raises(ExportFailed, match="runs for centuries"):
        rows_of(planned(TWO, book))


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_one_short_line_without_what_no_file_carries(text):
    row = by_id(two(P01={"name": text, "note": text}))["P01"]

    assert len(row.name) <= MAX_NAME
    assert not any(c in row.name + row.notes for c in "\x00\r\ud800\ufffe")
    assert "\n" not in row.name
