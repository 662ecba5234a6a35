"""The table of organisations by key and pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from techmodel.ui.widgets.organisations_cells import Column
from techmodel.ui.widgets.organisations_editor import OrganisationsEditor
from techmodel.ui.widgets.organisations_rows import Facts
from techmodel.wording.organisations import NOTHING_PASTED

COLUMNS = (
    *(Column.ROW, Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT),
    *(Column.QUESTIONS, Column.REMOVE),
)
Key = Qt.Key


@pytest.fixture
def editor(look, checklist, qtbot):
    made = OrganisationsEditor(look, Facts(checklist), COLUMNS)
    qtbot.addWidget(made)
    made.resize(760, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.table.setFocus()
    return made


def typing(editor):
    found = editor.table.viewport().focusWidget()
    return None if found is None or found.isHidden() else found


def press(qtbot, editor, *keys):
    for key in [k for part in keys for k in (part if isinstance(part, str) else [part])]:
        qtbot.keyClick(typing(editor) or editor.table, key)


def names(editor):
    return [row.typed.name for row in editor.model.rows]


def paste(editor, text):
    QGuiApplication.clipboard().setText(text)
    editor.table.paste()


def test_typing_names_and_enter_adds_one_below_the_other(editor, qtbot):
    press(qtbot, editor, "Hill", Key.Key_Return)
    qtbot.waitUntil(lambda: typing(editor) is None)
    press(qtbot, editor, "Dale", Key.Key_Return)

    qtbot.waitUntil(lambda: names(editor) == ["Hill", "Dale"])
    assert editor.table.currentIndex().row() == 2


def test_tab_goes_on_to_the_kind_and_letters_choose_it(editor, qtbot):
    press(qtbot, editor, Key.Key_F2, "Hill", Key.Key_Tab)
    qtbot.waitUntil(lambda: isinstance(typing(editor), QComboBox))
    press(qtbot, editor, "Care", Key.Key_Tab)

    qtbot.waitUntil(lambda: isinstance(typing(editor), QLineEdit))
    assert editor.model.rows[0].typed.kind == "care-home"
    assert editor.table.currentIndex().column() == COLUMNS.index(Column.SHORT_NAME)


def test_shift_tab_goes_back(editor, qtbot):
    paste(editor, "Hill\tgp")
    editor.table.go_to(0, Column.KIND)
    press(qtbot, editor, Key.Key_F2)
    qtbot.keyClick(typing(editor), Key.Key_Backtab)

    qtbot.waitUntil(lambda: isinstance(typing(editor), QLineEdit))
    assert editor.table.currentIndex().column() == COLUMNS.index(Column.NAME)


def test_tab_leaves_the_table_when_nothing_is_typed(editor, qtbot):
    press(qtbot, editor, Key.Key_Tab)

    assert not editor.table.hasFocus()
    assert names(editor) == []


def test_tab_after_the_last_cell_leaves_the_table(editor, qtbot):
    press(qtbot, editor, Key.Key_F2, Key.Key_Tab)

    assert typing(editor) is None
    assert not editor.table.hasFocus()


def test_esc_throws_away_what_is_being_typed(editor, qtbot):
    press(qtbot, editor, Key.Key_F2, "Hill", Key.Key_Escape)

    assert names(editor) == []


def test_delete_removes_and_ctrl_z_brings_back(editor, qtbot):
    paste(editor, "Hill\tgp\nDale\tgp")
    editor.table.go_to(0, Column.WEIGHT)
    press(qtbot, editor, Key.Key_Delete)
    assert names(editor) == ["Dale"]
    assert "Hill was removed" in editor.note

    qtbot.keyClick(editor.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(editor) == ["Hill", "Dale"]

    qtbot.keyClick(editor.table, Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert names(editor) == ["Dale"]


def test_space_on_remove_removes(editor, qtbot):
    paste(editor, "Hill\tgp")
    editor.table.go_to(0, Column.REMOVE)
    press(qtbot, editor, Key.Key_Space)

    assert names(editor) == []


def test_keys_on_the_last_row_take_nothing_out(editor, qtbot):
    editor.table.go_to(0, Column.REMOVE)
    press(qtbot, editor, Key.Key_Space, Key.Key_Delete)

    assert editor.note == ""


def test_ctrl_v_adds_a_list_and_says_what_came_of_it(editor, qtbot):
    QGuiApplication.clipboard().setText("Hill\tgp\nDale")
    qtbot.keyClick(editor.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert names(editor) == ["Hill", "Dale"]
    assert editor.note == "2 rows pasted. 1 is ready; row 2 needs a kind."


def test_a_list_pasted_while_typing_becomes_rows(editor, qtbot):
    press(qtbot, editor, Key.Key_F2)
    QGuiApplication.clipboard().setText("Hill\tgp\nDale\tgp")
    qtbot.keyClick(typing(editor), Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert names(editor) == ["Hill", "Dale"]


def test_a_word_pasted_while_typing_stays_in_its_cell(editor, qtbot):
    press(qtbot, editor, Key.Key_F2)
    QGuiApplication.clipboard().setText("Hill")
    qtbot.keyClick(typing(editor), Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert names(editor) == []
    assert typing(editor).text() == "Hill"


def test_an_empty_clipboard_is_said(editor):
    paste(editor, "")

    assert editor.note == NOTHING_PASTED


def test_what_is_copied_can_be_pasted_back(editor):
    paste(editor, "Hill\tgp\t2\tH\nDale\tcare-home")
    before = editor.model.rows
    editor.table.copy()
    for _ in before:
        editor.model.act(0)

    editor.table.paste()

    assert [r.typed.name for r in editor.model.rows] == ["Hill", "Dale"]
    assert [r.typed.kind for r in editor.model.rows] == ["gp", "care-home"]
    assert editor.model.rows[0].short_name == "H"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_click_on_a_kind_opens_the_choices(editor, qtbot):
    paste(editor, "Hill")
    index = editor.model.index(0, COLUMNS.index(Column.KIND))
    editor.table.setCurrentIndex(index)
    editor.table.clicked.emit(index)

    qtbot.waitUntil(lambda: typing(editor).view().isVisible())
    qtbot.keyClicks(typing(editor).view(), "Integrated")
    qtbot.keyClick(typing(editor).view(), Key.Key_Return)

    qtbot.waitUntil(lambda: editor.model.rows[0].typed.kind == "icb")
    assert typing(editor) is None


def test_a_kind_left_open_is_not_taken_for_the_first(editor, qtbot):
    paste(editor, "Hill")
    editor.table.go_to(0, Column.KIND)
    editor.table.edit(editor.table.currentIndex())
    editor.table.commit()

    assert editor.model.rows[0].typed.kind is None


def test_commit_takes_what_is_being_typed(editor, qtbot):
    press(qtbot, editor, Key.Key_F2, "Hill")
    editor.table.commit()

    assert names(editor) == ["Hill"]


def test_the_current_cell_stays_when_rows_come_back(editor):
    paste(editor, "Hill\tgp\nDale\tgp")
    editor.table.go_to(1, Column.WEIGHT)
    editor.model.act(0)
    editor.model.undo()

    assert editor.table.currentIndex().column() == COLUMNS.index(Column.WEIGHT)


def test_every_theme_and_width_is_painted(editor, look):
    paste(
        editor,
        "A name that is far too long for the one line it has in this narrow table\nHill\tgp",
    )
    editor.resize(500, 300)

    picture = editor.grab().toImage()

    shades = {picture.pixel(x, y) for x in range(0, 400, 3) for y in range(60, 200, 3)}
    assert len(shades) > 10


def test_everything_that_takes_the_focus_has_a_name(editor, unnamed_focusables):
    assert unnamed_focusables(editor) == []
