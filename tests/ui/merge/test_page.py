"""The merge page: what it says, how things are settled, and what comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.merge.rooms import OURS, THEIRS

from techmodel.core.answers import State, Value
from techmodel.core.journal import BatchKind
from techmodel.core.merge_parts import Choice
from techmodel.ui import ask
from techmodel.ui.merge.page import MergePage


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.window().focusWidget() or page, key)


def states(page):
    return [row.state for row in page.parts.list.model.rows]


def level(page, capability, who):
    organisations = page.workspace.session.assessment().organisations
    return page.workspace.session.assessment().value(capability, organisations[who].id).level


def finish(page):
    page.parts.foot.finish.click()


def test_the_headline_counts_what_both_changed(page):
    assert page.headline() == "3 things were changed in both files. The rest merge by themselves."
    assert page.question() == "This file and Room B.techmodel: where do they differ?"


def test_the_list_names_what_is_to_be_settled(page):
    first = page.parts.list.model.rows[0]

    assert (first.about, first.state) == ("GOV-01, Hill Practice", "Choose")
    assert states(page) == ["Choose"] * 3


def test_the_cards_say_what_both_files_have(page):
    page.parts.go(2)
    cards = page.parts.right.cards

    assert cards.ours.button.text() == "Keep level 2"
    assert cards.theirs.button.text() == "Take level 1"
    assert OURS in cards.ours.accessibleName()
    assert "Evidence: C Interface list, 12 Oct 2026" in cards.ours.accessibleName()
    assert "Evidence: None" in cards.theirs.accessibleName()
    assert THEIRS in cards.theirs.accessibleName()


def test_the_line_says_what_both_had(page):
    page.parts.go(2)

    assert page.parts.right.cards._line.text().startswith("REC-06 · Riverside Trust · target ")
    assert page.parts.right.cards._line.text().endswith(" · neither had an answer")


def test_arrows_choose_and_enter_goes_to_the_next_that_is_open(page):
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Right)

    assert states(page) == ["Settled: ours", "Settled: theirs", "Choose"]
    assert page.parts.list.current == 1
    assert page.parts.foot.said == "1 still to settle"


def test_enter_leaves_out_what_is_settled_and_ends_at_finish(page):
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Return)
    third = page.parts.list.current
    press(page, Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_P, Qt.Key.Key_Return)

    assert third == 2
    assert page.parts.foot.finish.hasFocus()
    assert states(page) == ["Settled: parked", "Settled: ours", "Settled: parked"]


def test_a_digit_sets_another_level_or_the_side_that_says_just_that(page):
    press(page, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1)

    assert states(page) == ["Settled: level 5", "Settled: ours", "Settled: theirs"]


def test_the_chosen_card_is_marked_and_no_other(page):
    page.parts.right.cards.theirs.button.click()
    cards = page.parts.right.cards

    assert cards.theirs.button.isChecked()
    assert not cards.ours.button.isChecked()
    press(page, Qt.Key.Key_Left)
    assert not cards.theirs.button.isChecked()


def test_what_was_settled_can_be_opened_again(page):
    press(page, Qt.Key.Key_Left)
    page.parts.right.cards.again.click()

    assert states(page)[0] == "Choose"
    assert page.parts.right.cards.again.isHidden()
    assert page.parts.list.list.hasFocus()


def test_finish_waits_until_all_is_settled(page):
    foot = page.parts.foot
    before = foot.finish.isEnabled(), foot.next.property("role")
    for _ in range(3):
        press(page, Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert before == (False, "primary")
    assert foot.finish.isEnabled()
    assert (foot.finish.property("role"), foot.next.isEnabled()) == ("primary", False)
    assert foot.said == "All settled"


def test_finishing_writes_one_batch_and_says_how_it_went(page, qtbot):
    before = page.workspace.session.revision
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_0)
    with qtbot.waitSignal(page.finished):
        finish(page)
    batch = page.workspace.session.batches()[-1]

    assert page.workspace.session.revision == before + 1
    assert batch.kind is BatchKind.MERGE
    assert page.said == f"{batch.label}. The other file was not changed."
    levels = [level(page, c, w) for c, w in (("GOV-01", 1), ("INF-01", 0), ("REC-06", 0))]
    assert levels == [2, 4, 0]
    assert level(page, "INF-02", 0) == 3


def test_undo_takes_the_whole_merge_back(page):
    before = page.workspace.session.assessment()
    for _ in range(3):
        press(page, Qt.Key.Key_Right, Qt.Key.Key_Return)
    finish(page)
    page.workspace.run(lambda s: s.undo())

    assert page.workspace.session.assessment() == before


def test_parking_keeps_ours_and_parks(page):
    for _ in range(3):
        press(page, Qt.Key.Key_P, Qt.Key.Key_Return)
    finish(page)
    answers = page.workspace.session.assessment().answers.values()

    assert sum(a.parked for a in answers) == 3
    assert level(page, "REC-06", 0) == 2


def test_a_refusal_is_said_and_the_page_stays(page, monkeypatch, qtbot):
    for _ in range(3):
        press(page, Qt.Key.Key_Right, Qt.Key.Key_Return)
    monkeypatch.setattr(page.settling, "_chosen", {})
    monkeypatch.setattr(type(page.settling), "left", 0)
    with qtbot.waitSignal(page.workspace.failed) as failed:
        finish(page)

    assert "settle this first" in failed.args[0]
    assert page.said == ""


def test_leaving_asks_once_and_only_when_something_is_settled(page, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(ask, "confirm", lambda *a, **k: bool(asked.append(a[1])) or True)
    untouched = page.may_leave(), list(asked)
    press(page, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.cancelled):
        press(page, Qt.Key.Key_Escape)

    assert untouched == (True, [])
    assert page.may_leave()
    assert asked == ["Leave the merge? What you settled so far goes."]


def test_staying_keeps_what_was_settled(page, monkeypatch):
    monkeypatch.setattr(ask, "confirm", lambda *a, **k: False)
    press(page, Qt.Key.Key_Left)
    page.parts.foot.cancel.click()

    assert not page.may_leave()
    assert states(page)[0] == "Settled: ours"


def test_a_change_elsewhere_keeps_the_choices_that_still_fit(page):
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Right)
    first = page.workspace.session.assessment().organisations[0].id
    page.workspace.run(lambda s: s.answers.give("INF-01", first, Value(State.LEVEL, 0)))

    assert states(page) == ["Settled: ours", "Choose", "Choose"]
    assert page.parts.note.text.startswith("This file has changed: 1 choice no longer fits")
    page.workspace.run(lambda s: s.undo())
    assert states(page) == ["Settled: ours", "Settled: theirs", "Choose"]
    assert page.parts.note.isHidden()


def test_an_undo_may_leave_fewer_things_to_settle(page):
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    for _ in range(6):
        page.workspace.run(lambda s: s.undo())

    assert len(states(page)) == 2
    assert page.parts.list.current < 2
    assert page.header.headline.startswith("2 things were changed")


def test_a_file_open_for_reading_says_why_nothing_can_be_merged(page, monkeypatch):
    monkeypatch.setattr(type(page.workspace.session), "read_only", True)
    page.refresh()

    assert page.parts.foot.said.startswith("This assessment is open for reading")
    assert not page.parts.foot.finish.isEnabled()


def test_nothing_in_common_merges_with_one_button(rooms, show, qtbot):
    rooms.answer(rooms.there, "INF-02", 3)
    page = show()
    said = page.headline()
    with qtbot.waitSignal(page.finished):
        press(page, Qt.Key.Key_Space)

    assert said == "Nothing was changed in both files. 1 change is taken from the other."
    assert page.parts.right.changes.model.rows[0][2:4] == ("Not answered", "3 Structured")
    assert level(page, "INF-02", 0) == 3


def test_nothing_new_says_so_and_only_closes(show, qtbot):
    page = show()
    buttons = page.parts.foot.finish, page.parts.foot.next, page.parts.foot.back

    assert page.headline() == "The other file has nothing that is not here already."
    assert all(b.isHidden() for b in buttons)
    with qtbot.waitSignal(page.cancelled):
        page.parts.foot.cancel.click()


def test_only_the_history_is_new_where_both_did_the_same(rooms, show):
    for session in (rooms.here, rooms.there):
        rooms.answer(session, "INF-02", 3)
    page = show()
    finish(page)

    assert page.headline().endswith("Only the history of the other file is new.")
    assert page.said.startswith("Merged 'Room B.techmodel': 0 changes taken")


def test_rounds_that_are_not_carried_are_named(rooms, show, monkeypatch):
    from dataclasses import replace

    from techmodel.ui.merge import page as module

    real = module.find_merge
    monkeypatch.setattr(
        module, "find_merge", lambda *a: replace(real(*a), rounds_left=("After year 1",))
    )
    page = show()

    assert "not carried over: “After year 1”." in page.parts.list._rounds.text()


def test_what_somebody_else_saved_over_ours_is_called_so(rooms, workspace, look, qtbot):
    from techmodel.session.merging import Other

    rooms.answer(rooms.there, "INF-02", 3)
    mine = workspace.session.document.path
    page = MergePage(workspace, look, Other(mine, rooms.other().session))
    qtbot.addWidget(page)
    finish(page)

    assert page.question() == (
        "This file and a.techmodel as somebody else has saved it: where do they differ?"
    )
    assert page.said == "Merged 'a.techmodel': 1 change taken."


def test_back_goes_round(page):
    page.parts.foot.back.click()

    assert page.parts.list.current == 2
    assert page.parts.right.cards._place.text() == "3 of 3"


def test_everything_that_can_have_the_focus_has_a_name(page, unnamed_focusables):
    left = unnamed_focusables(page)

    assert left == [], "; ".join(left)


def test_f6_goes_through_list_cards_and_foot(page):
    assert page.panes() == (page.parts.list, page.parts.right, page.parts.foot)
    assert page.parts.list.list.hasFocus()


def test_what_was_chosen_is_said(page, monkeypatch):
    said = []
    monkeypatch.setattr("techmodel.ui.merge.page.announce", lambda _, text: said.append(text))
    press(page, Qt.Key.Key_Right)

    assert said == ["Settled: theirs. 2 still to settle."]


@pytest.mark.parametrize("choice", Choice)
def test_keys_do_nothing_where_nothing_is_to_be_settled(show, choice):
    page = show()
    press(page, Qt.Key.Key_Left, Qt.Key.Key_3, Qt.Key.Key_P, Qt.Key.Key_Return)

    assert isinstance(page, MergePage)
    assert not page.settling.begun
