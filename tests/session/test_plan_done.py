"""What a finished project says about the answers."""

from dataclasses import replace

import pytest
from tests.session.plans import give_all, last_label, project, undone

from techmodel.core.answers import State, Value
from techmodel.core.plan_parts import Project, ProjectId, ProjectKind, Status
from techmodel.session.plan_done import done_answers
from techmodel.session.touched import Touched


@pytest.fixture
def parts(filled):
    """A project of one capability, that capability, and who is asked about it."""
    found = next(
        p
        for p in filled.plan.book().projects
        if len(filled.gaps().of(p.steps[0].partition(":")[0]).pairs) == 3
    )
    capability = found.steps[0].partition(":")[0]
    return found, capability, [*filled.gaps().of(capability).pairs]


def brought(session, project):
    return {a.pair[1]: a.level for a in session.plan.done_answers(project.id)}


def test_finishing_records_the_levels_with_the_exit_test_as_evidence(filled, parts):
    found, capability, partners = parts
    level = int(found.steps[-1][-1])
    before = filled.tables()
    touched = filled.plan.finish(found.id, accept=True, decided_by="Programme board")
    assessment = filled.assessment()

    assert touched == Touched.PLAN | Touched.ANSWERS | Touched.EVIDENCE | Touched.HISTORY
    assert [assessment.value(capability, o).level for o in partners] == [level] * 3
    assert {(e.grade, e.date) for e in assessment.evidence} == {("B", "2026-11-24")}
    test = assessment.checklist.capability(capability).test
    assert assessment.evidence[0].title == f"Exit test: {test}"[:200]
    assert filled.batches()[-1].decided_by == "Programme board"
    assert last_label(filled) == f"{found.id} {found.name}: done, 3 answers raised"
    assert undone(filled, before)


def test_finishing_without_accepting_changes_no_answer_and_is_not_proposed_again(filled, parts):
    found, capability, partners = parts
    filled.plan.finish(found.id, accept=False)
    now = filled.plan.plan().of(found.id).project

    assert (now.status, now.percent) == (Status.DONE, 100)
    assert [filled.assessment().value(capability, o).level for o in partners] == [2, 2, 2]
    assert last_label(filled) == f"{found.id} {found.name}: done"
    assert filled.plan.proposal().is_empty


def test_answers_can_be_left_out(filled, parts):
    found, capability, partners = parts
    filled.plan.finish(found.id, accept=True, leave_out={(capability, partners[0])})

    assert filled.assessment().value(capability, partners[0]).level == 2
    assert last_label(filled).endswith("2 answers raised")


def test_only_those_who_stand_where_the_work_began_are_raised(filled, parts):
    found, capability, partners = parts
    filled.scope.cover(0.5)
    give_all(filled, capability, 2, **{partners[0]: 1, partners[1]: 5})

    assert brought(filled, found) == {partners[2]: int(found.steps[-1][-1])}


def test_not_known_counts_as_nothing_and_not_applicable_stays(filled, parts):
    found, capability, partners = parts
    filled.answers.give(capability, partners[0], Value(State.DONT_KNOW))
    filled.answers.give(capability, partners[1], Value(State.NOT_APPLICABLE, reason="No beds"))
    filled.plan.accept(filled.plan.proposal())

    assert brought(filled, found).keys() == {partners[0], partners[2]}
    assert [a.was for a in filled.plan.done_answers(found.id)] == [None, 2]


def test_who_is_provided_for_follows_the_provider(filled, parts):
    found, capability, partners = parts
    filled.answers.give(capability, partners[0], Value(State.PROVIDED_BY, provider=partners[1]))

    assert brought(filled, found).keys() == {partners[1], partners[2]}


def test_a_level_counts_only_when_all_below_it_is_reached_or_finished(filled, parts):
    found, capability, _ = parts
    give_all(filled, capability, 0)
    filled.plan.accept(filled.plan.proposal())
    whole = next(p for p in filled.plan.book().projects if p.id == found.id)
    filled.plan.split(found.id, whole.steps[1:], "The rest")
    rest = next(p for p in filled.plan.book().projects if p.name == "The rest")

    assert brought(filled, rest) == {}
    filled.plan.finish(found.id, accept=False)
    assert set(brought(filled, rest).values()) == {int(whole.steps[-1][-1])}


def test_a_project_of_one_partner_raises_that_one_alone(filled, parts):
    _, capability, partners = parts
    steps = (f"{capability}:3@{partners[0]}", f"{capability}:4@{partners[0]}")
    own = Project(ProjectId("PX"), "x", ProjectKind.ORGANISATION, steps, partners[0])
    book = replace(filled.plan.book(), projects=(own,))
    found = done_answers(filled.assessment(), filled.gaps(), book, own, filled.plan.today())

    assert [(a.pair, a.level) for a in found] == [((capability, partners[0]), 4)]


def test_own_projects_and_strange_steps_bring_no_answers(filled, parts):
    strange = Project(ProjectId("PX"), "x", steps=("NO-1:1",))
    book = replace(filled.plan.book(), projects=(strange,))
    filled.plan.add_own("Train")

    assert brought(filled, project(filled, -1)) == {}
    today = filled.plan.today()
    assert done_answers(filled.assessment(), filled.gaps(), book, strange, today) == ()


@pytest.mark.parametrize(("test", "grades"), [("", True), ("Show me.", False)])
def test_without_a_test_or_grades_there_is_no_evidence(filled, parts, test, grades):
    found, capability, _ = parts
    assessment, today = filled.assessment(), filled.plan.today()
    checklist = assessment.checklist
    scoring = checklist.scoring if grades else replace(checklist.scoring, evidence_grades=())
    capabilities = tuple(
        replace(c, test=test) if c.id == capability else c for c in checklist.capabilities
    )
    bare = replace(
        assessment, checklist=replace(checklist, capabilities=capabilities, scoring=scoring)
    )
    answers = done_answers(bare, filled.gaps(), filled.plan.book(), found, today)

    assert {a.evidence for a in answers} == {None}
    assert {a.change.evidence for a in answers} == {()}


def test_a_long_exit_test_is_cut(filled, parts):
    found, capability, _ = parts
    assessment = filled.assessment()
    capabilities = tuple(
        replace(c, test="Show " * 60) if c.id == capability else c
        for c in assessment.checklist.capabilities
    )
    long = replace(assessment, checklist=replace(assessment.checklist, capabilities=capabilities))
    today = filled.plan.today()
    answers = done_answers(long, filled.gaps(), filled.plan.book(), found, today)

    assert len(answers[0].evidence.title) <= 200
    assert answers[0].evidence.title.endswith("…")
