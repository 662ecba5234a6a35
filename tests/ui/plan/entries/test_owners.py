"""The owners view: who answers for what, what nobody does, and the way there."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from techmodel.ui.plan.owners.view import OwnersView


@pytest.fixture
def view(show, workspace):
    session = workspace.session
    session.plan.add_own("Shared record", owner="Architect")
    session.raid.add(text="Late supplier", owner="architect ", due=dt.date(2026, 10, 1))
    session.raid.add(text="Nobody’s risk")
    session.benefits.add(name="Fewer tests", owner="Clinical lead")
    return show(OwnersView, workspace)


def owned(view):
    model = view.owned.model()
    return {model.index(n, 0).data() for n in range(model.rowCount())}


def choose(view, name):
    model = view.owners.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    view.owners.setCurrentIndex(model.index(row, 0))


def test_a_role_is_one_however_it_is_written_and_nobody_comes_last(view):
    model = view.owners.model()

    names = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert names == ["Everybody", "Architect", "Clinical lead", "Nobody yet"]


def test_choosing_a_role_shows_what_it_answers_for(view):
    assert len(owned(view)) == 4
    choose(view, "Nobody yet")
    assert owned(view) == {"Nobody’s risk"}
    choose(view, "Clinical lead")

    assert owned(view) == {"Fewer tests"}


def test_the_headline_counts_what_has_no_owner_and_what_is_late(view):
    said = view.headline()

    assert said == "2 roles answer for 3 things. 1 thing has no owner. 1 thing is late."


@pytest.mark.parametrize(
    ("role", "place"),
    [("Nobody yet", "risks:R"), ("Clinical lead", "benefits:B"), ("Architect", "risks:R")],
)
def test_enter_goes_to_where_a_thing_is_changed(view, qtbot, role, place):
    choose(view, role)
    QTest.keyClick(view.owners, Qt.Key.Key_Return)
    view.owned.selectRow(0)
    with qtbot.waitSignal(view.place_wanted) as wanted:
        QTest.keyClick(view.owned, Qt.Key.Key_Return)

    assert wanted.args[0] == "plan"
    assert wanted.args[1].startswith(place)


def test_late_kinds_and_words_are_filters(view):
    view.late.click()
    assert owned(view) == {"Late supplier"}
    view.late.click()
    view.kind.setCurrentIndex(view.kind.findData("benefit"))
    assert owned(view) == {"Fewer tests"}
    view.words.setText("nothing like it")

    assert owned(view) == set()
    assert view.nothing.isVisible()


def test_a_role_stays_chosen_while_things_change(view, workspace):
    choose(view, "Clinical lead")
    workspace.run(lambda s: s.raid.add(text="Another", owner="Clinical lead"))

    assert owned(view) == {"Fewer tests", "Another"}


def test_owners_are_copied_with_heads(view):
    view.owners.clearSelection()
    view.owners.copy()
    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0] == "Owner\tOwns\tLate\tNext date\tCosts"
    assert lines[2] == "Architect\t2\t1\t1 Oct 2026\t"


def test_before_there_is_anything_one_is_sent_to_where_it_begins(show, workspace, qtbot):
    view = show(OwnersView, workspace)
    with qtbot.waitSignal(view.place_wanted) as wanted:
        view.empty.buttons[1].click()

    assert wanted.args == ["plan", "risks"]
    assert view.headline() == "Nothing is planned that anybody could answer for."


def test_the_tables_stand_under_each_other_where_it_is_narrow(show, view, workspace):
    narrow = show(OwnersView, workspace, (640, 560))

    assert narrow.owned.mapTo(narrow, narrow.owned.rect().topLeft()).y() > 100
    assert narrow.owned.mapTo(narrow, narrow.owned.rect().topLeft()).x() == 0


def test_everything_that_can_have_the_focus_has_a_name(view, unnamed_focusables):
    assert unnamed_focusables(view) == []
