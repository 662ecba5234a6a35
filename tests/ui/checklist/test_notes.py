"""Notes save themselves, once, for the pair they were typed for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.session.noun import MAX_TEXT
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui.checklist.note_field import PAUSE_MS

CTRL = Qt.KeyboardModifier.ControlModifier


def here(page):
    return page.place.capability, page.place.organisation


def note(page, pair=None):
    return page._picture.answer(*(pair or here(page))).note


def note_in_file(workspace):
    """The one note of the published document."""
    answers = Session(read_document(workspace.session.document.path)).assessment().answers
    return next(a.note for a in answers.values())


def test_a_note_is_saved_when_it_is_left(one, press):
    press("t")
    press("Because")
    press(Qt.Key.Key_Escape)

    assert note(one) == "Because"
    assert QApplication.focusWidget() is one.card.rows.rows[0]


def test_a_note_is_saved_when_typing_pauses(one, press, qtbot):
    press("t")
    press("Because")
    qtbot.waitUntil(lambda: note(one) == "Because", timeout=PAUSE_MS * 4)

    assert one.card.details.note.hasFocus()


def test_going_on_saves_the_note_for_the_pair_it_was_typed_for(one, press):
    before = here(one)
    press("t")
    press("Because")
    press(Qt.Key.Key_Return, CTRL)

    assert here(one) != before
    assert note(one, before) == "Because"
    assert note(one) == ""
    assert one.card.details.note.text == ""


def test_a_note_that_is_not_new_is_not_written(one, press):
    press("t")
    press("Because")
    press(Qt.Key.Key_Escape)
    revision = one.workspace.session.revision
    press("t")
    press(" ")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_PageDown)

    assert one.workspace.session.revision == revision


def test_an_untouched_note_is_not_written(one, press):
    revision = one.workspace.session.revision
    press("t")
    press(Qt.Key.Key_Escape)

    assert one.workspace.session.revision == revision


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: (page.hide(), page.workspace.publish_at_once()),
        lambda page: page.workspace.close(),
        lambda page: page.workspace.publish_at_once(),
    ],
    ids=["hidden", "closed", "at the end of the system's session"],
)
def test_a_note_is_saved_before_the_page_goes_away(one, press, leave):
    press("t")
    press("Because")
    leave(one)

    assert note_in_file(one.workspace) == "Because"


def test_a_key_of_the_window_saves_the_note_first(one, press):
    press("t")
    press("Because")
    press(Qt.Key.Key_S, CTRL)

    assert note(one) == "Because"


def test_undo_shows_in_a_note_that_is_not_being_changed(one, press):
    press("t")
    press("Because")
    press(Qt.Key.Key_Escape)
    one.workspace.run(lambda s: s.undo())

    assert one.card.details.note.text == ""


def test_a_note_that_cannot_be_saved_is_kept_for_its_pair(one, press):
    pair = here(one)
    too_long = "a" * (MAX_TEXT + 1)
    one.card.details.note.setPlainText(too_long)
    press(Qt.Key.Key_PageDown)
    elsewhere = one.card.details.note.text
    press(Qt.Key.Key_PageUp)

    assert here(one) == pair
    assert elsewhere == ""
    assert one.card.details.note.text == too_long


def test_typing_goes_on_while_a_note_is_saved(one, press):
    press("t")
    press("One ")
    one.card.details.note.flush()
    press("two")

    assert one.card.details.note.toPlainText() == "One two"


def test_another_view_opens_with_x_and_is_dissent(one, press):
    hidden = one.card.details.other_view.isHidden()
    press("x")
    press("Two teams do it")
    press(Qt.Key.Key_Escape)

    assert hidden
    assert one._picture.answer(*here(one)).dissent == "Two teams do it"
    assert one._picture.outline.disputed == 1


def test_a_noted_view_is_shown_without_asking(one, press):
    press("x")
    press("Two teams do it")
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Escape)
    one.show_item(one._picture.outline.items[0].capability)

    assert not one.card.details.other_view.isHidden()


def test_a_note_grows_with_its_text(one):
    field = one.card.details.note
    low = field.height()
    field.setPlainText("line\n" * 8)

    assert field.height() > low


def test_going_to_a_note_goes_on_after_its_last_word(one, press):
    press("t")
    press("Because")
    press(Qt.Key.Key_Escape)
    press("t")
    press(" of")

    assert one.card.details.note.text == "Because of"


def test_what_is_typed_into_a_note_that_is_only_read_answers_nothing(one, press):
    revision = one.workspace.session.revision
    one.card.details.note.setReadOnly(True)
    press("t")
    press("3depnx")

    assert one.workspace.session.revision == revision
    assert one.card.details.evidence.form.isHidden()
