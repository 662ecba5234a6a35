"""One evening with the keyboard alone: every question an acute trust is asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.core.answers import State
from techmodel.session.session import Session
from techmodel.store.working_file import Document
from techmodel.ui import ask

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = "012345dn"
"""Pressed in turn, one a question."""


def states(session):
    """State and level of every asked pair, in checklist order."""
    return [(p.state, p.level) for c in session.gaps().capabilities for p in c.pairs.values()]


def expected(count):
    """What pressing KEYS in turn gives for so many questions."""
    other = {"d": State.DONT_KNOW, "n": State.NOT_APPLICABLE}
    pressed = [KEYS[n % len(KEYS)] for n in range(count)]
    return [(other[k], None) if k in other else (State.LEVEL, int(k)) for k in pressed]


def test_every_question_is_answered_from_the_keyboard(one, press, monkeypatch):
    monkeypatch.setattr(ask, "text", lambda *_: "We have no such service")
    items = [i.capability for i in one._picture.outline.items]
    seen = []
    for n in range(len(items)):
        seen.append(one.place.capability)
        press(KEYS[n % len(KEYS)])
        if n % 10 == 0:
            press("t")
            press("Why so")
            press(Qt.Key.Key_Escape)
        if n % 20 == 0:
            press("ea")
            press("Usage log")
            press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return, CTRL)

    assert seen == items
    assert states(one.workspace.session) == expected(len(items))
    assert len(one.workspace.session.assessment().evidence) == -(-len(items) // 20)
    assert one.headline().startswith(f"{one._picture.outline.settled} of {len(items)} answered.")


def test_what_was_typed_is_there_after_opening_the_document_again(one, press, work):
    for _ in range(5):
        press("3")
        press(Qt.Key.Key_Return, CTRL)
    path = one.workspace.session.document.path
    one.workspace.close()
    document = Document.open(path, work)
    again = Session(document.file, document)

    assert states(again)[:5] == [(State.LEVEL, 3)] * 5
    document.close(publish=False)


def test_the_focus_never_leaves_the_card_on_the_way(one, press):
    for _ in range(8):
        press("2")
        press(Qt.Key.Key_Return, CTRL)

        assert one.card.isAncestorOf(QApplication.focusWidget())


def test_a_whole_partnership_is_answered_row_by_row(several, press):
    items = [i.capability for i in several._picture.outline.items]
    several.show_item(items[0])
    several.focus_first()
    for _ in items:
        press("r")
        press("4" * len(several._picture.partners(several.place.capability)))
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return, CTRL)

    assert {level for _, level in states(several.workspace.session)} == {4}
    assert several.headline() == f"All {len(items)} are settled."
