"""What projects bring for how much work: a picture with labels that never touch, and a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from techmodel.core.proposal import Bundle
from techmodel.ui.plan.effort.chart import share_along
from techmodel.ui.plan.effort.view import EffortView
from techmodel.ui.plan.view import Headlined, PlanView


@pytest.fixture
def show(look, qtbot):
    def show_(workspace, size=(1198, 560)):
        made = EffortView(workspace, look)
        qtbot.addWidget(made)
        made.resize(*size)
        made.refresh()
        made.show()
        made.focus_first()
        return made

    return show_


@pytest.fixture
def view(sample_workspace, show):
    return show(sample_workspace)


def gone_to(view, act):
    found = []
    view.place_wanted.connect(lambda *where: found.append(where))
    act()
    return found


def test_it_is_a_view_of_the_plan(view, unnamed_focusables):
    assert isinstance(view, PlanView)
    assert isinstance(view, Headlined)
    assert "bring much for little work, most of all P" in view.headline()
    assert not unnamed_focusables(view)


@pytest.mark.parametrize("size", [(1198, 560), (940, 600), (640, 400)])
def test_labels_never_touch(workspace, show, size):
    session = workspace.session
    session.plan.accept(session.plan.proposal(Bundle.GAP))
    areas = [a for a in show(workspace, size).chart._labels if a]

    assert len(areas) > 20
    assert not any(a.intersects(b) for n, a in enumerate(areas) for b in areas[:n])


def test_picture_and_table_mark_the_same_project(view):
    QTest.keyClick(view.chart, Qt.Key.Key_End)
    marked = view.chart.current.key
    index = view.table.source_index(view.table.currentIndex())

    assert view.model.rows[index.row()].key == marked
    view.table.selectRow(0)
    assert view.chart.current.key == view.model.rows[0].key


def test_enter_and_double_click_go_to_the_gantt(view):
    first = view.chart.current.key

    assert gone_to(view, lambda: QTest.keyClick(view.chart, Qt.Key.Key_Return)) == [
        ("plan", first)
    ]
    view.table.setFocus()
    assert gone_to(view, lambda: QTest.keyClick(view.table, Qt.Key.Key_Return)) == [
        ("plan", view.model.rows[0].key)
    ]


def test_narrow_windows_show_one_at_a_time(view):
    view.resize(800, 500)
    assert view.panes() == (view.chart,)
    view.kinds.button("table").click()

    assert view.panes() == (view.table,)


def test_nothing_planned_says_where_to_begin(workspace, show):
    made = show(workspace)

    assert made.headline() == "No project has steps and dates yet."
    assert gone_to(made, made.panes()[0].click) == [("plan", "gantt")]


def test_the_middle_stands_in_the_middle():
    assert [share_along(n, 4, 8) for n in (0, 2, 4, 6, 8)] == [0, 0.25, 0.5, 0.75, 1]
    assert share_along(0, 0, 5) == 0
