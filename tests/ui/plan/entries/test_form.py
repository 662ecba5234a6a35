"""The form of an entry: Enter goes on, Ctrl+Enter adds, and what is not taken says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from techmodel.core.plan_parts import Money
from techmodel.ui.plan.costs.view import CostsView
from techmodel.wording import costs_page as wording


@pytest.fixture
def view(show, workspace):
    workspace.session.costs.add(label="Training", amount=Money(5_000, 5_000, 5_000))
    return show(CostsView, workspace)


def stored(view, name):
    return next(c for c in view.session.costs.all() if c.label == name)


def test_years_of_what_is_paid_once_are_refused_under_their_field(view):
    view.table.go_to(stored(view, "Training").id)
    years = view.form.fields["years"]
    for typed, said in (("3", wording.ONCE), ("0", wording.WRONG_YEARS)):
        years.control.setFocus()
        years.control.setText(typed)
        QTest.keyClick(years.control, Qt.Key.Key_Return)

        assert (years.text, years.problem.text()) == (typed, said)
        assert not years.problem.isHidden()
    assert stored(view, "Training").years == 1


def test_what_is_stored_in_other_words_stands_in_the_field(view):
    view.table.go_to(stored(view, "Training").id)
    year = view.form.fields["first_year"]
    year.control.setFocus()
    year.control.setText("27")
    QTest.keyClick(year.control, Qt.Key.Key_Return)

    assert (year.text, year.problem.text()) == ("2027/28", "")


def test_enter_goes_on_to_the_next_field_and_ctrl_enter_adds(view):
    view.begin()
    form = view.form.fields
    form["label"].control.setText("Laptops")
    form["amount"].control.setText("8k")
    QTest.keyClick(form["label"].control, Qt.Key.Key_Return)
    assert view.form.focusWidget() is form["project"].control
    QTest.keyClick(form["project"].control, Qt.Key.Key_Return)
    assert view.form.focusWidget() is form["amount"].control
    QTest.keyClick(form["amount"].control, Qt.Key.Key_Return)
    assert view.form.is_new

    QTest.keyClick(form["funding"].control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(view, "Laptops").amount == Money(8_000, 8_000, 8_000)
