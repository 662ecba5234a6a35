"""The page of the conditions for change: questions, keys, notes, and what is said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from techmodel.core.conditions import Condition
from techmodel.session.checklist_update import take_update
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui.conditions.factor_list import FactorModel
from techmodel.ui.conditions.page import ConditionsPage
from techmodel.ui.widgets.web_link import WebLink
from techmodel.ui.workspace import Workspace

FIRST, SECOND = "one-message", "public-demand"


@pytest.fixture
def show(qtbot, look):
    def show_(workspace, size=(1198, 650), letters=True):
        page = ConditionsPage(workspace, look, letters=lambda: letters)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.focus_first()
        return page

    return show_


@pytest.fixture
def page(show, workspace):
    return show(workspace)


def press(page, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or page.card.rows.current(), key, held)


def given(page):
    return {c.factor: c.level for c in page.workspace.session.conditions.all().values()}


def shown(page):
    return page.list.factors.factors[page.list.currentIndex().row()].id


def test_digits_answer_and_ctrl_enter_goes_on_to_the_next(page):
    press(page, Qt.Key.Key_2)
    assert page.header.headline.startswith("1 of 10 answered; 1 is weak: One message")
    assert shown(page) == FIRST

    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_5)
    assert given(page) == {FIRST: 2, SECOND: 5}


def test_a_row_answers_with_space_and_is_the_one_chosen(page):
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Space)

    assert given(page) == {FIRST: 1}
    assert [row.line.chosen for row in page.card.rows.rows] == [n == 1 for n in range(6)]
    assert page.card.rows.rows[1].accessibleName().startswith("1. Different bodies tell")


def test_digits_do_not_answer_where_settings_turn_them_off_or_a_note_is_written(show, workspace):
    page = show(workspace, letters=False)
    press(page, Qt.Key.Key_2)
    assert given(page) == {}

    page.card.rows.rows[3].click()
    page.card.note.begin()
    press(page, Qt.Key.Key_1)
    assert given(page) == {FIRST: 3}


def test_a_note_is_kept_when_it_is_left_and_needs_a_level_first(page):
    assert page.card.note.isReadOnly()
    press(page, Qt.Key.Key_4)
    press(page, Qt.Key.Key_T)
    QTest.keyClicks(page.card.note, "Asked around.")
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_PageDown)

    held = page.workspace.session.conditions.all()
    assert held == {FIRST: Condition(FIRST, 4, "Asked around.")}
    assert shown(page) == SECOND
    assert page.card.note.toPlainText() == ""


def test_an_answer_can_be_taken_back(page):
    press(page, Qt.Key.Key_4)
    page.card.clear.click()

    assert given(page) == {}
    assert page.card.clear.isHidden()
    assert page.card.rows.current().hasFocus()


def test_the_list_leads_to_a_question_and_says_how_it_stands(page):
    press(page, Qt.Key.Key_1)
    page.list.choose(1)
    said = [page.list.factors.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in (0, 1)]

    assert page.card.before.isEnabled()
    assert said == [
        "One message from above, level 1, weak",
        "Residents and patients want it, not answered",
    ]
    page.card.before.click()
    assert shown(page) == FIRST


def test_next_begins_again_at_the_first_and_ends_when_all_are_answered(page):
    ids = [f.id for f in page.workspace.session.conditions.factors()]
    page.workspace.run(lambda s: s.conditions.give_many(dict.fromkeys(ids[1:], 3)))
    page.go(5)
    page.go_to_next()
    assert shown(page) == FIRST

    press(page, Qt.Key.Key_3)
    page.go_to_next()
    assert shown(page) == FIRST
    assert not page.card.next.isEnabled()
    assert page.header.headline == "10 of 10 answered; none of these is weak."


def test_where_there_is_no_room_a_box_stands_for_the_list(show, workspace):
    page = show(workspace, (700, 600))
    assert page.list.isHidden()
    assert page.box.itemText(0) == "One message from above (not answered)"

    page.box.setCurrentIndex(2)
    page.box.activated.emit(2)
    assert shown(page) == "clinicians"
    assert page.panes()[0] is page.box


def test_a_checklist_without_conditions_says_what_to_do(show, workspace):
    session = workspace.session
    take_update(session, replace(session.assessment().checklist, version="9", conditions=None))
    page = show(workspace)

    assert page.header.headline.startswith("The checklist of this assessment does not ask")
    assert page.panes() == (page,)
    page.go_to_next()
    assert given(page) == {}


def test_an_assessment_opened_for_reading_is_only_shown(show, workspace, qtbot):
    workspace.session.conditions.give(FIRST, 2, "Why")
    workspace.session.document.publish()
    held = Workspace(Session(read_document(workspace.session.document.path)))
    page = show(held)
    page.go(0)
    page.focus_first()
    with qtbot.waitSignal(held.failed):
        press(page, Qt.Key.Key_5)

    assert given(page) == {FIRST: 2}
    assert page.card.note.isReadOnly()
    assert page.card.clear.isHidden()
    held.close()


def test_the_address_of_the_source_is_asked_about_before_it_is_opened(page, monkeypatch):
    asked = []
    monkeypatch.setattr("techmodel.ui.ask.choose", lambda *_, detail, **__: asked.append(detail))
    link = page.card.findChild(WebLink)
    link.link.click()

    assert link.link.text() == "Web page at nhsproviders.org"
    (detail,) = asked
    assert detail.replace("\u200b", "") == "https://nhsproviders.org/learning-from-the-vanguards"


def test_undo_shows_what_was_there(page):
    press(page, Qt.Key.Key_4)
    page.workspace.run(lambda s: s.undo())

    assert not any(row.line.chosen for row in page.card.rows.rows)


def test_everything_has_a_name(page, unnamed_focusables):
    assert unnamed_focusables(page) == []


def test_the_list_is_a_sound_model(workspace, qtmodeltester):
    model = FactorModel()
    model.show(workspace.session.conditions.factors(), {})

    qtmodeltester.check(model)


def test_tab_goes_from_the_levels_down_the_card(page):
    press(page, Qt.Key.Key_2)
    reached = []
    for _ in range(3):
        press(page, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached == [page.card.clear, page.card.note, page.findChild(WebLink).link]
