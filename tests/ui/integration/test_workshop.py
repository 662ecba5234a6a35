"""The Integration place in a workshop: what is furthest away, and where the focus goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmodel.ui.integration.page import FLOWS, SERVICES, IntegrationPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

KEY = Qt.Key


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> IntegrationPage:
    """The place for three organisations."""
    made = IntegrationPage(workspace, look)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_what_is_furthest_away_comes_first_and_keeps_its_place_while_levels_are_recorded(
    page: IntegrationPage, workspace: Workspace, qtbot: QtBot
) -> None:
    far = page.flows.sight.flows[-1].key
    workspace.run(lambda s: s.flows.set_level(far, 0))
    assert page.flows.sight.flows[-1].key == far
    page.hide()
    page.show()
    page.look_again()
    assert page.flows.sight.flows[0].key == far

    page.flows.table.go_to(far)
    qtbot.keyClick(page.flows.table, KEY.Key_5)
    assert page.flows.sight.flows[0].key == far
    assert page.flows.table.currentIndex().row() == 0


def test_tab_goes_through_the_form_as_it_is_read(page: IntegrationPage, qtbot: QtBot) -> None:
    form, reached = page.flows.form, []
    page.flows.begin_adding()
    boxes = [form.from_, form.to, form.capability, form.target]
    for _ in (*boxes, form.save):
        qtbot.keyClick(page.focusWidget(), KEY.Key_Tab)
        reached.append(page.focusWidget())

    assert reached == [*boxes, form.save]
    form.information.setText("Photographs of wounds")
    form.save.click()
    assert page.focusWidget() is form.from_


def test_the_focus_stays_with_the_flows_when_one_is_taken_away(page: IntegrationPage) -> None:
    said: list[str] = []
    page.flows.said.connect(said.append)
    ends = page.flows.sight.flows[0].key[:2]
    capability = page.flows.sight.flows[0].capability
    page.workspace.run(lambda s: s.flows.add(*ends, "Photographs of wounds", capability, 3))
    page.flows.show_flow(next(f.key for f in page.flows.sight.flows if f.is_own))
    page.flows.detail.remove.setFocus()
    page.flows.detail.remove.click()

    assert page.focusWidget() is page.flows.table
    assert "Photographs of wounds" in said[0]


@pytest.mark.parametrize("half", [FLOWS, SERVICES])
def test_the_whole_table_is_copied_and_one_stays_on_its_row(
    page: IntegrationPage, half: str
) -> None:
    page.resize(800, 600)
    page._halves.button(half).click()
    table = page.flows.table if half == FLOWS else page.services.table
    page._copy.click()

    assert len(QGuiApplication.clipboard().text().split("\n")) == table.model().rowCount() + 1
    assert table.selectionModel().isRowSelected(table.currentIndex().row())


def test_typing_what_the_map_shows_goes_to_an_organisation(
    page: IntegrationPage, qtbot: QtBot
) -> None:
    last = page.flows.sight.organisations[-1]
    shown = page.flows.sight.short_names[str(last.id)]
    page.flows.map.setFocus()
    qtbot.keyClicks(page.flows.map, shown[:4])

    assert page.flows.map.items.item(page.flows.map.currentIndex()).pick == (str(last.id),)
