"""Editing the plan in place: cells, keys and bars; every change is one undo."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from techmodel.core.plan_parts import Status
from techmodel.ui import ask
from techmodel.ui.plan.gantt.axis import Scale
from techmodel.ui.plan.gantt.choosing import Filter
from techmodel.ui.plan.gantt.menu import is_offered
from techmodel.ui.plan.gantt.tree_model import COUNT, ID, NAME, OWNER, START, WEEKS

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def answer(monkeypatch):
    """Answer what is asked for in words."""

    def give(text):
        monkeypatch.setattr(ask, "text", lambda *_: text)

    return give


@pytest.fixture
def type_in(view, choose, qtbot):
    """Type into a cell of a project, as with F2, and press Enter."""

    def into(name, column, text):
        line = choose(name)
        tree = view.halves.tree
        tree.setCurrentIndex(tree.source.find(line.key, column))
        tree.setFocus()
        qtbot.keyClick(tree, Qt.Key.Key_F2)
        editor = tree.viewport().findChildren(QLineEdit)[-1]
        editor.setText(text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    return into


@pytest.fixture
def failures_of():
    """What a workspace says it could not do, from now on."""

    def listen(workspace):
        said = []
        workspace.failed.connect(said.append)
        return said

    return listen


@pytest.fixture
def failures(page, failures_of):
    return failures_of(page.workspace)


def press(view, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view.halves.tree, key, modifiers)


def test_the_headline_answers_when(page):
    assert page.header.question == "When will we get there?"
    assert page.header.headline.startswith("By February 2030")


def test_cells_are_typed_in_and_taken_back_one_by_one(type_in, by_name, planned):
    before = planned.session.plan.book()
    type_in("Gamma", OWNER, "Data lead")
    type_in("Gamma", WEEKS, "6")
    type_in("Gamma", START, "4 Feb 2030")
    type_in("Gamma", NAME, "Third")
    project = by_name("Third")

    assert (project.owner, project.pins.start) == ("Data lead", date(2030, 2, 4))
    assert (project.weeks.low, project.weeks.likely, project.weeks.high) == (6, 6, 6)
    for _ in range(4):
        planned.session.undo()
    assert planned.session.plan.book() == before


@pytest.mark.parametrize(
    ("typed", "said"), [((START, "soon"), "no date"), ((WEEKS, "x"), "no number of weeks")]
)
def test_what_cannot_be_taken_over_is_said(type_in, failures, planned, typed, said):
    revision = planned.session.revision
    type_in("Gamma", *typed)

    assert said in failures[0]
    assert planned.session.revision == revision


def test_space_takes_a_project_out_and_in_again(view, choose, planned):
    line = choose("Gamma")
    press(view, Qt.Key.Key_Space)
    assert planned.session.plan.book().terms.off == {line.id}
    press(view, Qt.Key.Key_Space)

    assert not planned.session.plan.book().terms.off


def test_a_click_on_the_box_ticks_it(view, choose, planned, qtbot):
    line = choose("Gamma")
    tree = view.halves.tree
    middle = tree.visualRect(tree.source.find(line.key, COUNT)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert planned.session.plan.book().terms.off == {line.id}


def test_alt_and_arrows_move_the_start_by_a_week(view, choose, by_name):
    start = choose("Gamma").start
    press(view, Qt.Key.Key_Right, ALT)
    assert by_name("Gamma").pins.start == start + timedelta(days=7)
    press(view, Qt.Key.Key_Right, ALT)
    press(view, Qt.Key.Key_Left, ALT)
    assert view.halves.tree.current().start == start + timedelta(days=7)
    press(view, Qt.Key.Key_Left, ALT)

    assert view.halves.tree.current().start == start
    assert by_name("Gamma").pins.start is None


def test_a_week_earlier_takes_a_week_later_back_also_where_a_limit_holds_up(
    view, choose, by_name, planned
):
    said = []
    view.verbs.said.connect(said.append)
    planned.session.plan.set_terms(replace(planned.session.plan.book().terms, capacity=1))
    pin = choose("Alpha").start + timedelta(days=9)
    planned.run(lambda s: s.plan.pin(by_name("Alpha").id, pin))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(view, key, ALT)

    assert by_name("Alpha").pins.start == pin
    assert "the limit is 1 at a time" in said[0]


def test_a_limit_is_named_where_it_lets_nothing_begin_earlier(view, choose, failures, planned):
    planned.run(lambda s: s.plan.set_terms(replace(planned.session.plan.book().terms, capacity=1)))
    line = choose("Delta")
    press(view, Qt.Key.Key_Left, ALT)

    assert failures == [f"{line.id} cannot begin earlier: the limit is 1 at a time."]


def test_what_cannot_begin_earlier_says_what_it_waits_for(view, choose, failures, planned):
    line, revision = choose("Beta"), planned.session.revision
    press(view, Qt.Key.Key_Left, ALT)

    assert failures == [f"{line.id} cannot begin earlier: it waits for {choose('Alpha').id}."]
    assert planned.session.revision == revision


def test_dragging_a_bar_is_the_same(view, choose, by_name, qtbot):
    line, chart = choose("Gamma"), view.halves.chart
    view.halves.axis.choose(Scale.WEEKS)
    view.halves.axis.show(line.start, line.end)
    grip = chart.bar(line.key).center().toPoint()
    by = QPoint(round(7 * view.halves.axis.per_day), 0)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(chart, grip + by)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=grip + by)

    assert by_name("Gamma").pins.start == line.start + timedelta(days=7)


def test_a_bar_stands_beside_its_line_however_far_one_scrolls(view, choose):
    view.halves.setFixedHeight(240)
    line, tree = choose("Delta"), view.halves.tree
    tree.scrollToBottom()
    row = tree.visualRect(tree.source.find(line.key))

    assert view.halves.chart.bar(line.key).center().y() == pytest.approx(row.center().y(), abs=1)


def test_alt_and_arrows_move_a_project_in_the_list(view, choose, planned):
    choose("Gamma")
    press(view, Qt.Key.Key_Up, ALT)
    names = [p.name for p in planned.session.plan.book().projects]
    assert names == ["Alpha", "Gamma", "Beta", "Delta"]
    press(view, Qt.Key.Key_Down, ALT)

    assert view.halves.tree.current().name == "Gamma"
    assert [p.name for p in planned.session.plan.book().projects][2] == "Gamma"


def test_a_project_is_added_dropped_with_a_reason_and_taken_up(view, answer, by_name, choose):
    answer("Epsilon")
    press(view, Qt.Key.Key_Insert)
    assert view.halves.tree.current().name == "Epsilon"
    answer("No money")
    press(view, Qt.Key.Key_Delete)
    assert (by_name("Epsilon").status, by_name("Epsilon").reason) == (Status.DROPPED, "No money")
    view._on_wanted("take up")

    assert by_name("Epsilon").status is Status.NOT_STARTED


def test_two_selected_projects_are_linked(view, choose, planned):
    one, other, tree = choose("Gamma"), choose("Delta"), view.halves.tree
    flags = tree.selectionModel().SelectionFlag
    tree.selectionModel().select(tree.source.find(one.key), flags.Select | flags.Rows)
    view._on_wanted("link")
    links = {(k.project, k.after) for k in planned.session.plan.book().links}

    assert (other.id, one.id) in links


def test_selected_projects_are_bundled(show, sample_workspace, answer, failures_of):
    view, plan = show(sample_workspace).view, sample_workspace.session.plan
    failed = failures_of(sample_workspace)
    view._on_wanted("bundle")
    assert "Select two or more" in failed[0]
    with_steps = [p for p in plan.book().projects if p.steps and p.status is Status.NOT_STARTED]
    tree, flags = view.halves.tree, view.halves.tree.selectionModel().SelectionFlag
    for project in with_steps[:2]:
        tree.selectionModel().select(tree.source.find(project.id), flags.Select | flags.Rows)
    answer("Both")
    view._on_wanted("bundle")

    assert "Both" in [p.name for p in plan.book().projects]


def test_a_link_that_closes_a_circle_is_refused_by_name(view, choose, failures):
    tree, beta = view.halves.tree, choose("Beta")
    view._on_wanted("up")
    choose("Alpha")
    flags = tree.selectionModel().SelectionFlag
    tree.selectionModel().select(tree.source.find(beta.key), flags.Select | flags.Rows)
    view._on_wanted("link")

    assert "circle" in failures[0]
    assert "Alpha" in failures[0]


def test_a_limit_is_set_and_taken_away(view, answer, planned, failures):
    for typed, limit in (("2", 2), ("", None)):
        answer(typed)
        view.halves.limit.click()
        assert planned.session.plan.book().terms.capacity == limit
    answer("none")
    view.halves.limit.click()

    assert "is no limit" in failures[0]


def test_filters_show_what_is_left_and_an_item_is_found_again(view, page, by_name):
    view.halves.filters.button(Filter.NO_OWNER).click()
    assert [line.name for line in view.halves.tree.rows()] == ["Delta"]
    page.show_item(by_name("Beta").id)

    assert view.halves.tree.current().name == "Beta"


def test_a_filter_that_leaves_nothing_says_so(view, by_name, planned):
    planned.run(lambda s: s.plan.own(by_name("Delta").id, "Architect"))
    view.halves.filters.button(Filter.NO_OWNER).click()
    picture = view.halves.tree.viewport().grab().toImage()
    colours = {picture.pixel(x, y) for x in range(20, 120) for y in range(10, 40)}

    assert not view.halves.tree.rows()
    assert len(colours) > 1


def test_a_double_click_opens_what_is_not_typed_in(view, choose, qtbot):
    line = choose("Beta")
    view.halves.tree.doubleClicked.emit(view.halves.tree.source.find(line.key, ID))
    assert view.details.isVisible()
    view.close_details()
    bar = view.halves.chart.bar(line.key).center().toPoint()
    choose("Alpha")
    qtbot.mouseClick(view.halves.chart, Qt.MouseButton.LeftButton, pos=bar)
    qtbot.mouseDClick(view.halves.chart, Qt.MouseButton.LeftButton, pos=bar)

    assert view.details.project == line.key


def test_the_wheel_scrolls_and_zooms(view):
    wide, chart = view.halves.axis.per_day, view.halves.chart

    def turn(delta, modifiers):
        where = QPointF(chart.rect().center())
        parts = (where, where, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifiers)
        event = QWheelEvent(*parts, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(chart, event)

    turn(120, Qt.KeyboardModifier.ControlModifier)
    assert view.halves.axis.per_day > wide
    before = view.halves.axis.offset
    turn(-120, Qt.KeyboardModifier.ShiftModifier)
    assert view.halves.axis.offset > before
    view.halves.setFixedHeight(150)
    turn(-60, Qt.KeyboardModifier.NoModifier)

    assert view.halves.tree.verticalScrollBar().value() > 0


def test_the_menu_offers_what_makes_sense(view, choose, planned):
    line = choose("Delta")
    assert is_offered("drop", line)
    assert not is_offered("take up", line)
    planned.run(lambda s: s.plan.progress(line.id, Status.DONE))
    view.toolbar.menu.aboutToShow.emit()
    words = [a.text().split("\t")[0] for a in view.toolbar.menu.actions()]

    assert "Take up again" in words
    assert "Drop…" not in words


def test_zoom_and_scale_go_by_key_and_button(view):
    wide = view.halves.axis.per_day
    press(view, Qt.Key.Key_Plus)
    assert view.halves.axis.per_day > wide
    view.toolbar._scale.button(Scale.WEEKS).click()
    assert view.halves.axis.unit is Scale.WEEKS
    view.toolbar._scale.button(Scale.FIT).click()

    assert view.halves.axis.per_day == pytest.approx(wide)


def test_nothing_planned_offers_one_filled_button(show, workspace, qtbot):
    page = show(workspace)
    button = page.view._empty.buttons[0]

    assert (button.text(), button.property("role")) == ("Fill from gaps…", "primary")
    with qtbot.waitSignal(page.fill_wanted):
        button.click()


def test_a_narrow_window_shows_one_half_at_a_time(page, view):
    page.resize(700, 600)
    assert (view.halves.tree.isVisible(), view.halves.chart.isVisible()) == (True, False)
    view.toolbar._halves.button("bars").click()

    assert (view.halves.tree.isVisible(), view.halves.chart.isVisible()) == (False, True)
    view.focus_first()
    QTest.keyClick(view.halves.chart, Qt.Key.Key_Down)
    assert view.halves.tree.current().name == "Beta"


def test_everything_that_takes_the_focus_says_what_it_is(page, view, unnamed_focusables, choose):
    choose("Alpha")
    view._on_wanted("open")

    assert unnamed_focusables(page) == []


def test_a_line_may_go_while_it_is_typed_in(view, type_in, by_name):
    view.halves.filters.button(Filter.NO_OWNER).click()
    type_in("Delta", OWNER, "Architect")

    assert by_name("Delta").owner == "Architect"
    assert not view.halves.tree.rows()
