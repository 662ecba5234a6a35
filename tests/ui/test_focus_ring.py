"""The ring follows the focus, and leaves alone what draws its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from techmodel.ui.focus_ring import CLEAR, FocusRing, _Ring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look


@pytest.fixture
def window(qapp: QApplication, look: Look, qtbot: QtBot) -> Iterator[QWidget]:
    ring = FocusRing(qapp, look)
    widget = QWidget()
    qtbot.addWidget(widget)
    column = QVBoxLayout(widget)
    for control in (QPushButton("One"), QPushButton("Two"), QLineEdit()):
        column.addWidget(control)
    widget.show()
    yield widget
    widget.hide()
    qapp.focusChanged.disconnect(ring._on_focus_changed)
    ring._let_go()
    ring.deleteLater()


def rings(window: QWidget) -> list[_Ring]:
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    return window.findChildren(_Ring)


def buttons(window: QWidget) -> list[QPushButton]:
    return window.findChildren(QPushButton)


def focus(widget: QWidget, old: QWidget | None = None) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.emit(old, widget)


def test_the_ring_lies_around_the_control(window: QWidget) -> None:
    one = buttons(window)[0]
    focus(one)

    assert rings(window)[0].geometry() == one.geometry().adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)


def test_there_is_one_ring_at_most(window: QWidget) -> None:
    one, two = buttons(window)
    focus(one)
    focus(two, one)

    assert len(rings(window)) == 1


def test_fields_draw_their_own(window: QWidget) -> None:
    focus(window.findChildren(QLineEdit)[0])

    assert rings(window) == []


def test_a_control_can_keep_its_own_ring(window: QWidget) -> None:
    one = buttons(window)[0]
    one.setProperty("ring", "own")
    focus(one)

    assert rings(window) == []


def test_the_ring_moves_along(window: QWidget) -> None:
    one = buttons(window)[0]
    focus(one)
    window.resize(600, 400)
    QApplication.processEvents()

    assert rings(window)[0].geometry().center() == one.geometry().center()


def test_the_ring_is_painted(window: QWidget, look: Look) -> None:
    one = buttons(window)[0]
    focus(one)
    image = window.grab().toImage()
    edge = one.geometry().adjusted(-2, 0, 0, 0)

    assert image.pixelColor(edge.left(), edge.center().y()) == look.colour("focus")


def test_the_ring_goes_with_its_control(window: QWidget) -> None:
    one = buttons(window)[0]
    focus(one)
    one.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()

    assert rings(window) == []


def test_the_ring_of_a_pane_that_scrolls_lies_inside_it(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 100, 100)
    focus(area)

    assert rings(window)[0].geometry() == area.geometry()


def test_what_is_tight_around_a_control_does_not_cut_its_ring(window: QWidget) -> None:
    tight = QWidget(window)
    window.layout().addWidget(tight)
    inner = QHBoxLayout(tight)
    inner.setContentsMargins(0, 0, 0, 0)
    one = QPushButton("Tight", tight)
    inner.addWidget(one)
    QApplication.processEvents()
    focus(one)
    before = rings(window)[0].geometry()
    window.resize(500, 500)
    QApplication.processEvents()

    assert rings(window)[0].parentWidget() is window
    assert window.rect().contains(before)
    assert rings(window)[0].geometry().center() == one.mapTo(window, one.rect().center())
