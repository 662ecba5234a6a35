"""Bundling, splitting, moving and linking projects."""

from datetime import date

import pytest
from tests.session.plans import give_all, ids_of, last_label, offered, project, undone

from techmodel.core.checklist import Weeks
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_parts import Link, Pins, Stage, Status, Terms
from techmodel.session.touched import Touched

PLAN = Touched.PLAN | Touched.HISTORY
DAY = date(2027, 3, 1)


def test_projects_are_bundled_with_all_that_is_about_them(filled):
    first, second, third = (project(filled, n) for n in range(3))
    plan = filled.plan
    plan.note(first.id, "one")
    plan.note(second.id, "two")
    plan.own(first.id, "")
    plan.pin(second.id, DAY)
    plan.finish_by(first.id, date(2028, 1, 1))
    plan.link(third.id, second.id, 5)
    plan.link(second.id, first.id)
    filled.costs.add(label="Licences", project=second.id)
    filled.raid.add(text="Delay", project=second.id)
    filled.benefits.add(name="Time", stage=Stage.OUTPUT, projects=(first.id, second.id))
    before = filled.tables()

    assert plan.bundle([first.id, second.id], "Both") == PLAN
    both = project(filled)
    assert (both.id, both.name, both.steps) == (first.id, "Both", first.steps + second.steps)
    assert (both.owner, both.note) == (second.owner, "one\ntwo")
    assert (both.pins, both.weeks) == (Pins(DAY, date(2028, 1, 1)), None)
    book = plan.book()
    assert book.links == (Link(third.id, first.id, 5),)
    assert {c.project for c in (*book.costs, *book.raid)} == {first.id}
    assert book.benefits[0].projects == (first.id,)
    assert last_label(filled) == f"2 projects bundled as {first.id} Both"
    assert undone(filled, before)


def test_durations_set_by_hand_add_up_when_bundled(filled):
    first, second = project(filled), project(filled, 1)
    filled.plan.set_weeks(first.id, Weeks(1, 2, 3))
    whole = Weeks(1, 2, 3) + filled.plan.plan().of(second.id).weeks
    filled.plan.bundle([first.id, second.id], "Both")

    assert project(filled).weeks == whole


def test_what_cannot_be_bundled_is_refused(filled):
    first, second = ids_of(filled, 0, 1)
    plan = filled.plan
    plan.add_own("Own", Weeks(1, 1, 1))
    own = plan.book().projects[-1].id
    plan.progress(second, Status.UNDER_WAY)

    with pytest.raises(WrongUse, match="Choose two or more projects"):
        plan.bundle([first, first], "x")
    with pytest.raises(Refused, match="has no steps of the checklist"):
        plan.bundle([first, own], "x")
    with pytest.raises(Refused, match="is under way; only projects that have not begun"):
        plan.bundle([first, second], "x")


def test_projects_for_different_partners_are_not_bundled(filled):
    filled.plan.accept_offer(offered(filled))
    ids = ids_of(filled, 1, -1)

    with pytest.raises(Refused, match="not for the same partners"):
        filled.plan.bundle(ids, "x")


def longest(small):
    return max(small.plan.book().projects, key=lambda p: len(p.steps))


def test_a_project_is_split_right_after_itself(filled):
    old = longest(filled)
    before = filled.tables()

    assert filled.plan.split(old.id, old.steps[-1:], "The rest") == PLAN
    ids = [p.id for p in filled.plan.book().projects]
    new = filled.plan.book().projects[ids.index(old.id) + 1]
    assert (new.name, new.steps, new.owner) == ("The rest", old.steps[-1:], old.owner)
    assert filled.plan.plan().of(old.id).project.steps == old.steps[:-1]
    assert last_label(filled) == f"{new.id} The rest split from {old.id} {old.name}"
    assert undone(filled, before)


def test_two_rooms_that_split_alike_make_the_same_project(filled):
    old = longest(filled)
    ids = set()
    for _ in range(2):
        filled.plan.split(old.id, old.steps[-1:], "The rest")
        ids.add(next(p.id for p in filled.plan.book().projects if p.name == "The rest"))
        filled.undo()

    assert len(ids) == 1


def test_a_duration_set_by_hand_is_parted_when_split(filled):
    old = longest(filled)
    filled.plan.set_weeks(old.id, Weeks(5, 10, 20))
    filled.plan.split(old.id, old.steps[:1], "The start")
    plan = filled.plan.plan()
    parts = [p.project.weeks for p in plan.projects if p.project.weeks]

    assert sum(parts[1:], parts[0]) == Weeks(5, 10, 20)


def test_what_is_there_already_has_no_weeks_to_part(filled):
    old = longest(filled)
    filled.plan.set_weeks(old.id, Weeks(5, 10, 20))
    give_all(filled, old.steps[0].partition(":")[0], 5)
    filled.plan.split(old.id, old.steps[:1], "The start")

    assert all(p.weeks is None for p in filled.plan.book().projects)


def test_only_some_steps_are_split_off_and_only_of_what_goes_on(filled):
    old = longest(filled)

    with pytest.raises(Refused, match="but not all of them"):
        filled.plan.split(old.id, old.steps, "x")
    with pytest.raises(Refused, match="Choose some of the"):
        filled.plan.split(old.id, [], "x")
    with pytest.raises(WrongUse, match=r"has no step XX-1:1\. It has"):
        filled.plan.split(old.id, ["XX-1:1"], "x")
    filled.plan.drop(old.id, "No money")
    with pytest.raises(Refused, match="is dropped, so it cannot be split"):
        filled.plan.split(old.id, old.steps[:1], "x")


def test_a_project_is_moved_to_a_place_in_the_list(filled):
    ids = [p.id for p in filled.plan.book().projects]
    filled.plan.move(ids[2], 1)

    assert [p.id for p in filled.plan.book().projects][:3] == [ids[2], ids[0], ids[1]]
    assert last_label(filled).endswith(": moved to place 1")
    filled.plan.move(ids[2], 999)
    assert filled.plan.book().projects[-1].id == ids[2]
    assert filled.plan.proposal().is_empty


def test_whose_place_is_first_begins_first(filled):
    filled.plan.set_terms(Terms(capacity=1))
    free = next(p for p in reversed(filled.plan.plan().projects) if not p.predecessors)
    filled.plan.move(free.project.id, 1)

    assert filled.plan.plan().of(free.project.id).start == filled.plan.plan().start


def test_a_project_waits_for_another_and_for_some_days_more(filled):
    first, second = ids_of(filled, 0, 1)
    before = filled.tables()

    assert filled.plan.link(second, first, 5) == PLAN
    plan = filled.plan.plan()
    days = plan.days
    assert days.number(plan.of(second).start) >= days.number(plan.of(first).end) + 1 + 5
    assert last_label(filled).endswith(", then 5 working days")
    filled.plan.link(second, first, 10)
    assert filled.plan.book().links == (Link(second, first, 10),)
    filled.plan.unlink(second, first)
    assert "no longer waits for" in last_label(filled)
    for _ in range(3):
        filled.undo()
    assert filled.tables() == before


def test_a_link_that_would_close_a_circle_is_refused_and_the_circle_named(filled):
    first, second, third = (project(filled, n) for n in range(3))
    filled.plan.link(second.id, first.id)
    filled.plan.link(third.id, second.id, 5)
    revision = filled.revision

    with pytest.raises(Refused) as caught:
        filled.plan.link(first.id, third.id)
    for found in (first, second, third):
        assert f"{found.id} {found.name}" in str(caught.value)
    assert "wait for each other in a circle" in str(caught.value)
    assert filled.revision == revision


def test_a_circle_through_what_is_not_counted_is_refused_too(filled):
    first, second = ids_of(filled, 0, 1)
    filled.plan.set_terms(Terms(off=frozenset({first})))
    filled.plan.link(second, first)

    with pytest.raises(Refused, match="in a circle"):
        filled.plan.link(first, second)


def test_links_that_make_no_sense_are_refused(filled):
    first, second = ids_of(filled, 0, 1)

    with pytest.raises(WrongUse, match="cannot wait for itself"):
        filled.plan.link(first, first)
    with pytest.raises(WrongUse, match="0 to 2600"):
        filled.plan.link(first, second, -1)
    with pytest.raises(Refused, match="is not linked to"):
        filled.plan.unlink(first, second)


def test_a_circle_that_came_with_a_merge_does_not_forbid_other_links(filled):
    first, second, third = ids_of(filled, 0, 1, 2)
    ring = [
        Edit("link", pair, WHOLE_ROW, None, {"lag": 0})
        for pair in ((first, second), (second, first))
    ]
    filled.apply(ring, "A merge")

    assert [k.link.project for k in filled.plan.plan().looped] == [max(first, second)]
    assert filled.plan.link(third, first) == PLAN
