"""The risks view: the log, its filters, the picture of five by five, words beside every score."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import STEPS, Band, band
from techmodel.ui.plan.risks.bands import band_words
from techmodel.ui.plan.risks.view import RisksView


@pytest.fixture
def view(show, workspace):
    raid = workspace.session.raid
    raid.add(text="Late supplier", likelihood=4, impact=4, owner="Lead", response="Break clause")
    raid.add(text="No cover", likelihood=3, impact=3, due=dt.date(2026, 10, 1))
    raid.add(text="Passed", likelihood=1, impact=2, is_open=False)
    raid.add(text="Old routers", kind=RaidKind.ISSUE)
    return show(RisksView, workspace)


def names(view):
    return {row.cells["text"].words for row in view.table.entries.rows}


def stored(view, text):
    return next(i for i in view.session.raid.all() if i.text == text)


def words(view, text, key):
    found = next(r for r in view.table.entries.rows if r.cells["text"].words == text)
    return found.cells[key].words


def field(view, likelihood, impact):
    return view.matrix.fields.index(len(STEPS) - likelihood, impact)


def test_closed_ones_are_hidden_until_asked_for(view):
    assert names(view) == {"Late supplier", "No cover", "Old routers"}
    assert view.closed.text() == "Closed 1"
    view.closed.click()

    assert "Passed" in names(view)


def test_a_score_is_a_digit_and_a_word_and_only_risks_need_one(view):
    assert words(view, "Late supplier", "score") == "16 Very high"
    assert words(view, "Old routers", "score") == ""


def test_what_is_missing_is_said_in_the_row_and_beside_the_form(view):
    assert words(view, "No cover", "owner") == "No owner"
    assert words(view, "No cover", "response") == "No response yet"
    assert words(view, "No cover", "due") == "1 Oct 2026, passed"
    view.show_item(stored(view, "No cover").id)

    assert view.form.note.text == "No owner, nothing is done about it and its date has passed."


def test_the_form_says_how_the_score_comes_about_and_what_it_asks_for(view):
    view.show_item(stored(view, "Late supplier").id)

    assert view.form.trace.text().startswith("4 Likely × 4 Major = 16 Very high. The senior")
    assert "It will probably happen" in view.form.trace.text()


def test_a_step_chosen_by_keys_is_stored_with_enter_and_undone(view):
    view.show_item(stored(view, "No cover").id)
    control = view.form.fields["impact"].control
    control.setFocus()
    QTest.keyClicks(control, "5")
    assert words(view, "No cover", "score") == "9 High"
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert words(view, "No cover", "score") == "15 Very high"

    view.workspace.run(lambda s: s.undo())
    assert words(view, "No cover", "score") == "9 High"


def test_the_picture_counts_open_risks_and_says_every_field(view):
    assert field(view, 4, 4).data() == "1"
    said = field(view, 4, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "4 Likely, 4 Major: score 16 very high, 1 risk"
    assert sum(int(field(view, a, b).data() or 0) for a in STEPS for b in STEPS) == 2


def test_a_field_of_the_picture_shows_only_its_risks_and_again_all(view):
    view.matrix.setCurrentIndex(field(view, 3, 3))
    QTest.keyClick(view.matrix, Qt.Key.Key_Return)
    assert names(view) == {"No cover"}

    QTest.keyClick(view.matrix, Qt.Key.Key_Space)
    assert len(names(view)) == 3


def test_the_picture_is_copied_with_its_heads(view):
    QTest.keyClick(view.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0].startswith("Likelihood\t1 Negligible")
    assert lines[2] == "4 Likely\t0\t0\t0\t1\t0"


@pytest.mark.parametrize("one", Band)
def test_every_band_says_its_scores_and_what_is_to_be_done(one):
    said = band_words(one, 2)
    low, high = (int(n) for n in said.split(", ")[1].split(":")[0].split(" to "))

    assert band(low) is band(high) is one
    assert "2 risks" in said


def test_the_kind_and_what_is_overdue_are_filters(view):
    view.kind.setCurrentIndex(view.kind.findData("issue"))
    assert names(view) == {"Old routers"}
    view.show_all()
    view.overdue.click()

    assert names(view) == {"No cover"}


def test_an_entry_that_is_hidden_is_shown_when_one_goes_to_it(view):
    view.show_item(stored(view, "Passed").id)

    assert view.form.title.text() == "Risk “Passed”"


def test_the_example_has_everything_but_owner_and_date(show, workspace):
    view = show(RisksView, workspace)
    view.frame.empty.buttons[0].click()
    view.form.add.click()

    assert view.form.note.text == "No owner."


def test_a_date_that_is_none_is_refused_beside_the_field(view):
    view.show_item(stored(view, "No cover").id)
    view.form.fields["due"].control.setText("next week")
    view.form.fields["due"].commit()

    assert "24 Nov 2026" in view.form.fields["due"].problem.text()
    assert stored(view, "No cover").due == dt.date(2026, 10, 1)


def test_closing_a_risk_takes_it_out_of_the_picture(view):
    view.show_item(stored(view, "Late supplier").id)
    control = view.form.fields["is_open"].control
    control.setCurrentIndex(1)
    control.finished.emit()

    assert not stored(view, "Late supplier").is_open
    assert not field(view, 4, 4).data()


def test_everything_that_can_have_the_focus_has_a_name(view, unnamed_focusables):
    assert unnamed_focusables(view) == []
