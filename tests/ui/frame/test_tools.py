"""Filter, search, undo, redo, saving and refusals, on a real assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem, Refused
from techmodel.session.organisations import Newcomer
from techmodel.ui.frame.notice_area import REFUSED
from techmodel.ui.frame.saved import Saved
from techmodel.ui.frame.saving_notice import KEY, SPARE, WAITING
from techmodel.ui.frame.told import Told
from techmodel.ui.waiting import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.frame.tools import Tools
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.workspace import Workspace


def answer(session: Session) -> Touched:
    gap = session.gaps().capabilities[0]
    return session.answers.give(gap.id, next(iter(gap.pairs)), Value(State.LEVEL, 3))


def refuse(_: Session) -> Touched:
    raise Refused("Not so.")


def saved(window: MainWindow) -> Saved:
    return window.frame.top.findChildren(Saved)[0]


def test_progress_and_title_follow_the_assessment(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.run(answer)
    workspace.run(lambda s: s.scope.entitle("Another title"))

    assert window.frame.rail._count.text().startswith("1 of ")
    assert window.frame.rail._title.text() == "Another title"


def test_undo_names_what_it_takes_back_and_its_day(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    off = window.actions_.undo.isEnabled()
    workspace.run(lambda s: s.scope.entitle("A & B"))

    assert not off
    assert window.actions_.undo.text() == "&Undo “Title: A && B”, today"
    assert "A & B" in _tip(window, "Undo")


def _tip(window: MainWindow, text: str) -> str:
    buttons = window.frame.top.findChildren(QPushButton)
    return next(b.toolTip() for b in buttons if b.text() == text)


def test_undo_and_redo_work_from_the_window(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    before = workspace.session.assessment().title
    workspace.run(lambda s: s.scope.entitle("Another"))
    window.actions_.undo.trigger()
    undone = workspace.session.assessment().title
    window.actions_.redo.trigger()

    assert (undone, workspace.session.assessment().title) == (before, "Another")
    assert window.actions_.undo.text().startswith("&Undo “Title: Another")


def test_what_was_taken_back_is_told_for_a_moment(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    told = window.frame.findChild(Told)
    assert told is not None
    workspace.run(lambda s: s.scope.entitle("Another"))
    window.actions_.undo.trigger()
    first = (told.isVisible(), told.text)
    window.actions_.redo.trigger()

    assert first == (True, "Taken back: Title: Another")
    assert told.text == "Done again: Title: Another"
    told._timer.timeout.emit()
    assert not told.isVisible()


def test_a_document_changed_underneath_offers_both_versions_once(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.publisher.problem = "It was changed meanwhile."
    workspace.publisher.changed_underneath = True
    workspace.failed.emit(workspace.problem)
    workspace.saving_changed.emit()
    verbs = [b.text() for b in window.frame.notices.findChildren(QPushButton)]

    assert window.frame.notices.text(REFUSED) == ""
    assert verbs[:-1] == ["Merge both…", "See theirs", "Save mine as a copy…", "Keep mine as main"]
    assert verbs[-1] == "Close"


def test_an_answer_that_waits_is_said_until_it_is_saved(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    full = [FileProblem("Your last change is not saved yet: the disk is full.")]

    def verb(session: Session) -> Touched:
        if full:
            raise full[0]
        return session.scope.entitle("Room A")

    workspace.run(verb, Unsaved("level 3 for Riverside Trust"))
    workspace.run(verb, Unsaved("level 2 for Riverside Trust"))
    told = (window.frame.notices.text(WAITING), saved(window).text)
    full.clear()
    verbs = {b.text(): b for b in window.frame.notices.findChildren(QPushButton)}
    verbs["Try again"].click()

    assert told[0].endswith("full.\nNot saved yet: level 3 for Riverside Trust and 1 more.")
    assert told[1] == "Not saved yet"
    assert window.frame.notices.text(WAITING) == ""
    assert workspace.session.assessment().title == "Room A"


def test_a_spare_copy_that_cannot_be_made_is_said_until_it_can(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.spare.problem = "Saved. We could not make a spare copy."
    workspace.spare.changed.emit()
    shown = window.frame.notices.text(SPARE)
    workspace.spare.problem = ""
    workspace.spare.changed.emit()
    gone = window.frame.notices.text(SPARE)
    workspace.spare.told.emit("The oldest were removed.")

    assert (shown, gone) == ("Saved. We could not make a spare copy.", "")
    assert window.frame.notices.text(SPARE) == "The oldest were removed."


def test_undo_takes_away_what_waits_before_what_is_saved(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    def full(_: Session) -> Touched:
        raise FileProblem("Full.")

    revision = workspace.session.revision
    workspace.run(answer)
    workspace.run(full, Unsaved("level 3"))
    window.actions_.undo.trigger()

    assert workspace.waiting.things == ()
    assert workspace.session.revision == revision + 1


def test_a_notice_is_reached_with_f6_and_before_the_page_with_tab(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.run(refuse)
    QApplication.processEvents()
    window.frame.top.first_focus().setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    reached = QApplication.focusWidget()
    QTest.keyClick(reached, Qt.Key.Key_Tab)

    assert isinstance(reached, QPushButton)
    assert reached.accessibleName() == "Close this notice"
    assert QApplication.focusWidget().accessibleName() == "Field"


def test_a_refusal_goes_with_the_next_success(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.run(refuse)
    shown = window.frame.notices.text(REFUSED)
    workspace.run(answer)

    assert (shown, window.frame.notices.text(REFUSED)) == ("Not so.", "")


def test_a_refusal_can_be_closed(tools: Tools, window: MainWindow, workspace: Workspace) -> None:
    workspace.run(refuse)
    closing = [b for b in window.frame.notices.findChildren(QPushButton) if b.text() == "Close"]
    closing[0].click()

    assert window.frame.notices.text(REFUSED) == ""


def test_saved_says_where_the_work_is(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.run(answer)
    during = (saved(window).text, saved(window).toolTip())
    workspace.publish_now()
    workspace.worker.finish()

    assert during[0].startswith("Saved on this laptop")
    assert "copying to" in during[1]
    assert "," not in saved(window).toolTip()


def test_a_saving_problem_stays_until_it_is_over(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    workspace.publisher.problem = "Your work is safe on this laptop. The drive has gone."
    workspace.saving_changed.emit()
    workspace.saving_changed.emit()
    workspace.run(answer)
    shown = window.frame.notices.text(KEY)
    verbs = [b.text() for b in window.frame.notices.findChildren(QPushButton)]
    workspace.publisher.problem = ""
    workspace.saving_changed.emit()

    assert shown == "Your work is safe on this laptop. The drive has gone."
    assert verbs == ["Try again", "Save a copy…", "Close"]
    assert window.frame.notices.text(KEY) == ""


def test_the_filter_lists_all_and_each(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    box = window.frame.top.findChildren(QComboBox)[0]
    names = [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(2)
    box.activated.emit(2)

    assert names == [
        "All 3 organisations",
        "Riverside Trust",
        "Hill Practice",
        "Meadow Care Home",
    ]
    assert workspace.showing == workspace.session.assessment().scope[1].id


def test_the_filter_follows_the_organisations(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    first = workspace.session.assessment().scope[0].id
    workspace.run(lambda s: s.organisations.rename(first, "Riverside & Vale"))
    box = window.frame.top.findChildren(QComboBox)[0]

    assert box.itemText(1) == "Riverside & Vale"


def test_the_filter_is_in_the_menu_as_well(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    window.showing.aboutToShow.emit()
    actions = window.showing.actions()
    window.showing.triggered.emit(actions[1])

    assert [a.isChecked() for a in actions] == [True, False, False, False]
    assert workspace.showing == workspace.session.assessment().scope[0].id


def test_one_organisation_leaves_nothing_to_choose(
    make_workspace: Callable[..., Workspace], look: Look, qtbot: QtBot
) -> None:
    from techmodel.core.checklist import KindId
    from techmodel.ui.frame.showing import Showing

    alone = make_workspace(organisations=(Newcomer("Only One", KindId("gp")),))
    box = Showing(look, alone)
    qtbot.addWidget(box)

    assert (box.count(), box.currentText(), box.isEnabled()) == (1, "Only One", False)


def test_search_opens_the_card(tools: Tools, window: MainWindow, checklist: object) -> None:
    tools.start_search()
    QTest.keyClicks(tools.search, "record")
    found = window.findChildren(QListWidget)[0]
    count = found.count()
    QTest.keyClick(tools.search, Qt.Key.Key_Down)
    chosen = found.currentItem().data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(tools.search, Qt.Key.Key_Return)

    assert count > 1
    assert window.frame.page.items == [chosen]  # type: ignore[attr-defined]
    assert tools.search.text() == ""


def test_search_says_when_nothing_is_found(tools: Tools, window: MainWindow) -> None:
    tools.start_search()
    QTest.keyClicks(tools.search, "xyzzy")
    popup = window.findChildren(QListWidget)[0].parentWidget()
    shown = popup.isVisible()
    QTest.keyClick(tools.search, Qt.Key.Key_Return)
    QTest.keyClick(tools.search, Qt.Key.Key_Escape)

    assert shown
    assert not popup.isVisible()
    assert tools.search.text() == ""


def test_the_list_stays_below_its_field(tools: Tools, window: MainWindow) -> None:
    tools.start_search()
    QTest.keyClicks(tools.search, "record")
    popup = window.findChildren(QListWidget)[0].parentWidget()
    window.resize(1210, 700)
    QApplication.processEvents()

    assert popup.geometry().right() <= window.width()
    assert popup.y() >= tools.search.height()


def test_the_list_goes_when_the_focus_goes(tools: Tools, window: MainWindow) -> None:
    tools.start_search()
    QTest.keyClicks(tools.search, "record")
    popup = window.findChildren(QListWidget)[0].parentWidget()
    window.frame.page.field.setFocus()  # type: ignore[attr-defined]
    QApplication.processEvents()

    assert not popup.isVisible()


def test_search_at_200_per_cent_takes_the_place_of_its_button(
    tools: Tools, window: MainWindow, look: Look
) -> None:
    look.choose_text(200)
    QApplication.processEvents()
    window.actions_.find.trigger()
    field = window.frame.compact._search
    assert field is not None
    shown = field.isVisible()
    QTest.keyClicks(field, "rec")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert shown
    assert not field.isVisible()


def test_a_card_can_be_asked_for_from_any_place(
    tools: Tools, window: MainWindow, workspace: Workspace
) -> None:
    capability = workspace.session.assessment().checklist.capabilities[3].id
    organisation = workspace.session.assessment().scope[1].id
    window.frame.go("start")
    workspace.open_card(capability, organisation)

    assert window.frame.place == "checklist"
    assert window.frame.page.items == [capability]  # type: ignore[attr-defined]
    assert workspace.showing == organisation


def test_let_go_listens_no_more(tools: Tools, window: MainWindow, workspace: Workspace) -> None:
    workspace.run(lambda s: s.scope.entitle("Another"))
    tools.let_go()
    window.actions_.undo.trigger()
    title = workspace.session.assessment().title
    for signal, slot in tools._wires():
        signal.connect(slot)

    assert title == "Another"


@pytest.mark.parametrize("text", [100, 200])
def test_everything_that_can_have_the_focus_has_a_name(
    tools: Tools,
    window: MainWindow,
    look: Look,
    text: int,
    unnamed_focusables: Callable[[QWidget], list[str]],
) -> None:
    look.choose_text(text)
    QApplication.processEvents()

    assert unnamed_focusables(window) == []


def test_esc_in_the_search_gives_the_focus_back(tools: Tools, window: MainWindow) -> None:
    field = window.frame.page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    tools.start_search()
    there = QApplication.focusWidget()
    QTest.keyClicks(there, "care")
    QTest.keyClick(there, Qt.Key.Key_Escape)

    assert there is tools.search
    assert (tools.search.text(), QApplication.focusWidget()) == ("", field)
