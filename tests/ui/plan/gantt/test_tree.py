"""The table of the plan: a sound model, keys, what is open, columns that fit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from techmodel.ui.look import Look, Theme
from techmodel.ui.plan.gantt.choosing import Filter, Group, find_lines
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.ui.plan.gantt.tree_model import (
    COUNT,
    ID,
    LEVEL,
    NAME,
    OWNER,
    SLACK,
    START,
    WEEKS,
    TreeModel,
)
from techmodel.ui.plan.working import work

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_model_is_sound(look, qapp, sample_workspace, qtmodeltester):
    model = TreeModel(look, qapp)
    worked = work(sample_workspace.session.plan.task())
    model.show_lines(find_lines(worked, Filter.ALL, Group.DOMAIN), fixed=False)

    qtmodeltester.check(model, force_py=True)
    model.deleteLater()


@pytest.fixture
def tree(view):
    return view.halves.tree


def cell(tree, line, column):
    return tree.source.find(line.key, column).data()


def test_a_project_is_told_in_its_cells(tree, choose):
    line = choose("Alpha")

    assert [cell(tree, line, c) for c in (NAME, OWNER, START, WEEKS, SLACK)] == [
        "Alpha",
        "Architect",
        "7 Jan 30",
        "4",
        "Critical",
    ]
    said = tree.source.find(line.key, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "7 Jan 2030 to 1 Feb 2030; critical" in said
    ticked = tree.source.find(line.key, COUNT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert ticked.endswith("Alpha, counted")


def test_what_is_open_and_current_stays_when_cells_change(show, sample_workspace):
    page = show(sample_workspace)
    tree = page.view.halves.tree
    first = next(line for line in tree.rows() if line.children)
    tree.select(first.key)
    tree.flip()
    opened = [line.key for line in tree.rows()]
    assert len(opened) > len(sample_workspace.session.plan.book().projects)
    sample_workspace.run(lambda s: s.plan.own(first.id, "Somebody else"))

    assert [line.key for line in tree.rows()] == opened
    assert tree.current().project.owner == "Somebody else"


def test_all_steps_open_and_fold(show, sample_workspace):
    view = show(sample_workspace).view
    few = len(view.halves.tree.rows())
    view._on_wanted("open all")
    assert len(view.halves.tree.rows()) > few
    view._on_wanted("fold all")

    assert len(view.halves.tree.rows()) == few


def test_copying_gives_rows_with_heads(tree, qtbot):
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0].split("\t")[:3] == ["Count", "Id", "Project"]
    assert len(lines) == 5
    assert lines[1].split("\t")[0] == "Yes"


def test_columns_go_where_there_is_no_room_but_never_the_name(tree, page):
    page.resize(1500, 640)
    assert not tree.isColumnHidden(LEVEL)
    page.resize(900, 640)

    assert tree.isColumnHidden(LEVEL)
    assert tree.columnWidth(NAME) >= 100
    shown = [c for c in range(8) if not tree.isColumnHidden(c)]
    assert sum(tree.columnWidth(c) for c in shown) <= tree.viewport().width()


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST])
def test_it_paints_in_every_theme_and_size(qapp, qtbot, planned, theme):
    from techmodel.ui.plan.page import PlanPage

    look = Look(theme, 200)
    page = PlanPage(planned, look)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()

    assert not page.grab().isNull()
    look.choose_text(100)
    look.deleteLater()


def test_a_click_on_a_head_sorts_up_then_down_then_not(view, tree):
    def names():
        return [line.name for line in tree.rows()]

    before = names()
    tree.header().sectionClicked.emit(WEEKS)
    assert names() == ["Delta", "Beta", "Gamma", "Alpha"]
    tree.header().sectionClicked.emit(WEEKS)
    assert names() == ["Alpha", "Gamma", "Beta", "Delta"]
    tree.header().sectionClicked.emit(WEEKS)
    assert names() == before
    tree.header().sectionClicked.emit(OWNER)

    assert names()[-1] == "Delta"


def test_a_sorted_table_lets_nothing_be_moved(view, tree, choose, page):
    said = []
    page.workspace.failed.connect(said.append)
    tree.header().sectionClicked.emit(NAME)
    choose("Beta")
    view.verbs.move(1)

    assert "sorted" in said[0]


def test_a_person_leaves_columns_out(tree):
    menu = tree.heads.menu()
    action = next(a for a in menu.actions() if a.text() == "Owner")
    action.trigger()

    assert tree.isColumnHidden(OWNER)


def press(tree, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(tree, key, held)


def test_arrows_go_from_cell_to_cell_and_home_and_end_along_the_row(tree, choose):
    choose("Beta")
    press(tree, Qt.Key.Key_End)
    assert tree.currentIndex().column() == SLACK
    press(tree, Qt.Key.Key_Left)
    assert tree.currentIndex().column() == WEEKS
    press(tree, Qt.Key.Key_Home, Qt.Key.Key_Right)
    assert (tree.currentIndex().column(), tree.current().name) == (ID, "Beta")
    press(tree, Qt.Key.Key_End, held=CTRL)
    assert (tree.currentIndex().column(), tree.current().name) == (ID, "Delta")
    press(tree, Qt.Key.Key_Home, held=CTRL)

    assert tree.current().name == "Alpha"


def test_arrows_open_and_fold_beyond_the_edges_and_with_control(show, sample_workspace):
    tree = show(sample_workspace).view.halves.tree
    line = next(line for line in tree.rows() if line.children and line.kind is Kind.PROJECT)
    tree.select(line.key)
    at = tree.source.find(line.key, COUNT)
    press(tree, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert tree.isExpanded(at)
    press(tree, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert not tree.isExpanded(at)
    press(tree, Qt.Key.Key_Right, held=CTRL)
    assert tree.isExpanded(at)
    press(tree, Qt.Key.Key_Down)
    press(tree, Qt.Key.Key_Left, held=CTRL)

    assert tree.current().key == line.key


def test_going_along_a_row_keeps_what_is_selected(tree, choose):
    one = choose("Alpha")
    choose("Gamma")
    flags = tree.selectionModel().SelectionFlag
    tree.selectionModel().select(tree.source.find(one.key), flags.Select | flags.Rows)
    press(tree, Qt.Key.Key_Right)

    assert [line.name for line in tree.chosen()] == ["Alpha", "Gamma"]


def test_tab_goes_on_to_the_next_cell_that_is_typed_in(tree, choose, by_name, qtbot):
    line = choose("Beta")
    press(tree, Qt.Key.Key_F2)
    for text, key in (("Second", Qt.Key.Key_Tab), ("Data lead", Qt.Key.Key_Tab)):
        editor = tree.viewport().focusWidget()
        editor.setText(text)
        qtbot.keyClick(editor, key)
    assert tree.currentIndex().column() == START
    qtbot.keyClick(tree.viewport().focusWidget(), Qt.Key.Key_Backtab)
    assert (tree.currentIndex().column(), tree.current().key) == (OWNER, line.key)

    assert by_name("Second").owner == "Data lead"
