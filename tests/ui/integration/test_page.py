"""The Integration place with the keyboard: every flow is reached, said and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from techmodel.core.checklist import KindId
from techmodel.core.flow_parts import FlowState
from techmodel.session.organisations import Newcomer
from techmodel.ui import ask
from techmodel.ui.integration.page import SERVICES, IntegrationPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

KEY = Qt.Key


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> IntegrationPage:
    """The place for three organisations."""
    return opened(workspace, look, qtbot)


def opened(workspace: Workspace, look: Look, qtbot: QtBot) -> IntegrationPage:
    made = IntegrationPage(workspace, look)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_every_flow_is_reached_by_keyboard_and_says_level_and_target(
    page: IntegrationPage, qtbot: QtBot
) -> None:
    table, reached = page.flows.table, []
    table.setFocus()
    for _ in page.flows.sight.flows:
        said = table.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
        reached.append(table.current)
        qtbot.keyClick(table, KEY.Key_Down)

        assert "Unknown, target" in said
    assert reached == list(page.flows.sight.flows)


def test_a_digit_typed_on_a_row_is_one_batch_that_can_be_undone(
    page: IntegrationPage, workspace: Workspace, qtbot: QtBot
) -> None:
    before, key = len(workspace.session.batches()), page.flows.table.current.key
    qtbot.keyClick(page.flows.table, KEY.Key_2)

    assert page.flows.table.current.value.level == 2
    assert page.flows.table.current.key == key
    assert len(workspace.session.batches()) == before + 1
    workspace.run(lambda s: s.undo())
    assert page.flows.table.current.is_unknown


def test_the_next_flow_comes_in_the_place_of_one_that_its_filter_lets_go(
    page: IntegrationPage, qtbot: QtBot
) -> None:
    page.flows.bar.state.setCurrentIndex(2)
    first, second, third, *_ = page.flows.sight.flows
    page.flows.table.go_to(second.key)
    qtbot.keyClick(page.flows.table, KEY.Key_5)

    assert page.flows.table.current.key == third.key
    assert first in page.flows.sight.flows


def test_only_flows_of_the_organisation_of_the_top_bar_are_shown(
    page: IntegrationPage, workspace: Workspace
) -> None:
    one = workspace.session.assessment().scope[2].id
    workspace.show_only(one)

    assert page.flows.sight.flows
    assert all(one in flow.key[:2] for flow in page.flows.sight.flows)
    assert page.headline().startswith(f"{len(page.flows.sight.flows)} flows")


def test_letters_record_what_is_not_a_level(
    page: IntegrationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "text", lambda *_: "They share no residents")
    table = page.flows.table
    qtbot.keyClicks(table, "3nt")

    assert table.current.value.state is FlowState.NOT_APPLICABLE
    assert table.current.note == table.current.value.reason == "They share no residents"
    qtbot.keyClicks(table, "d")
    assert table.current.is_unknown


def test_letters_do_nothing_where_they_are_switched_off(
    workspace: Workspace, look: Look, qtbot: QtBot
) -> None:
    page = IntegrationPage(workspace, look, None, lambda: False)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(page.flows.table, "2")

    assert page.flows.table.current.is_unknown


def test_arrows_reach_every_organisation_and_way_of_the_map(
    page: IntegrationPage, qtbot: QtBot
) -> None:
    view, reached = page.flows.map, set()
    view.setFocus()
    for _ in view.items.items:
        reached.add(view.items.item(view.currentIndex()).pick)
        qtbot.keyClick(view, KEY.Key_Down)

    assert reached == {item.pick for item in view.items.items}
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.items.item(view.currentIndex()).cell is None


@pytest.mark.parametrize("picture", ["map", "matrix"])
def test_enter_brings_flows_forward_and_escape_lets_go(
    page: IntegrationPage, qtbot: QtBot, picture: str
) -> None:
    page.flows.show_view(picture)
    view = page.flows.pictures.currentWidget()
    model = view.items if picture == "map" else view.cells
    way = next(iter(page.flows.sight.matrix))
    place = model.place_of(way)
    view.setCurrentIndex(place if picture == "map" else view.shown_index(place))
    qtbot.keyClick(view, KEY.Key_Return)

    assert page.flows.pick == way
    assert page.flows.table.rows_.flows == page.flows.sight.picked(way)
    qtbot.keyClick(view, KEY.Key_Escape)
    assert page.flows.table.rows_.flows == page.flows.sight.flows


def test_a_press_on_the_map_chooses_and_beside_everything_lets_go(
    page: IntegrationPage, qtbot: QtBot
) -> None:
    view = page.flows.map
    box = view.visualRect(view.items.index(0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert page.flows.pick == view.items.items[0].pick
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() / 2)
    assert page.flows.pick == ()


def test_a_flow_of_ones_own_is_added_changed_and_taken_away(
    page: IntegrationPage, workspace: Workspace
) -> None:
    asked, form = len(page.flows.sight.flows), page.flows.form
    page.flows.under.add.click()
    form.save.click()
    assert "From" in form.problem.text()
    form.information.setText("Photographs of wounds")
    for box, at in ((form.from_, 1), (form.to, 2), (form.capability, 1), (form.target, 4)):
        box.setCurrentIndex(at)
    form.save.click()
    flow = page.flows.table.current
    assert (flow.information, flow.target, flow.is_own) == ("Photographs of wounds", 3, True)
    page.flows.detail.change.click()
    form.target.setCurrentIndex(0)
    form.save.click()
    assert page.flows.table.current.target is None
    page.flows.detail.remove.click()
    assert len(workspace.session.flows.all()) == asked


def test_what_is_refused_is_said_beside_the_form(page: IntegrationPage) -> None:
    page.flows.under.add.click()
    form, first = page.flows.form, page.flows.sight.flows[0]
    form.begin(page.workspace.session.assessment(), tuple(first.key[:2]))
    form.information.setText(first.information)
    form.capability.setCurrentIndex(1)
    form.save.click()

    assert "already among the flows" in form.problem.text()


def test_show_item_takes_a_flow_a_capability_or_a_service(page: IntegrationPage) -> None:
    last = page.flows.sight.flows[-1]
    page.show_item(f"flow:{':'.join(last.key)}")
    assert page.flows.table.current == last
    page.show_item(last.capability)
    assert page.flows.table.current.capability == last.capability
    service = page.workspace.session.assessment().checklist.services[0].id
    page.show_item(service)
    assert page.services.table.current == service


def test_halves_take_turns_where_there_is_no_room_for_both(
    page: IntegrationPage, look: Look
) -> None:
    page.resize(800, 600)
    assert page.flows.isVisible()
    assert not page.services.isVisible()
    page._halves.button(SERVICES).click()
    assert page.services.isVisible()
    assert page.panes()[0] is page.services.panes()[0]


def test_one_organisation_is_told_that_nothing_can_flow(
    make_workspace: Callable[..., Workspace], look: Look, qtbot: QtBot
) -> None:
    alone = make_workspace(organisations=(Newcomer("Hill Practice", KindId("gp")),))
    page = opened(alone, look, qtbot)
    page.focus_first()

    assert "only one organisation" in page.headline()
    assert not page.flows.isVisible()


def test_twenty_organisations_open_and_show_the_ways_of_one(
    make_workspace: Callable[..., Workspace], look: Look, qtbot: QtBot
) -> None:
    kinds = ("acute", "gp", "care-home", "community", "local-authority")
    many = tuple(
        Newcomer(f"Northumbria and Cumbria Partnership {n:04}", KindId(kinds[n % 5]))
        for n in range(20)
    )
    page = opened(make_workspace(organisations=many), look, qtbot)
    page.flows.choose((str(page.flows.sight.organisations[0].id),))

    drawn = page.flows.map.drawing
    assert drawn.is_crowded
    assert set(drawn.curves) == {w for w in drawn.cells if page.flows.pick[0] in w}
    assert not page.grab().isNull()


def test_screen_readers_find_every_organisation_and_way_of_the_map(page: IntegrationPage) -> None:
    found = QAccessible.queryAccessibleInterface(page.flows.map)
    texts = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]

    assert texts == [item.words for item in page.flows.map.items.items]
    assert any("Riverside Trust to Hill Practice: " in text for text in texts)


def test_everything_that_takes_the_focus_has_a_name(
    page: IntegrationPage, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_focusables(page.flows) == []
