"""The window: place on the screen, keys between panes, files dropped on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.look import Look, Theme
from techmodel.ui.main_window import FIRST_SIZE, TITLE_BAR, MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NAMES = (PlaceName("start", "Start", "start"), PlaceName("gaps", "Gaps", "gaps"))


class Copying(QLineEdit):
    def copy(self) -> None:
        QGuiApplication.clipboard().setText("copied")


def page(parent: QWidget) -> QWidget:
    made = QWidget(parent)
    field = Copying()
    field.setAccessibleName("Field")
    QVBoxLayout(made).addWidget(field)
    return made


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(look, NAMES)
    qtbot.addWidget(made)
    frame = Frame(look, made.actions_, [Place(n, page) for n in NAMES], made.menus, made)
    made.put(frame, "a.techmodel")
    frame.go("start")
    made.show()
    yield made
    made.may_close = lambda: True


def mime(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_the_title_names_file_place_and_program(window: MainWindow) -> None:
    assert window.windowTitle() == "a.techmodel — Start — techmodel"


def test_a_new_frame_takes_the_place_of_the_old(window: MainWindow, look: Look) -> None:
    old = window.frame
    frame = Frame(look, window.actions_, [Place(n, page) for n in NAMES], window.menus, window)
    window.put(frame, "")
    frame.go("gaps")

    assert window.frame is frame is not old
    assert window.windowTitle() == "Gaps — techmodel"


def test_places_have_keys(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert window.frame.place == "gaps"


def test_the_place_of_the_window_is_remembered(
    window: MainWindow, look: Look, qtbot: QtBot
) -> None:
    window.setGeometry(20, 30, 700, 500)
    again = MainWindow(look, NAMES, window.place_to_remember)
    qtbot.addWidget(again)

    assert again.size() == window.size()


@pytest.mark.parametrize("geometry", ["", "nonsense", "Å"])
def test_a_place_that_makes_no_sense_is_the_first(geometry: str, look: Look, qtbot: QtBot) -> None:
    again = MainWindow(look, NAMES, geometry)
    qtbot.addWidget(again)

    screen = again.screen().availableGeometry()

    assert (again.width(), again.height()) == (
        min(FIRST_SIZE[0], screen.width()),
        min(FIRST_SIZE[1], screen.height() - TITLE_BAR),
    )


def test_a_window_is_never_off_the_screen(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.setGeometry(90_000, 90_000, 700, 500)
    again = MainWindow(look, NAMES, window.place_to_remember)
    qtbot.addWidget(again)
    screens = [s.availableGeometry() for s in QGuiApplication.screens()]

    assert any(s.intersects(again.geometry()) for s in screens)


def test_text_size_has_keys(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    a = window.actions_
    sizes = []
    for action in (a.larger, a.larger, a.smaller, a.normal):
        with qtbot.waitSignal(look.changed):
            action.trigger()
        sizes.append(look.text)

    assert sizes == [110, 120, 110, 100]


def test_many_key_presses_change_the_text_once(
    window: MainWindow, look: Look, qtbot: QtBot
) -> None:
    sizes: list[int] = []
    look.changed.connect(lambda: sizes.append(look.text))
    for _ in range(15):
        window.actions_.larger.trigger()
    qtbot.waitUntil(lambda: bool(sizes))

    assert sizes == [200]


def test_the_theme_is_chosen_from_the_menu(window: MainWindow, look: Look) -> None:
    dark = next(a for a in window.actions_.themes.actions() if a.data() == Theme.DARK)
    dark.trigger()

    assert look.choice is Theme.DARK
    assert dark.isChecked()


def test_recent_documents_can_be_opened_again(window: MainWindow, qtbot: QtBot) -> None:
    window.list_recent([("/x/a.techmodel", "A & B"), ("/x/b.techmodel", "")])
    actions = window.recent.actions()
    with qtbot.waitSignal(window.file_wanted) as heard:
        window.recent.triggered.emit(actions[0])

    assert [a.text() for a in actions] == ["A && B", "/x/b.techmodel"]
    assert heard.args == [Path("/x/a.techmodel")]


def test_without_recent_documents_the_menu_is_off(window: MainWindow) -> None:
    window.list_recent([])

    assert not window.recent.isEnabled()


def test_panes_are_reached_in_turn(window: MainWindow) -> None:
    seen = []
    window.frame.rail.item("start").setFocus()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    field, rail = window.frame.page.findChildren(QLineEdit)[0], window.frame.rail.item("start")
    assert seen == [field, rail, field]
    assert QApplication.focusWidget() is rail


def test_copy_goes_to_whoever_has_the_focus(window: MainWindow) -> None:
    window.frame.rail.item("start").setFocus()
    window.actions_.copy.trigger()
    window.frame.page.findChildren(QLineEdit)[0].setFocus()
    window.actions_.copy.trigger()

    assert QGuiApplication.clipboard().text() == "copied"


def test_question_mark_asks_for_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.actions_.keys.triggered):
        QTest.keyClick(window, "?")


def test_a_question_mark_in_a_field_is_text(window: MainWindow, qtbot: QtBot) -> None:
    field = window.frame.page.findChildren(QLineEdit)[0]
    with qtbot.assertNotEmitted(window.actions_.keys.triggered):
        QTest.keyClick(field, "?")

    assert field.text() == "?"


def test_the_window_stays_when_it_may_not_close(window: MainWindow, qtbot: QtBot) -> None:
    window.may_close = lambda: False
    with qtbot.assertNotEmitted(window.closing):
        window.close()
    stays = window.isVisible()
    window.may_close = lambda: True
    with qtbot.waitSignal(window.closing):
        window.actions_.quit.trigger()

    assert stays
    assert not window.isVisible()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_coming_forward_leaves_the_task_bar(window: MainWindow) -> None:
    window.showMinimized()
    window.raise_window()

    assert not window.isMinimized()


@pytest.mark.parametrize(
    ("urls", "taken"),
    [
        (("file:///x/a.techmodel",), True),
        (("https://example.org/a.techmodel",), False),
        (("file:///x/a", "file:///x/b"), False),
        ((), False),
    ],
)
def test_one_file_can_be_dropped(
    window: MainWindow, urls: tuple[str, ...], taken: bool, qtbot: QtBot
) -> None:
    data = mime(*urls)
    copy, none, left = (
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
    )
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    heard: list[object] = []
    window.file_wanted.connect(heard.append)
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))

    assert enter.isAccepted() is taken
    assert heard == ([Path("/x/a.techmodel")] if taken else [])
