"""The list of services and its filters."""

import re

import pytest
from PySide6.QtCore import Qt

from techmodel.session.touched import Touched
from techmodel.ui.integration.services.guide_rows import AGE, NAME
from techmodel.ui.integration.services.panel import ServicesPanel


def shown(panel):
    return [row.key for row in panel.table.services.rows]


def entry(panel, id_):
    return next(e for e in panel._entries if e.service.id == id_)


def count(words):
    """The number at the end of a toggle or in the brackets of a choice."""
    return int(words.rstrip(")").replace("(", " ").split()[-1])


def test_every_scope_leaves_as_many_as_it_says(panel):
    for button in panel.filters.scopes.values():
        button.click()

        assert len(shown(panel)) == count(button.text())
    assert len(shown(panel)) == len(panel.table.services.rows) == 72


def test_every_choice_narrows_and_leaves_as_many_as_it_says(panel):
    panel.filters.scopes["check"].click()
    whole = set(shown(panel))
    for list_ in panel.filters.lists:
        for n in range(1, min(list_.count(), 5)):
            list_.setCurrentIndex(n)

            assert len(shown(panel)) == count(list_.currentText())
            assert set(shown(panel)) <= whole
        list_.setCurrentIndex(0)


def test_words_search_and_everything_comes_back(panel):
    panel.filters.words.setText("message exch")
    assert shown(panel) == ["MESH"]
    assert panel.filters.count.text() == "1 of 72"

    panel.filters.words.setText("no such service")
    assert (panel.nothing.isVisible(), panel.entry.isVisible()) == (True, False)

    panel.filters.clear.click()
    assert (len(shown(panel)), panel.nothing.isVisible()) == (72, False)


def test_a_service_is_shown_although_the_filters_left_it_out(panel):
    panel.filters.words.setText("message exch")
    panel.show_service("SCRA")
    assert panel.table.current == "SCRA"

    panel.entry.top.successor.click()
    assert (panel.table.current, panel.entry.top.name.text()) == (
        "NCRS",
        "National Care Records Service (NCRS)",
    )


def test_a_gap_shows_what_helps_with_it_and_another_says_so(panel, qtbot):
    gap = panel.filters.gap.itemData(1)
    panel.show_gap(gap)
    assert all(e.service.id not in shown(panel) or gap in e.gaps for e in panel._entries)
    assert len(shown(panel)) == count(panel.filters.gap.currentText()) > 0

    with qtbot.waitSignal(panel.said) as said:
        panel.show_gap("X-99")
    assert "X-99" in said.args[0]
    assert len(shown(panel)) == 72


def test_rows_say_themselves_and_signs_stand_where_something_is_old(panel):
    place = panel.table.services.place_of("MESH")
    said = place.data(Qt.ItemDataRole.AccessibleTextRole)
    delegate = panel.table.itemDelegate()

    assert re.fullmatch(r".*, helps \d+ gaps, not started, status \d+ months old", said)
    assert delegate.sign(place.siblingAtColumn(AGE)) == "clock"
    assert delegate.sign(place.siblingAtColumn(NAME)) == ""


def test_enter_on_a_gap_opens_its_card(panel, workspace, qtbot):
    panel.show_service("MESH")
    table = panel.entry.gaps.table
    with qtbot.waitSignal(workspace.card_wanted) as wanted:
        table.activated.emit(table.model().index(0, 0))

    assert wanted.args[0] == entry(panel, "MESH").gaps[0]


def test_enter_goes_to_the_entry_and_escape_back(panel, qtbot):
    panel.focus_first()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.entry.hasFocus)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Escape)

    qtbot.waitUntil(panel.table.hasFocus)


def test_everything_that_can_have_the_focus_has_a_name(panel, unnamed_focusables):
    assert unnamed_focusables(panel) == []


@pytest.mark.parametrize("size", [(380, 600), (1200, 600)])
def test_list_and_entry_stand_beside_each_other_where_there_is_room(panel, size):
    panel.resize(*size)

    beside = panel.entry.x() > panel.table.x()
    assert beside == (size[0] >= 900)


def test_what_does_not_matter_here_is_not_read_again(panel):
    held = panel._entries
    panel.refresh(Touched.PLAN)
    assert panel._entries is held

    panel.refresh(Touched.SERVICES)
    assert panel._entries is not held


def test_a_checklist_without_services_says_so(workspace, look, qtbot, monkeypatch):
    monkeypatch.setattr(type(workspace.session.services), "guide", lambda _: ())
    panel = ServicesPanel(workspace, look)
    qtbot.addWidget(panel)
    panel.show()
    panel.refresh()
    panel.focus_first()

    assert panel.panes() == (panel.empty,)
    assert panel.empty.isVisible()
