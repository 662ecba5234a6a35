"""The costs view: typing in cells and in the form, totals, filters, refusals, the empty state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import CostKind, Money
from techmodel.ui.plan.costs.fields import HIGH, LIKELY, LOW, read_year, with_end
from techmodel.ui.plan.costs.view import CostsView
from techmodel.ui.widgets.editable_table import ChoiceEditor

amounts = st.tuples(*[st.integers(0, 10**9)] * 3).map(lambda n: Money(*sorted(n)))


@pytest.fixture
def view(show, workspace):
    costs = workspace.session.costs
    amount = Money(10_000, 12_000, 15_000)
    costs.add(label="Licences", amount=amount, kind=CostKind.RECURRENT, years=2, funding="Fund")
    costs.add(label="Training", amount=Money(5_000, 5_000, 5_000), first_year=2027)
    return show(CostsView, workspace)


def stored(view, name):
    return next(c for c in view.session.costs.all() if c.label == name)


def cell(view, name, key):
    """The shown index of a cell."""
    table = view.table
    row = table.entries.place(stored(view, name).id).row()
    column = [c.key for c in table.entries.columns].index(key)
    return table.shown_index(table.entries.index(row, column))


def type_in(view, name, key, text):
    """Type in a cell as a person does, and press Enter."""
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, name, key))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.viewport().focusWidget()
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes over what was typed a moment later


@given(amounts, st.sampled_from([LOW, LIKELY, HIGH]), st.integers(0, 10**9))
@settings(max_examples=60, deadline=None)
def test_one_end_typed_gives_a_range_that_rises_and_has_it(old, end, number):
    new = with_end(old, end, str(number))

    assert new.low <= new.likely <= new.high
    assert getattr(new, end) == number


def test_a_certain_amount_stays_certain_and_a_range_replaces_all():
    assert with_end(Money(9, 9, 9), LIKELY, "25k") == Money(25_000, 25_000, 25_000)
    assert with_end(Money(1, 2, 3), LOW, "8k to 14k") == Money(8_000, 11_000, 14_000)


@pytest.mark.parametrize("text", ["2027/28", "27/28", "2027", "2027-28", "27"])
def test_a_financial_year_is_read_as_people_write_it(text):
    assert read_year(text) == 2027


@pytest.mark.parametrize("text", ["2027/29", "soon", "", "20278"])
def test_what_is_no_financial_year_is_refused(text):
    with pytest.raises(WrongUse, match="2027/28"):
        read_year(text)


def test_money_typed_in_a_cell_is_stored_and_one_undo_takes_it_back(view):
    type_in(view, "Licences", HIGH, "25k")
    assert stored(view, "Licences").amount.high == 25_000

    view.workspace.run(lambda s: s.undo())
    assert stored(view, "Licences").amount.high == 15_000


def test_a_choice_is_made_in_its_cell(view, qtbot, monkeypatch):
    opened = []

    def open_(editor):
        editor._opened = True
        opened.append(editor)

    monkeypatch.setattr(ChoiceEditor, "showPopup", open_)
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, "Training", "kind"))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(opened))
    opened[0].setCurrentIndex(1)
    opened[0].activated.emit(1)

    assert stored(view, "Training").kind is CostKind.RECURRENT


def test_tab_goes_on_to_the_next_cell(view):
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, "Training", LOW))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    QTest.keyClick(view.table.viewport().focusWidget(), Qt.Key.Key_Tab)

    assert view.table.currentIndex() == cell(view, "Training", LIKELY)
    assert view.table.viewport().focusWidget().text() == "5000"


def test_tab_goes_from_the_table_over_the_totals_to_the_form(view):
    view.activateWindow()
    view.table.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        seen.append(view.focusWidget())

    assert seen == [view.years, view.fundings, view.form.fields["label"].control]


def test_what_is_being_typed_in_a_cell_is_stored_before_the_window_goes(view):
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, "Training", "funding"))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    view.table.viewport().focusWidget().setText("At the last moment")
    view.workspace.settling.emit()

    assert stored(view, "Training").funding == "At the last moment"


def test_rubbish_typed_in_a_cell_is_refused_beside_the_field_of_the_form(view, qtbot):
    type_in(view, "Licences", LOW, "plenty")
    field = view.form.fields["amount"]

    assert "is not an amount" in field.problem.text()
    assert field.text == "plenty"
    assert stored(view, "Licences").amount.low == 10_000
    qtbot.waitUntil(lambda: field.control.hasFocus() or not view.isActiveWindow())


def test_a_field_of_the_form_is_stored_as_it_is_left_and_esc_gives_up(view):
    view.table.go_to(stored(view, "Training").id)
    control = view.form.fields["funding"].control
    control.setText("Transformation fund")
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert stored(view, "Training").funding == "Transformation fund"

    control.setText("Somebody else")
    QTest.keyClick(control, Qt.Key.Key_Escape)
    assert control.text() == "Transformation fund"


def test_what_was_refused_goes_when_it_is_put_right(view):
    view.table.go_to(stored(view, "Training").id)
    field = view.form.fields["years"]
    for text, wrong in (("many", True), ("1", False)):
        field.control.setText(text)
        field.commit()
        assert field.is_wrong is wrong
    field.control.setText("1")
    field.commit()

    assert not field.is_wrong


def test_what_has_no_funding_is_named_and_counted_apart(view):
    totals = view.fundings.totals.totals

    assert [t.texts[0] for t in totals] == ["Fund", "No funding yet", "All funding"]
    assert cell(view, "Training", "funding").data() == "No funding yet"
    view.table.go_to(stored(view, "Training").id)
    assert view.form.note.text == "It has no funding yet."


def test_the_rows_of_a_table_of_totals_add_up_to_its_last_one(view):
    for table in (view.years, view.fundings):
        *parts, whole = table.totals.totals
        assert sum((p.money for p in parts), Money(0, 0, 0)) == whole.money


def test_a_range_is_drawn_and_said(view):
    index = view.years.model().index(0, 1)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "£10,000 to £15,000, likely £12,000"
    picture = view.years.viewport().grab(view.years.visualRect(index)).toImage()
    assert view.look.colour("accent").rgb() in _colours(picture)


def _colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_filters_leave_what_matches_and_show_all_brings_back(view):
    def names():
        return {row.name for row in view.table.entries.rows}

    view.frame.filters.words.setText("licen")
    assert names() == {"Licences"}
    view.show_all()
    assert names() == {"Licences", "Training"}
    view.unfunded.setChecked(True)

    assert names() == {"Training"}
    assert view.frame.filters.count.text() == "1 of 2"


def test_the_cost_one_types_in_stays_in_the_list_though_it_matches_no_more(view):
    view.unfunded.setChecked(True)
    type_in(view, "Training", "funding", "Fund")

    assert [row.name for row in view.table.entries.rows] == ["Training"]


def test_copying_takes_the_heads_and_sorting_goes_by_the_number(view):
    view.table.clearSelection()
    view.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    view.table.copy()
    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0].split("\t")[:5] == ["What", "Project", "Kind", "Low", "Likely"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["Training", "Licences"]


def test_a_cost_is_added_by_keyboard_alone(view):
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Insert)
    view.form.fields["label"].control.setText("Sensors")
    with_control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view.form.fields["label"].control, Qt.Key.Key_Return, with_control)
    assert "such as 25k" in view.form.fields["amount"].problem.text()

    view.form.fields["amount"].control.setText("20k to 30k")
    QTest.keyClick(view.form.fields["amount"].control, Qt.Key.Key_Return, with_control)
    assert stored(view, "Sensors").amount == Money(20_000, 25_000, 30_000)
    assert view.form.id == stored(view, "Sensors").id


def test_delete_takes_a_cost_away_and_says_how_to_bring_it_back(view, qtbot):
    view.table.go_to(stored(view, "Training").id)
    with qtbot.waitSignal(view.said) as said:
        QTest.keyClick(view.table, Qt.Key.Key_Delete)

    assert said.args == ["Cost “Training” removed. Ctrl+Z takes it back."]
    assert [c.label for c in view.session.costs.all()] == ["Licences"]


def test_a_draft_stays_while_other_rows_are_looked_at(view):
    view.begin()
    view.form.fields["label"].control.setText("Half a thought")
    view.table.go_to(stored(view, "Licences").id)

    assert view.form.is_new
    assert view.form.fields["label"].text == "Half a thought"


def test_enter_opens_the_form_in_place_of_the_table_where_it_is_narrow(show, view):
    narrow = show(CostsView, view.workspace, (640, 560))
    QTest.keyClick(narrow.table, Qt.Key.Key_Return)
    assert narrow.form.isVisible()
    assert not narrow.table.isVisible()

    QTest.keyClick(narrow.form.fields["label"].control, Qt.Key.Key_Escape)
    assert narrow.table.isVisible()


def test_before_there_is_any_an_example_is_offered_and_added_only_when_one_says_so(
    show, workspace
):
    view = show(CostsView, workspace)
    view.frame.empty.buttons[0].click()
    assert view.session.costs.all() == ()

    view.form.add.click()
    assert stored(view, "Project manager, two days a week").amount.likely == 28_000


def test_thinking_again_brings_the_empty_state_back(show, workspace):
    view = show(CostsView, workspace)
    view.frame.empty.buttons[1].click()
    view.form.cancel.click()

    assert view.frame.empty is not None


def test_everything_that_can_have_the_focus_has_a_name(view, unnamed_focusables):
    assert unnamed_focusables(view) == []


def test_who_may_only_look_is_told_why_and_can_change_nothing(show, view, looking):
    seen = show(CostsView, looking())
    flags = seen.table.model().index(0, 0).flags()

    assert "cannot be changed here" in seen.frame.why.text()
    assert not seen.frame.add.isEnabled()
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert seen.form.fields["label"].control.isReadOnly()
    seen.take_away(seen.table.current)
    assert len(seen.session.costs.all()) == 2
