"""Answering for one organisation with the keyboard and the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import FileProblem
from techmodel.store.assessment_file import AssessmentFile
from techmodel.ui import ask
from techmodel.ui.checklist.level_row import LevelRow

CTRL = Qt.KeyboardModifier.ControlModifier


def here(page):
    return page.place.capability, page.place.organisation


def test_the_headline_counts_answers(one, press):
    press("3")

    assert one.headline().startswith("1 of ")
    assert one.header.headline == one.headline()


def test_one_organisation_alone_is_not_named_in_the_question(one):
    assert one.question() == "What level are we at today?"


@pytest.mark.parametrize("level", range(6))
def test_a_digit_answers_and_stays(one, press, value, level):
    before = here(one)
    press(str(level))

    assert value(one, *before) == ("level", level)
    assert here(one) == before


def test_an_answer_says_saved_beside_its_tick(one, press):
    press("2")
    row = one.card.rows.rows[2]

    assert (row.line.chosen, row.line.told == "Saved", row.isChecked()) == (True, True, True)


def test_saved_is_not_said_of_the_next_capability(one, press):
    press("2")
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageUp)
    one.workspace.session.undo()
    one.refresh()

    assert not any(r.line.told == "Saved" for r in one.card.rows.rows)


def test_an_answer_that_could_not_be_saved_stays_on_the_screen(one, press, monkeypatch, value):
    full = FileProblem("Your last change is not saved yet: this computer's disk is full.")
    with monkeypatch.context() as patch:
        patch.setattr(AssessmentFile, "apply", lambda *_: (_ for _ in ()).throw(full))
        press("2")
        shown, focus = one.card.rows.rows[2].line, QApplication.focusWidget()
        stored = value(one, *here(one))
    press("2")
    then = one.card.rows.rows[2].line

    assert (shown.chosen, shown.told, stored) == (True, "Not saved yet", ("not_answered", None))
    assert shown.words.endswith("Not saved yet.")
    assert focus is one.card.rows.rows[2]
    assert (then.chosen, then.told, value(one, *here(one))) == (True, "Saved", ("level", 2))


def test_d_answers_dont_know_in_a_row_of_its_own(one, press, value):
    press("d")

    assert value(one, *here(one)) == ("dont_know", None)
    assert one.card.rows.rows[6].line.name == "Don’t know"


def test_n_asks_the_reason(one, press, value, monkeypatch):
    monkeypatch.setattr(ask, "text", lambda *_: "No beds here")
    press("n")

    assert value(one, *here(one)) == ("not_applicable", None)
    assert "No beds here" in one.card.rows.rows[6].line.wording


def test_n_without_a_reason_changes_nothing(one, press, value, monkeypatch):
    monkeypatch.setattr(ask, "text", lambda *_: None)
    press("n")

    assert value(one, *here(one)) == ("not_answered", None)


def test_p_parks_and_takes_up_again(one, press):
    press("p")
    parked = one.workspace.session.assessment().answers[here(one)].parked
    press("p")

    assert parked
    assert not one.workspace.session.assessment().answers[here(one)].parked


def test_arrows_move_the_focus_and_answer_nothing(one, press, value):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()

    assert isinstance(focused, LevelRow)
    assert focused.line.key == "2"
    assert value(one, *here(one)) == ("not_answered", None)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose_the_focused_level(one, press, value, key):
    press(Qt.Key.Key_Down)
    press(key)

    assert value(one, *here(one)) == ("level", 1)


def test_a_click_anywhere_on_a_row_chooses_it(one, qtbot, value):
    row = one.card.rows.rows[4]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())

    assert value(one, *here(one)) == ("level", 4)


def test_page_keys_go_to_the_neighbours(one, press):
    first = one.place.capability
    press(Qt.Key.Key_PageDown)
    second = one.place.capability
    press(Qt.Key.Key_PageUp)

    assert second != first
    assert one.place.capability == first


def test_page_up_on_the_first_stays(one, press):
    first = one.place.capability
    press(Qt.Key.Key_PageUp)

    assert one.place.capability == first


def test_ctrl_enter_goes_to_the_next_that_is_not_answered(one, press):
    items = [i.capability for i in one._picture.outline.items]
    press(Qt.Key.Key_PageDown)
    press("3")
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_Return, CTRL)

    assert one.place.capability == items[2]


def test_letters_do_nothing_while_they_are_turned_off(make_workspace, open_page, press, value):
    page = open_page(make_workspace(), letter_keys=lambda: False)
    press("3dp")

    assert value(page, *here(page)) == ("not_answered", None)
    assert not page.card.foot.dont_know.accessibleDescription()


def test_no_letter_answers_while_a_text_has_the_focus(one, press, value):
    press("t")
    press("3dnp")

    assert one.card.details.note.text == "3dnp"
    assert value(one, *here(one)) == ("not_answered", None)


def test_clear_takes_the_answer_away_and_keeps_the_note(one, press, value):
    press("3")
    one.card.answering.note(here(one), "Because")
    one.card.answering.clear()

    assert value(one, *here(one)) == ("not_answered", None)
    assert one.workspace.session.assessment().answers[here(one)].note == "Because"


def test_the_role_goes_with_the_answers_from_then_on(one, press):
    one.card.details.role.setEditText("Digital lead")
    press("3")
    press(Qt.Key.Key_PageDown)
    press("2")
    batches = one.workspace.session.batches()

    assert [b.decided_by for b in batches[-2:]] == ["Digital lead", "Digital lead"]
    assert one.card.details.role.itemText(0) == "Digital lead"


def test_who_decided_last_stands_over_the_note(one, press):
    one.card.details.role.setEditText("Digital lead")
    press("3")

    assert one.card.details._last.text().startswith("Digital lead, ")


def test_undo_shows_in_the_rows(one, press):
    press("3")
    one.workspace.run(lambda s: s.undo())

    assert not any(row.isChecked() for row in one.card.rows.rows)


def test_the_target_row_is_marked(one):
    target = one._picture.gap(one.place.capability).target.level
    marked = [r.line.key for r in one.card.rows.rows if r.line.mark.target]

    assert marked == [str(target)]
    assert f"{target} " in one.card.rows.rows[target].accessibleName()
    assert ", target" in one.card.rows.rows[target].accessibleName()


def test_question_mark_shows_all_keys_and_esc_closes_them(one, press, qtbot):
    press("?")
    pane = one.asides.open
    qtbot.keyClick(pane, Qt.Key.Key_Escape)

    assert pane.accessibleName() == "Keys"
    assert one.asides.open is None


def test_the_last_question_leaves_no_button_for_the_next(one, press):
    gaps = one.workspace.session.gaps()
    for item in gaps.capabilities[1:]:
        if here(one)[1] in item.pairs:
            one.card.answering.show(one._picture, one.place.__class__(item.id, (here(one)[1],)))
            one.card.answering.level(2)
    one.refresh()
    left = one.card.foot.next.isHidden()
    press("1")

    assert left
    assert one.card.foot._done.text() == "Every question has an answer"


def test_a_capability_that_is_not_asked_says_so(one):
    not_asked = next(
        c.id
        for c in one.workspace.session.assessment().capabilities
        if one._picture.outline.of(c.id) is None
    )
    one.show_item(CapabilityId(not_asked))

    assert not one.card.nobody.isHidden()
    assert "not asked" in one.card.nobody.text
    assert one.card.rows.isHidden()


def test_everything_that_can_have_the_focus_has_a_name(one, unnamed_focusables):
    left = unnamed_focusables(one)

    assert left == [], "; ".join(left)


def test_the_focus_follows_the_answer(one, press):
    press("d")
    after_unsure = QApplication.focusWidget()
    press("2")

    assert after_unsure is one.card.rows.rows[6]
    assert QApplication.focusWidget() is one.card.rows.rows[2]


def test_a_row_is_a_radio_button_to_a_screen_reader(one, press):
    press("3")
    row = QAccessible.queryAccessibleInterface(one.card.rows.rows[3])

    assert row.role() == QAccessible.Role.RadioButton
    assert row.state().checked
    assert row.text(QAccessible.Text.Name).startswith("3 Structured")


def test_another_card_begins_at_its_own_answer_not_at_the_row_of_the_last(one, press):
    press("4")
    press(Qt.Key.Key_PageDown)
    first = QApplication.focusWidget()
    press("2")
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_PageDown)

    assert first is one.card.rows.rows[0]
    assert QApplication.focusWidget() is one.card.rows.rows[2]


def test_ctrl_enter_goes_on_wherever_the_focus_is(one, press):
    before = here(one)
    one.tree_pane.tree.setFocus()
    press(Qt.Key.Key_Return, CTRL)

    assert here(one) != before
    assert QApplication.focusWidget() in one.card.rows.rows
