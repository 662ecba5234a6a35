"""From the sample's gaps to why, to the card, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from techmodel.ui.widgets.why import WhyPopup

if TYPE_CHECKING:
    from tests.journeys.window import Person


def test_why_then_the_card_then_back(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+4")
    table = person.tab_to("Ranked gaps")
    assert isinstance(table, QTableView)
    person.press("Down", "F1")
    why = person.find(WhyPopup)
    told = why.accessibleName()
    person.press("Esc")
    back, row = person.focus, table.currentIndex().row()
    person.press("Return")

    assert told.startswith("Why rank 2?")
    assert back is table
    assert person.title == "Sample.techmodel — Checklist — techmodel"
    second = next(g for g in person.session.gaps().capabilities if g.rank == 2)
    assert person.page.place.capability == second.id  # type: ignore[attr-defined] # the checklist
    person.press("Alt+4")
    assert (person.focus, table.currentIndex().row()) == (table, row)


def test_the_map_the_bars_and_the_radar_take_turns(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+4")
    person.tab_to("Show as: Heat map", "Shift+Tab")
    headlines = [person.headline]
    for _ in range(2):
        person.press("Right")
        headlines.append(person.headline)

    assert headlines[0].startswith("50 of 74 are below target")
    assert headlines[1].endswith("are furthest from target.")
    assert headlines[2] == headlines[1]


def test_a_find_leads_to_the_card(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+4", "Ctrl+F")
    person.type("ambulance record")
    person.press("Return", "3")

    assert person.page.place.capability == "UEC-04"  # type: ignore[attr-defined] # the checklist
    hand = person.page.place.organisation  # type: ignore[attr-defined]
    first = next(o for o in person.assessment.scope if o.id == hand)
    assert person.value("UEC-04", first).level == 3
