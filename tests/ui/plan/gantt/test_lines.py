"""The lines of the table: filters, groups, steps, and what is not counted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from techmodel.core.lateness import Late, find_late
from techmodel.core.plan_parts import Status
from techmodel.ui.plan.gantt.choosing import Filter, Group, counts, find_lines
from techmodel.ui.plan.gantt.lines import Kind, line_words, project_lines
from techmodel.ui.plan.working import work


def flat(lines):
    """All lines, each before those beneath it."""
    for line in lines:
        yield line
        yield from flat(line.children)


def again(workspace):
    return work(workspace.session.plan.task())


@pytest.fixture
def sample(sample_workspace):
    return again(sample_workspace)


@pytest.mark.parametrize("group", Group)
def test_grouping_loses_no_project_and_shows_none_twice(sample, group):
    lines = find_lines(sample, Filter.ALL, group)
    shown = [line.key for line in flat(lines) if line.kind is Kind.PROJECT]

    assert sorted(shown) == sorted(p.id for p in sample.book.projects)
    assert all((line.kind is Kind.GROUP) == (group is not Group.NOTHING) for line in lines)


@pytest.mark.parametrize("filter_", Filter)
def test_a_filter_shows_as_many_as_it_says(sample, filter_):
    lines = find_lines(sample, filter_, Group.NOTHING)

    assert len(lines) == counts(sample.lines)[filter_]


def test_filters_find_what_they_say(planned, by_name):
    plan = planned.session.plan
    plan.finish_by(by_name("Beta").id, plan.book().terms.start)
    plan.drop(by_name("Gamma").id, "No money")
    found = {
        f: {line.name for line in find_lines(again(planned), f, Group.NOTHING)} for f in Filter
    }

    assert found[Filter.CRITICAL] == {"Alpha", "Beta"}
    assert found[Filter.LATE] == {"Beta"}
    assert found[Filter.NO_OWNER] == {"Delta"}
    assert found[Filter.NOT_COUNTED] == {"Gamma"}


def test_a_project_that_is_off_shows_when_it_would_be(planned, by_name):
    before = next(line for line in again(planned).lines if line.name == "Gamma")
    plan = planned.session.plan
    plan.set_terms(replace(plan.book().terms, off=frozenset({by_name("Gamma").id})))
    line = next(line for line in again(planned).lines if line.name == "Gamma")

    assert not line.counted
    assert (line.start, line.end) == (before.start, before.end)
    assert line.slack is None


def test_a_project_that_is_done_has_no_dates(planned, by_name):
    planned.session.plan.progress(by_name("Delta").id, Status.DONE)
    line = next(line for line in again(planned).lines if line.name == "Delta")

    assert (line.start, line.status) == (None, Status.DONE)


def test_steps_stand_under_their_project_within_its_dates(sample):
    lines = [line for line in sample.lines if line.children and line.start]
    assert lines
    for line in lines:
        assert all(step.kind is Kind.STEP and step.id == line.id for step in line.children)
        assert line.start <= min(step.start for step in line.children)
        assert line.end == max(step.end for step in line.children)


def test_late_says_for_what_and_only_a_missed_finish_by_makes_its_mark_red(planned, by_name):
    plan, gamma = planned.session.plan, by_name("Gamma").id
    start = plan.book().terms.start
    plan.finish_by(gamma, start)
    late = next(line for line in again(planned).lines if line.name == "Gamma")
    assert "Late: " in line_words(late)
    assert (late.late, late.ends_late, late.deadline) == (True, True, start)
    plan.finish_by(gamma, start + timedelta(days=90))
    kept = next(line for line in again(planned).lines if line.name == "Gamma")

    assert (kept.late, kept.ends_late) == (False, False)
    assert "Late" not in line_words(kept)


def test_a_duty_that_is_missed_leaves_the_mark_of_a_kept_finish_by_alone(sample):
    missed = [line for line in sample.lines if line.late and not line.ends_late]

    assert missed
    assert all("the duty date is" in line_words(line) for line in missed)


def test_a_start_that_waits_is_not_late(planned, by_name):
    plan = planned.session.plan
    plan.pin(by_name("Beta").id, plan.book().terms.start)

    assert not any(line.late for line in again(planned).lines)


@pytest.mark.parametrize("days", [0, 400])
def test_late_is_what_the_owners_and_the_workbook_call_late(sample, days):
    today = sample.today + timedelta(days=days)
    lines = project_lines(sample.plan, sample.ghost, sample.book, sample.assessment, today)
    late = find_late(sample.plan, sample.book, today)

    assert {line.project.id for line in lines if line.late} == set(late)
    assert (Late.NOT_BEGUN in late.values()) is (days > 0)
