"""The roadmap: by quarter, in three horizons, as a table; a way into the Gantt from each."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from techmodel.ui.plan.roadmap.picking import Spot, next_spot
from techmodel.ui.plan.roadmap.view import RoadmapView
from techmodel.ui.plan.view import Headlined, PlanView, WithItems


@pytest.fixture
def view(sample_workspace, look, qtbot):
    made = RoadmapView(sample_workspace, look)
    qtbot.addWidget(made)
    made.resize(1198, 620)
    made.refresh()
    made.show()
    made.board.setFocus()
    return made


def gone_to(view, act):
    found = []
    view.place_wanted.connect(lambda *where: found.append(where))
    act()
    return found


def test_it_is_a_view_of_the_plan(view, unnamed_focusables):
    for kind in (PlanView, Headlined, WithItems):
        assert isinstance(view, kind)
    assert view.headline().startswith("12 projects by December 2027")
    assert not unnamed_focusables(view)


def test_no_two_bars_or_names_touch(view):
    areas = [s.area for s in view.board.spots]

    assert len(areas) == len(view.model.rows) > 30
    assert not any(a.intersects(b) for n, a in enumerate(areas) for b in areas[:n])


def test_arrows_walk_and_enter_goes_to_the_gantt(view):
    board, first = view.board, view.board.current
    QTest.keyClick(board, Qt.Key.Key_Down)
    second = board.current

    assert second.area.top() > first.area.top()
    assert gone_to(view, lambda: QTest.keyClick(board, Qt.Key.Key_Return)) == [
        ("plan", second.key)
    ]
    QTest.keyClick(board, Qt.Key.Key_End)
    assert board.verticalScrollBar().value() > 0


def test_a_picture_is_copied_as_its_table(view):
    QTest.keyClick(view.board, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heads, *lines = QGuiApplication.clipboard().text().splitlines()

    assert heads.split("\t")[:2] == ["Id", "Project"]
    assert len(lines) == len(view.model.rows)


def test_a_click_goes_to_the_gantt(view):
    spot = view.board.spots[2]
    where = spot.area.center() - view.board.offset
    press = Qt.MouseButton.LeftButton

    assert gone_to(view, lambda: QTest.mouseClick(view.board.viewport(), press, pos=where)) == [
        ("plan", spot.key)
    ]
    assert view.board.spot_at(QPoint(2, 2)) is None


def test_every_project_stands_in_one_horizon(view):
    view.kinds.button("stages").click()
    lists = [c.list for c in view.horizons.columns.values()]
    shown = [i for a in lists for n in range(a.count()) if (i := a.item(n)).data(256)]

    assert sorted(i.data(256) for i in shown) == sorted(r.key for r in view.model.rows)
    lists[0].setCurrentRow(1)
    assert gone_to(view, lambda: QTest.keyClick(lists[0], Qt.Key.Key_Return)) == [
        ("plan", lists[0].item(1).data(256))
    ]


def test_the_table_says_the_same_and_leads_on(view):
    view.kinds.button("table").click()
    view.table.selectRow(0)

    assert gone_to(view, lambda: QTest.keyClick(view.table, Qt.Key.Key_Return)) == [
        ("plan", view.model.rows[0].key)
    ]


@pytest.mark.parametrize("size", [(940, 620), (600, 400), (360, 300)])
def test_narrow_windows_still_show_all(view, look, size):
    view.resize(*size)
    view.board.grab()

    assert len(view.board.spots) == len(view.model.rows)
    view.kinds.button("stages").click()
    view.horizons.grab()


def test_nothing_planned_says_where_to_begin(workspace, look, qtbot):
    made = RoadmapView(workspace, look)
    qtbot.addWidget(made)
    made.refresh()

    assert made.headline() == "No project has dates yet."
    made.focus_first()
    assert gone_to(made, made.panes()[0].click) == [("plan", "gantt")]


def test_an_arrow_takes_the_nearest_that_way():
    spots = [
        Spot(str(n), QRect(x, y, 10, 10), "")
        for n, (x, y) in enumerate([(0, 0), (50, 40), (60, 0)])
    ]

    assert next_spot(spots, spots[0], (1, 0)).key == "2"
    assert next_spot(spots, spots[0], (0, 1)).key == "1"
    assert next_spot(spots, spots[0], (0, -1)).key == "0"
