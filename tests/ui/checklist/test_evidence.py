"""Evidence: grades by key, adding, changing, removing, dates as people type them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.ui.checklist.evidence_form import NO_TITLE, WRONG_DATE
from techmodel.ui.checklist.typed_day import parse_day


def held(page):
    return page.workspace.session.assessment().evidence


@pytest.fixture
def form(one, press):
    """The form for a new piece of evidence, opened with its key."""
    press("e")
    return one.card.details.evidence.form


def test_e_then_a_grade_then_a_title_adds_evidence(one, form, press):
    press("b")
    press("Filing seen live")
    press(Qt.Key.Key_Return)
    (evidence,) = held(one)

    assert (evidence.grade, evidence.title) == ("B", "Filing seen live")
    assert form.isHidden()
    assert QApplication.focusWidget() is one.card.rows.rows[0]


def test_letters_and_digits_in_the_form_answer_nothing(one, form, press, value):
    press("3d")

    assert value(one, one.place.capability, one.place.organisation) == ("not_answered", None)


def test_the_date_is_typed_the_british_way(one, form, press):
    press("a")
    press("Usage log")
    form.date.setText("3/10/2026")
    form.where.setText("Shared drive")
    press(Qt.Key.Key_Return)

    assert (held(one)[0].date, held(one)[0].where) == ("2026-10-03", "Shared drive")
    assert "3 Oct 2026" in one.card.details.evidence.rows[0].accessibleName()


def test_evidence_needs_a_title(one, form, press):
    press(Qt.Key.Key_Return)

    assert form.problem.text() == NO_TITLE
    assert held(one) == ()


def test_a_date_that_is_none_is_said_beside_the_field(one, form, press):
    form.title.setText("Log")
    form.date.setText("soon")
    press(Qt.Key.Key_Return)

    assert form.problem.text() == WRONG_DATE
    assert held(one) == ()


def test_a_line_opens_its_evidence_to_be_changed(one, form, press):
    form.title.setText("Log")
    press(Qt.Key.Key_Return)
    one.card.details.evidence.rows[0].click()
    form.title.setText("Usage log")
    form.save.click()

    assert [e.title for e in held(one)] == ["Usage log"]


def test_evidence_is_removed_and_undo_brings_it_back(one, form, press):
    form.title.setText("Log")
    press(Qt.Key.Key_Return)
    one.card.details.evidence.rows[0].click()
    form.remove.click()
    gone = held(one)
    one.workspace.run(lambda s: s.undo())

    assert gone == ()
    assert not one.card.details.evidence.rows[0].isHidden()


def test_esc_closes_the_form_without_adding(one, form, press):
    form.title.setText("Log")
    press(Qt.Key.Key_Escape)

    assert form.isHidden()
    assert held(one) == ()


def test_a_form_that_was_begun_is_there_again_on_coming_back(one, form, press):
    form.title.setText("Half of it")
    first = one.place.capability
    one.show_item(one._picture.outline.items[3].capability)
    away = form.isHidden()
    one.show_item(first)

    assert away
    assert not form.isHidden()
    assert form.title.text() == "Half of it"


def test_the_meaning_of_a_grade_stands_under_it(one, form, press):
    press("d")
    grades = one.workspace.session.assessment().checklist.scoring.evidence_grades

    found = next(g for g in grades if g.grade == "D")

    assert form.meaning.text() == f"D {found.name}: {found.meaning}"


@pytest.mark.parametrize(
    "typed",
    ["3/10/2026", "03.10.26", "3 Oct 2026", "3 October 2026", "3-oct-26", "2026-10-03"],
)
def test_dates_are_read_as_people_type_them(typed):
    assert parse_day(typed) == date(2026, 10, 3)


@pytest.mark.parametrize("typed", ["", "soon", "31/2/2026", "3 Foo 2026", "13/13/2026", "2026"])
def test_what_is_no_date_is_none(typed):
    assert parse_day(typed) is None


def test_what_was_wrong_is_forgotten_when_one_types(one, form, press):
    press(Qt.Key.Key_Return)
    before = form.problem.text()
    press("Log")

    assert (before, form.problem.text()) == (NO_TITLE, "")
    assert form.title.property("state") == ""
