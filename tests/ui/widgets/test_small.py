"""Words, notices, empty states and lines of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import Look, Theme
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.notices import Banner, Choice, Note
from techmodel.ui.widgets.words import pane, restyle, rule, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_nobodys_words_become_markup(qtbot: QtBot) -> None:
    label = words("<b>Trust</b> & sons", "hint", wrap=True)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.property("role") == "hint"


def test_a_rule_is_one_pixel(look: Look, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    line = rule("strong")
    QVBoxLayout(box).addWidget(line)
    line.ensurePolished()

    assert line.maximumHeight() == 1


def test_a_pane_can_change_its_kind(look: Look, qtbot: QtBot) -> None:
    frame = pane("side")
    qtbot.addWidget(frame)
    frame.resize(20, 20)
    before = frame.grab().toImage().pixelColor(10, 10)
    frame.setProperty("pane", "page")
    restyle(frame)

    assert before == look.colour("bg")
    assert frame.grab().toImage().pixelColor(10, 10) == look.colour("surface")


def test_a_note_says_its_sentence(qtbot: QtBot) -> None:
    note = Note("Row 7 needs a kind.", "stop")
    qtbot.addWidget(note)
    note.say("Exported.", "done")

    assert (note.text, note.kind, note.accessibleName()) == ("Exported.", "done", "Exported.")


def test_a_banner_has_verbs_and_a_way_to_close(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner("The drive has gone.", "warn", [Choice("Try again", lambda: done.append("x"))])
    qtbot.addWidget(banner)
    buttons = banner.findChildren(QPushButton)
    buttons[0].click()
    with qtbot.waitSignal(banner.closed):
        buttons[1].click()

    assert [b.text() for b in buttons] == ["Try again", "Close"]
    assert done == ["x"]


def test_a_header_says_question_and_answer(qtbot: QtBot) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.say("Where are we?", "45 of 74.")
    header.show_actions([QPushButton("Copy")])

    assert (header.question, header.headline) == ("Where are we?", "45 of 74.")
    assert header.accessibleName() == "Where are we? 45 of 74."


def test_an_empty_state_offers_ways_one_filled(
    look: Look, qtbot: QtBot, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    done: list[int] = []
    ways = [Way("tick", f"Way {n}", "Text", f"Do {n}", lambda n=n: done.append(n)) for n in (1, 2)]
    empty = EmptyState(look, "Nothing yet", "Begin here.", ways)
    qtbot.addWidget(empty)
    empty.buttons[1].click()
    look.choose_theme(Theme.DARK)

    assert [b.property("role") for b in empty.buttons] == ["primary", None]
    assert done == [2]
    assert unnamed_focusables(empty) == []


def test_widgets_flow_into_lines(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(10, box, between=4)
    labels = [QLabel() for _ in range(3)]
    for label in labels:
        label.setFixedSize(QSize(100, 20))
        flow.addWidget(label)
    box.resize(220, 200)
    box.show()

    assert [label.pos().toTuple() for label in labels] == [(0, 0), (110, 0), (0, 24)]
    assert flow.heightForWidth(220) == 44
    assert flow.heightForWidth(320) == 20
    assert flow.minimumSize() == flow.sizeHint() == QSize(100, 20)


def test_a_flow_hands_out_and_gives_up_its_items(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(4, box)
    flow.addWidget(QLabel("a"))

    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 0
    assert flow.hasHeightForWidth()
    assert flow.expandingDirections() == Qt.Orientation(0)
