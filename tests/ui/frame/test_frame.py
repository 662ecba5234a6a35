"""The frame shows places, pages from menus, and fits the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from techmodel.ui.frame.extra import Extra
from techmodel.ui.frame.notice_area import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.frame.frame import Frame
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow


def test_a_place_is_made_when_it_is_first_shown(frame: Frame) -> None:
    before = set(frame._made)
    frame.go("checklist")
    page = frame.page
    frame.go("start")
    frame.go("checklist")

    assert before == {"start"}
    assert frame.page is page


def test_a_place_that_is_not_kept_is_made_anew(frame: Frame) -> None:
    first = frame.page
    frame._places["start"] = frame._places["start"]._replace(keep=False)
    frame.go("start")

    assert frame.page is not first


def test_the_place_shown_is_marked_and_said(frame: Frame, window: MainWindow) -> None:
    frame.rail.item("checklist").click()

    assert frame.place == "checklist"
    assert frame.rail.item("checklist").isChecked()
    assert not frame.rail.item("start").isChecked()
    assert window.windowTitle() == "Checklist — techmodel"


def test_the_focus_goes_where_work_begins(frame: Frame) -> None:
    frame.go("checklist")
    QApplication.processEvents()

    assert frame.page.isAncestorOf(QApplication.focusWidget())


def test_one_thing_is_brought_into_view(frame: Frame) -> None:
    frame.go("checklist", "REC-06")

    assert frame.page.items == ["REC-06"]  # type: ignore[attr-defined]


def test_a_page_from_a_menu_has_a_way_back(
    frame: Frame, look: Look, small: Callable[[], QWidget]
) -> None:
    frame.go("checklist")
    page = small()
    frame.show_extra(Extra(look, page), "History")
    shown = frame.page
    next(b for b in frame.findChildren(QPushButton) if b.text() == "Back to Checklist").click()

    assert shown is page
    assert frame.page is not page
    assert frame.place == "checklist"


def test_escape_leads_back(
    frame: Frame, window: MainWindow, look: Look, small: Callable[[], QWidget]
) -> None:
    frame.show_extra(Extra(look, small()), "History")
    titled = window.windowTitle()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert (titled, window.windowTitle()) == ("History — techmodel", "Start — techmodel")
    assert not frame.escape()


def test_a_page_with_something_unsaved_is_not_left(
    frame: Frame, look: Look, small: Callable[[], QWidget]
) -> None:
    page = small()
    page.leave = False  # type: ignore[attr-defined]
    frame.show_extra(Extra(look, page), "New")
    frame.rail.item("checklist").click()
    kept = frame.page
    frame.back_at_once()

    assert kept is page
    assert frame.place == "start"


def test_a_second_page_from_a_menu_takes_the_place_of_the_first(
    frame: Frame, look: Look, small: Callable[[], QWidget]
) -> None:
    first, second = small(), small()
    frame.show_extra(Extra(look, first), "History")
    frame.show_extra(Extra(look, second), "Settings")

    assert frame.page is second
    assert frame.back()
    assert not frame.back()


def test_a_refusal_goes_before_the_way_back(
    frame: Frame, look: Look, small: Callable[[], QWidget]
) -> None:
    frame.show_extra(Extra(look, small()), "History")
    frame.notices.put(REFUSED, "Not so.")
    frame.escape()

    assert frame.notices.text(REFUSED) == ""
    assert frame._extra is not None


@pytest.mark.parametrize(
    ("width", "text", "shape"),
    [
        (1300, 100, (True, False, False)),
        (1000, 100, (True, True, False)),
        (1300, 150, (True, True, False)),
        (1300, 200, (False, True, True)),
    ],
)
def test_the_frame_fits_the_width(
    window: MainWindow, look: Look, width: int, text: int, shape: tuple[bool, ...]
) -> None:
    window.show()
    frame = window.frame
    look.choose_text(text)
    window.resize(width, 800)
    QApplication.processEvents()
    compact = frame._compact is not None and frame._compact.isVisible()

    assert (frame.rail.isVisible(), frame.rail._narrow, compact) == shape


def test_the_compact_bar_knows_where_we_are(frame: Frame, window: MainWindow, look: Look) -> None:
    frame.go("checklist")
    look.choose_text(200)
    QApplication.processEvents()
    before = frame.compact._places.text()
    frame.go("start")
    look.choose_text(100)

    assert (before, frame.compact._places.text()) == ("Checklist", "Start")
    assert not frame.compact.isVisible()


def test_panes_follow_reading_order(frame: Frame, look: Look) -> None:
    wide = frame.panes()
    look.choose_text(200)

    assert wide == [frame.rail.item("start"), frame.top.first_focus(), frame.page]
    assert frame.panes() == [frame.compact.first_focus(), frame.page]


def test_everything_that_can_have_the_focus_has_a_name(
    frame: Frame, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_focusables(frame) == []
