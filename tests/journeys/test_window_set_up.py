"""Changing what is aimed for: seen first, then applied, then taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.ui.assessment.strip import Strip

if TYPE_CHECKING:
    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)


def go_to(person: Person, part: str) -> None:
    """Open a part of Set-up."""
    person.press("Alt+2")
    person.tab_to(part, "Shift+Tab")
    person.press("Return")


def apply(person: Person) -> str:
    """Apply what is pending; what it was said to do."""
    said = person.find(Strip).effect
    person.tab_to("Apply")
    person.press("Return")
    assert not person.page.findChild(Strip).isVisible()  # type: ignore[union-attr] # it is there
    return said


def test_another_care_model_is_tried_applied_and_taken_back(person: Person) -> None:
    person.start(sample=True)
    before = person.assessment
    go_to(person, "Care models")
    person.tab_to("Urgent and emergency care")
    person.press("Space")
    during = person.assessment
    said = apply(person)

    assert during == before
    assert "target" in said
    assert len(person.assessment.care_models) == len(before.care_models) + 1
    person.press("Ctrl+Z")
    assert person.assessment == before


def test_a_decided_target_is_changed_with_its_reason(person: Person) -> None:
    person.start(sample=True)
    before = person.assessment
    first = next(iter(before.overrides.values()))
    go_to(person, "Decided targets")
    person.tab_to("Targets set by decision")
    person.press("Return", "Down", "Return", "Right", "Right")
    person.type("Because of the new duty")
    person.press("Return")
    assert person.assessment == before
    apply(person)
    after = person.assessment.overrides[first.capability]

    assert after.level != first.level
    assert after.reason == "Because of the new duty"
    person.press("Ctrl+Z")
    assert person.assessment == before


def test_what_is_pending_can_be_left_as_it_is(person: Person) -> None:
    person.start(sample=True)
    before = person.assessment
    person.press("Alt+2")
    person.type("Another title")
    shown = person.find(Strip).isVisible()
    person.tab_to("Leave as it is")
    person.press("Return")

    assert shown
    assert person.focus.text() == before.title  # type: ignore[union-attr] # the title's field
    assert person.assessment == before
