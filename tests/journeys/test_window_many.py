"""Many organisations at once: chosen together, typed as a row, the same as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.window import Person

HERE = "GOV-04"
pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)


@pytest.fixture
def at_gov_04(person: Person) -> Iterator[Person]:
    """The sample at GOV-04, where six have a level and the council does not know."""
    person.start(sample=True)
    assert person.page.place.capability == HERE  # type: ignore[attr-defined] # the checklist
    return person


def levels(person: Person) -> list[int | str | None]:
    """The levels of all partners in order; a state's word where there is none."""
    values = [person.value(HERE, o) for o in person.assessment.scope]
    return [v.state.value if v.level is None else v.level for v in values]


def test_columns_chosen_together_get_one_answer_in_one_change(at_gov_04: Person) -> None:
    person = at_gov_04
    before = levels(person)
    person.press("Right", "Shift+Right", "Shift+Right", "4")
    after = levels(person)
    person.press("Ctrl+Z")

    assert after == [before[0], 4, 4, 4, *before[4:]]
    assert levels(person) == before


def test_a_row_is_typed(at_gov_04: Person) -> None:
    person = at_gov_04
    before = levels(person)
    person.press("R")
    person.type("1 2 - d 0 5 -")
    person.press("Return")

    assert levels(person) == [1, 2, before[2], "dont_know", 0, 5, before[6]]
    assert person.focus.accessibleName() == "Organisations and levels"  # type: ignore[union-attr]


def test_a_row_with_a_fault_is_not_written(at_gov_04: Person) -> None:
    person = at_gov_04
    before = levels(person)
    person.press("R")
    person.type("1 2 7")
    person.press("Return")
    said = person.focus.accessibleDescription()  # type: ignore[union-attr] # the field
    person.press("Esc")

    assert "7" in said
    assert levels(person) == before


def test_the_same_as_another_is_chosen_from_the_menu(at_gov_04: Person) -> None:
    person = at_gov_04
    person.press("Right", "0", "Left")
    person.tab_to("More")
    person.press("Space")
    person.choose("Same as")
    person.choose("Oakholt Community Trust")

    assert levels(person)[:2] == [0, 0]


def test_provided_by_another(at_gov_04: Person) -> None:
    person = at_gov_04
    person.press("Right", "Right", "Right")
    person.tab_to("More")
    person.press("Space")
    person.choose("Provided by")
    person.choose(person.assessment.scope[0].name)
    fourth = person.assessment.scope[3]

    assert person.value(HERE, fourth).provider == person.assessment.scope[0].id
    assert f"Provided by {person.assessment.scope[0].name}" in person.texts
