"""How the place shares the room there is, and what it says when there is nothing to show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.checklist.room import find_room

LONG = "The Northern Oakholt and Wendlemere Trust"


@pytest.mark.parametrize(
    ("width", "several", "listing", "panes"),
    [
        (1198, False, False, (True, True, True)),
        (1198, True, False, (True, True, False)),
        (1700, True, False, (True, True, True)),
        (940, False, False, (True, True, False)),
        (683, False, False, (False, True, False)),
        (683, False, True, (True, False, False)),
        (940, False, True, (True, True, False)),
    ],
)
def test_panes_come_with_the_room(width, several, listing, panes):
    room = find_room(width, several=several, listing=listing)

    assert (room.tree, room.card, room.context) == panes


def test_below_1200_the_context_is_a_link(make_workspace, open_page):
    page = open_page(make_workspace(), width=940)
    page.workspace.show_only(page.workspace.session.assessment().organisations[0].id)

    assert page.context.isHidden()
    assert page.card.head.context.text() == "Context"


def test_the_link_opens_meaning_test_and_context(several):
    several.card.head.context.click()
    opened = several.asides.open
    several.asides.close_it()

    assert opened.accessibleName().startswith("INF-01 ")


def test_at_200_per_cent_the_tree_is_a_button(one, look, press):
    look.choose_text(200)
    one.resize(1366, 692)
    tree = one.tree_pane.isHidden()
    one.card.foot.list.click()

    assert tree
    assert one.card.foot.list.text().startswith("All items 0 of ")
    assert not one.tree_pane.isHidden()
    assert one.card.isHidden()
    look.choose_text(100)


def test_choosing_in_the_list_brings_the_card_back(one, look, press, qtbot):
    look.choose_text(200)
    one.resize(1366, 692)
    one.card.foot.list.click()
    one.tree_pane.opened.emit()

    assert one.tree_pane.isHidden()
    assert one.card.isAncestorOf(QApplication.focusWidget())
    look.choose_text(100)


def test_what_has_no_room_goes_into_more(one):
    one.resize(560, 692)
    one.card.menu.fill()
    offered = [a.text() for a in one.card.foot.menu.actions()]

    assert one.card.foot.park.isHidden()
    assert "Park\tP" in offered


@pytest.mark.parametrize("width", [1198, 940])
def test_nothing_is_wider_than_the_card(make_workspace, open_page, width):
    kinds = ("acute", "gp", "care-home", "local-authority", "community", "urgent-care")
    partners = tuple(Newcomer(f"{LONG} {n}", KindId(k)) for n, k in enumerate(kinds))
    page = open_page(make_workspace(organisations=partners), width=width)

    assert page.card.area.horizontalScrollBar().maximum() == 0
    assert page.width() == width


def test_one_of_several_is_named_in_the_question(several):
    several.workspace.show_only(several.workspace.session.assessment().organisations[1].id)

    assert several.question() == "Hill Practice: what level are we at today?"
    assert not several.card.rows.isHidden()


def test_nothing_in_scope_says_what_to_do(one):
    domains = [d.id for d in one.workspace.session.assessment().checklist.domains]
    one.workspace.run(lambda s: s.scope.change({"domains_out": domains}))

    assert one._stack.currentIndex() == 1
    assert one.headline() == "Nothing is asked here."


def test_nobody_to_ask_says_what_to_do(one):
    organisation = one.workspace.session.assessment().organisations[0].id
    one.workspace.run(lambda s: s.organisations.leave(organisation))

    assert one._stack.currentIndex() == 2


def test_an_organisation_that_comes_back_is_asked_again(one):
    organisation = one.workspace.session.assessment().organisations[0].id
    one.workspace.run(lambda s: s.organisations.leave(organisation))
    one.workspace.run(lambda s: s.organisations.return_(organisation))

    assert one._stack.currentIndex() == 0
    assert one.place.organisation == organisation


def test_f6_has_a_place_in_every_pane(one):
    panes = one.panes()

    assert panes[0] is one.tree_pane.tree
    assert one.card.isAncestorOf(panes[1])
    assert panes[2] is one.context


def test_a_card_asked_for_elsewhere_is_shown(one):
    one.show_item("REC-06")

    assert one.place.capability == "REC-06"
    assert one.tree_pane.capability == "REC-06"


def test_a_domain_out_of_scope_says_so(one):
    one.workspace.run(lambda s: s.scope.change({"domains_out": ["REC"]}))
    one.show_item("REC-06")

    assert one.card.nobody.text == "This domain is out of scope; Set-up can bring it back."
    assert one.context.view._shown.action == "Nobody shown is asked about this."


def test_the_place_itself_has_the_focus_when_there_is_nothing_to_answer(one):
    organisation = one.workspace.session.assessment().organisations[0].id
    one.workspace.run(lambda s: s.organisations.leave(organisation))
    one.focus_first()

    assert one.hasFocus()


def test_what_cannot_be_written_cannot_be_typed(make_workspace, open_page, monkeypatch):
    workspace = make_workspace()
    monkeypatch.setattr(type(workspace.session), "read_only", property(lambda _: True))
    page = open_page(workspace)

    assert page.card.details.note.isReadOnly()
    assert not page.card.foot.dont_know.isEnabled()
    assert page.card.target.change.isHidden()


def test_what_one_stands_on_is_brought_into_view(one, look, press, qtbot):
    one.resize(1198, 420)
    for _ in range(5):
        press(Qt.Key.Key_Down)
    row = one.card.rows.rows[5]

    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: one.card.area.verticalScrollBar().value() > 0)


def test_a_cell_one_stands_on_is_brought_into_view(several, press, qtbot):
    several.resize(1198, 420)
    for _ in range(6):
        press(Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: several.card.area.verticalScrollBar().value() > 0)


def test_another_capability_begins_at_its_top(one, press, qtbot):
    one.resize(1198, 420)
    for _ in range(5):
        press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: one.card.area.verticalScrollBar().value() > 0)
    press(Qt.Key.Key_PageDown)

    qtbot.waitUntil(lambda: one.card.area.verticalScrollBar().value() == 0)


def test_a_field_worked_on_is_wholly_in_view(one, press, qtbot):
    press("x")
    field = one.card.details.other_view

    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())
