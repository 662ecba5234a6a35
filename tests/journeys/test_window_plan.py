"""From gaps to a plan, and the plan changed by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.ui.plan.gantt.tree import ProjectTree

if TYPE_CHECKING:
    from tests.journeys.window import Person


def test_the_plan_is_changed_and_taken_back_by_keyboard(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+5")
    tree, plan = person.focus, person.session.plan
    assert isinstance(tree, ProjectTree)
    before = plan.book()
    line = tree.current()
    assert line is not None
    assert line.id is not None
    person.press("Alt+Right")
    assert plan.book().projects[0].pins.start is not None
    person.press("Space")
    assert line.id in plan.book().terms.off
    person.press("Alt+Down")
    assert [p.id for p in plan.book().projects].index(line.id) == 1
    person.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")

    assert plan.book() == before
    assert person.focus is tree


def test_details_are_opened_written_and_left(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+5", "Return")
    person.press("Ctrl+A")
    person.type("A better name")
    person.press("Tab")
    assert person.session.plan.book().projects[0].name == "A better name"
    person.press("Esc")

    assert isinstance(person.program.window.focusWidget(), ProjectTree)
    assert person.headline.startswith("By ")


def test_a_project_is_added_and_dropped_with_a_reason(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+5")
    person.press_and_answer("Insert", "Buy a platform")
    project = person.session.plan.book().projects[-1]
    assert project.name == "Buy a platform"
    person.press_and_answer("Delete", "Already bought")

    project = person.session.plan.book().projects[-1]
    assert (project.status, project.reason) == (Status.DROPPED, "Already bought")
