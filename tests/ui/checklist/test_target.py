"""The target: where it comes from, deciding otherwise, and going back."""

import pytest
from PySide6.QtCore import Qt

from techmodel.ui.checklist.target_line import NO_REASON


@pytest.fixture
def line(one):
    """The line of the target on REC-06, with its form open."""
    one.show_item("REC-06")
    one.card.target.change.click()
    return one.card.target


def override(page):
    return page.workspace.session.assessment().overrides.get("REC-06")


def test_the_line_says_who_asks(line):
    assert line._title.text() == "Target 3"
    assert line._why.text() == "Place partnership asks 3"


def test_a_target_is_set_with_digit_reason_and_enter(one, line, press):
    press("1")
    press("Not this year")
    line.form.owner.setText("SRO")
    press(Qt.Key.Key_Return)

    assert (override(one).level, override(one).reason, override(one).owner) == (
        1,
        "Not this year",
        "SRO",
    )
    assert line._why.text() == "Held at 1 by decision: Not this year (SRO)"
    assert line.form.isHidden()


def test_a_digit_in_the_form_answers_nothing(one, line, press, value):
    press("1")

    assert value(one, "REC-06", one.place.organisation) == ("not_answered", None)


def test_a_target_needs_a_reason(one, line, press):
    line.form.set.click()

    assert line.form.problem.text() == NO_REASON
    assert override(one) is None


def test_a_decision_is_taken_back(one, line, press):
    press("1")
    press("Not this year")
    press(Qt.Key.Key_Return)
    line.change.click()
    line.form.back.click()

    assert override(one) is None
    assert line._why.text() == "Place partnership asks 3"


def test_there_is_nothing_to_take_back_without_a_decision(line):
    assert line.form.back.isHidden()


def test_the_link_closes_the_form_again(line):
    line.change.click()

    assert line.form.isHidden()


def test_esc_closes_the_form(line, press):
    press(Qt.Key.Key_Escape)

    assert line.form.isHidden()


def test_another_capability_closes_the_form(one, line):
    one.show_item("REC-01")

    assert line.form.isHidden()
