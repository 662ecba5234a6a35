"""Two rooms that plan apart and merge: ids stay, nothing is lost, nothing is doubled."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.checklist import Weeks
from techmodel.core.merge_parts import Choice
from techmodel.core.plan_parts import Link
from techmodel.session.merging import choices_by_rule, find_merge, merge, read_other
from techmodel.session.session import Session
from techmodel.store.working_file import Document


@pytest.fixture
def rooms(small, work):
    """Two rooms with the same assessment, before anything is planned."""
    small.document.publish()
    path = small.document.path
    other = path.with_name("b.techmodel")
    other.write_bytes(path.read_bytes())
    document = Document.open(other, work)
    yield small, Session(document.file, document, small.now)
    document.close(publish=False)


def merged(ours, theirs, choice=Choice.THEIRS):
    """What the merge asks, after it is done."""
    theirs.document.publish()
    other = read_other(theirs.document.path)
    found = find_merge(ours, other)
    merge(ours, other, choices_by_rule(found, choice))
    return [(c.row[0], *c.row[1], *c.fields) for c in found.conflicts]


def fill(*sessions):
    for session in sessions:
        session.plan.accept(session.plan.proposal())


def test_plans_filled_from_the_same_gaps_are_one_plan(rooms):
    ours, theirs = rooms
    fill(ours, theirs)
    before = ours.plan.book()

    assert merged(ours, theirs) == []
    assert ours.plan.book() == before


def test_both_keep_the_projects_they_have_added(rooms):
    ours, theirs = rooms
    fill(ours, theirs)
    for session, name in ((ours, "Ours"), (theirs, "Theirs")):
        session.plan.add_own(name, Weeks(1, 2, 3))
    ids = {s.plan.book().projects[-1].id for s in rooms}

    assert merged(ours, theirs) == []
    own = {p.id: p.name for p in ours.plan.book().projects if not p.steps}
    assert own.keys() == ids
    assert {*own.values()} == {"Ours", "Theirs"}


def test_what_both_have_changed_about_a_project_is_asked_and_what_one_has_is_taken(rooms):
    ours, theirs = rooms
    fill(ours)
    merged(theirs, ours)
    id_ = ours.plan.book().projects[0].id
    ours.plan.own(id_, "Our role")
    theirs.plan.own(id_, "Their role")
    theirs.plan.note(id_, "Ask the board")

    assert merged(ours, theirs) == [("project", id_, "owner")]
    project = ours.plan.book().projects[0]
    assert (project.owner, project.note) == ("Their role", "Ask the board")
    assert {f for i, f in ours.plan.touched() if i == id_} == {"owner", "note"}


def test_plans_of_different_answers_meet_in_the_project_of_the_capability(rooms):
    ours, theirs = rooms
    capability = ours.gaps().ranked[0].id
    pairs = theirs.gaps().of(capability).pairs
    theirs.answers.give_many({(capability, o): Value(State.LEVEL, 0) for o in pairs})
    fill(ours, theirs)
    (id_,) = {
        p.id
        for s in rooms
        for p in s.plan.book().projects
        if any(step.startswith(f"{capability}:") for step in p.steps)
    }
    merged(ours, theirs)

    steps = [s for p in ours.plan.book().projects for s in p.steps]
    assert len(steps) == len({*steps})
    assert [p.id for p in ours.plan.book().projects].count(id_) == 1


def test_a_circle_that_two_rooms_close_together_is_named_and_the_plan_goes_on(rooms):
    ours, theirs = rooms
    fill(ours, theirs)
    first, second = (ours.plan.book().projects[n].id for n in range(2))
    ours.plan.link(first, second)
    theirs.plan.link(second, first)
    merged(ours, theirs)
    plan = ours.plan.plan()

    assert {*ours.plan.book().links} == {Link(first, second), Link(second, first)}
    assert len(plan.looped) == 1
    assert plan.end


def test_a_project_removed_here_and_changed_there_is_asked(rooms):
    ours, theirs = rooms
    fill(ours)
    merged(theirs, ours)
    project = ours.plan.book().projects[0]
    capability = project.steps[0].partition(":")[0]
    pairs = ours.gaps().of(capability).pairs
    ours.answers.give_many({(capability, o): Value(State.LEVEL, 5) for o in pairs})
    fill(ours)
    theirs.plan.own(project.id, "Their role")

    assert ("project", project.id, "*") in merged(ours, theirs)
    assert project.id in {p.id for p in ours.plan.book().projects}


def test_a_cost_of_a_project_that_has_gone_here_does_no_harm(rooms):
    ours, theirs = rooms
    fill(ours)
    merged(theirs, ours)
    project = ours.plan.book().projects[0]
    ours.plan.bundle([p.id for p in ours.plan.book().projects[1::-1]], "Both")
    theirs.costs.add(label="Licences", project=project.id)
    merged(ours, theirs)

    assert ours.plan.book().costs[0].project == project.id
    assert ours.plan.plan().end
    assert ours.report(version="").checks
