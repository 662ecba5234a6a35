"""Filling the plan from the gaps, and what it comes to."""

from datetime import date

import pytest
from tests.session.plans import give_all, ids_of, last_label, offered, project, undone

from techmodel.core.checklist import Weeks
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import BatchKind
from techmodel.core.plan_parts import ProjectKind, Terms
from techmodel.core.proposal import Bundle
from techmodel.session.touched import Touched

PLAN = Touched.PLAN | Touched.HISTORY


def test_filling_the_plan_is_one_batch_of_its_kind(small):
    proposal = small.plan.proposal()
    before = small.tables()

    assert small.plan.accept(proposal) == PLAN
    assert small.batches()[-1].kind is BatchKind.PLAN
    assert last_label(small) == f"Plan from gaps: {len(proposal.added)} projects added"
    assert small.plan.book().projects == proposal.added
    assert undone(small, before)


def test_filling_it_again_changes_nothing(filled):
    assert filled.plan.accept(filled.plan.proposal()) == Touched.NONE


def test_what_was_proposed_is_refused_when_the_plan_has_changed(small):
    stale = small.plan.proposal()
    small.plan.accept(stale)

    with pytest.raises(Refused, match="The plan has changed since"):
        small.plan.accept(stale)
    again = small.plan.proposal(Bundle.DOMAIN)
    small.plan.own(again.removed[0].id, "PMO")
    with pytest.raises(Refused, match="Look at it again"):
        small.plan.accept(again)


def test_filling_it_again_keeps_what_people_have_changed_and_tells_the_rest(filled):
    held, other = project(filled), project(filled, 1)
    filled.plan.own(held.id, "PMO")
    for found in (held, other):
        give_all(filled, found.steps[0].partition(":")[0], 5)
    proposal = filled.plan.proposal()

    assert filled.plan.touched() == {(held.id, "owner")}
    assert [p.id for p in proposal.removed] == [other.id]
    assert [p.id for p in proposal.kept] == [held.id]
    filled.plan.accept(proposal)
    assert last_label(filled).startswith("Plan from gaps: ")
    assert last_label(filled).endswith("1 removed")


def test_what_was_undone_is_not_touched(filled):
    filled.plan.own(project(filled).id, "PMO")
    filled.undo()

    assert filled.plan.touched() == set()


def test_a_plan_bundled_by_domain_stays_so(small):
    small.plan.accept(small.plan.proposal(Bundle.DOMAIN))

    assert {p.id for p in small.plan.book().projects} == {"PGOV", "PINF"}
    assert small.plan.proposal().is_empty


def test_partners_are_offered_projects_of_their_own(small):
    offer = offered(small)

    assert small.plan.accept_offer(offer) == PLAN
    stored = small.plan.book().projects[-1]
    assert (stored.kind, stored.organisation) == (ProjectKind.ORGANISATION, offer.organisation)
    assert last_label(small) == f"Project {stored.id} {stored.name} added"
    with pytest.raises(Refused, match="is not offered any more"):
        small.plan.accept_offer(offer)


def test_a_project_of_ones_own_comes_last_and_may_have_no_weeks_yet(filled):
    assert filled.plan.add_own(" Train  the trainers ", Weeks(1, 2, 3), "Training lead") == PLAN
    filled.plan.add_own("Later")
    own, later = filled.plan.book().projects[-2:]

    assert (own.name, own.kind, own.owner) == (
        "Train the trainers",
        ProjectKind.OWN,
        "Training lead",
    )
    assert filled.plan.plan().of(own.id).start
    assert filled.plan.plan().of(later.id).start is None
    assert own.id != later.id
    with pytest.raises(WrongUse, match="The name of the project is missing"):
        filled.plan.add_own(" ")


def test_the_plan_is_worked_out_once_until_something_changes(filled):
    plan = filled.plan.plan()
    other = filled.plan.plan(Terms(capacity=1))

    assert filled.plan.plan() is plan
    assert filled.plan.plan(Terms(capacity=1)) is other
    filled.plan.own(project(filled).id, "PMO")
    assert filled.plan.plan() is not plan
    assert filled.plan.plan().projects[0].project.owner == "PMO"


def test_asking_what_if_writes_nothing(filled):
    before = filled.revision, filled.seal
    slow, fast = filled.plan.plan(Terms(capacity=1)), filled.plan.plan(Terms())
    filled.plan.forecast(Terms(off=frozenset(ids_of(filled, 0))))

    assert slow.end > fast.end
    assert (filled.revision, filled.seal) == before


def test_filling_the_plan_fixes_its_first_day_and_one_undo_takes_both_back(small):
    small.plan.accept(small.plan.proposal())
    now = small.now()
    first = small.plan.plan().start
    small.now = lambda: now.replace(day=27)

    assert small.plan.book().terms == Terms(date(2026, 11, 25))
    assert small.plan.plan().start == first
    small.undo()
    assert small.plan.book().terms == Terms()


def test_a_start_that_people_set_stays_when_the_plan_is_filled(small):
    small.plan.set_terms(Terms(date(2027, 3, 1), 5))
    small.plan.accept(small.plan.proposal())

    assert small.plan.book().terms == Terms(date(2027, 3, 1), 5)


def test_the_plan_of_another_day_is_worked_out_anew(filled):
    filled.plan.set_terms(Terms())
    first = filled.plan.plan()
    now = filled.now()
    filled.now = lambda: now.replace(day=27)

    assert filled.plan.plan().start > first.start


def test_the_plan_starts_on_the_first_working_day_after_today(filled):
    assert filled.plan.plan().start == date(2026, 11, 25)


def test_where_nothing_is_stored_what_the_gaps_ask_for_can_be_looked_at(small):
    book = small.plan.proposed_book()

    assert book.projects == small.plan.proposal().added
    assert small.plan.work_out(book).end
    assert small.plan.book().projects == ()


def test_a_plan_stored_stays_as_it_is_when_looked_at(filled):
    assert filled.plan.proposed_book() is filled.plan.book()


def test_everything_planned_reaches_every_target(filled):
    last = filled.plan.forecast()[-1]

    assert all(last.levels[g.id].low == g.target.level for g in filled.gaps().ranked)


def test_as_it_was_has_the_plan_as_it_was(filled):
    revision, name = filled.revision, project(filled).name
    filled.plan.rename(project(filled).id, "Another name")
    then = filled.as_of(revision)

    assert project(then).name == name
