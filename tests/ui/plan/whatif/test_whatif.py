"""Trying other terms beside the plan: nothing is stored until a verb says so."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.session.plans import last_label

from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.plan.whatif.closed_pane import typed_days
from techmodel.ui.plan.whatif.page import WhatIfPage
from techmodel.ui.workspace import Workspace
from techmodel.wording import plan_whatif as wording


@pytest.fixture
def show(look, qtbot):
    def show_(workspace, size=(1198, 650)):
        page = WhatIfPage(workspace, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        return page

    return show_


@pytest.fixture
def page(sample_workspace, show):
    return show(sample_workspace)


@pytest.fixture
def opened(page):
    return page.workspace.session


@pytest.fixture
def name(monkeypatch):
    """Answer the question for a name."""

    def name_(given):
        monkeypatch.setattr(ask, "text", lambda *_: given)

    return name_


def see(page, key):
    page.results.views.choose(key)
    page.results.views.chosen.emit(key)


def keep(page, name, given="Slowly", capacity=3):
    page.settings.pace.capacity.setValue(capacity)
    name(given)
    page.scenarios.keep.click()


def test_other_terms_are_worked_out_at_once_and_not_stored(page, opened):
    before, end = len(opened.batches()), opened.plan.plan().end
    page.settings.pace.capacity.setValue(3)

    assert page.draft.capacity == 3
    assert "later" in page.header.headline
    ends, *_ = page.facts.facts
    assert ends.text != wording.end_words(opened.plan.plan())
    assert ends.accessibleName().endswith(wording.end_words(opened.plan.plan()))
    assert (opened.plan.plan().end, len(opened.batches())) == (end, before)


def test_the_start_is_typed_as_people_write_it(page):
    pace = page.settings.pace
    for typed, wanted in (("1 Mar 2028", date(2028, 3, 1)), ("", None)):
        pace.start.setText(typed)
        pace.start.editingFinished.emit()
        assert page.draft.start == wanted
    pace.start.setText("soon")
    pace.start.editingFinished.emit()

    assert page.draft.start is None
    assert pace._wrong.text() == wording.WRONG_DATE


def test_roles_are_limited_and_let_go(page):
    pace = page.settings.pace
    held = dict(page.draft.roles)
    pace.more.setCurrentIndex(pace.more.findData("ARCH"))
    pace.more.activated.emit(pace.more.currentIndex())
    assert page.draft.roles == {**held, "ARCH": 2}
    pace.limits["ARCH"].setValue(5)
    assert page.draft.roles["ARCH"] == 5
    pace.set_limit("ARCH", None)

    assert page.draft.roles == held


def test_projects_are_ticked_with_space(page, opened):
    counted = page.settings.counted
    held = page.draft.off
    counted.table.setCurrentIndex(counted.table.model().index(0, 1))
    QTest.keyClick(counted.table, Qt.Key.Key_Space)
    first = counted.model.rows[0].key

    assert page.draft.off == held | {first}
    assert "Leaves out" in page.results.compare.sentence
    counted.none.click()
    assert page.facts.facts[0].text == "Nothing has dates"
    counted.all.click()
    assert page.draft.off == frozenset()


def test_a_range_of_days_is_closed_and_opened_again(page, opened):
    days, before = page.settings.days, opened.plan.book().closed_days
    days.typed.setText("4 Mar 2027 to 8 Mar 2027")
    days.close_.click()
    assert opened.plan.book().closed_days - before == {date(2027, 3, d) for d in range(4, 9)}
    days.table.selectRow(days.table.shown_index(days.model.place_of("2027-03-05")).row())
    days.open_.click()

    assert date(2027, 3, 5) not in opened.plan.book().closed_days
    assert last_label(opened) == "Closed days: 5 Mar 2027 removed"
    whys = {row.key: row.texts[1] for row in days.model.rows}
    assert whys["2027-03-26"] == "Good Friday"
    assert whys["2027-03-04"] == wording.BY_HAND


def test_what_is_no_day_is_told(page, opened):
    before = len(opened.batches())
    page.settings.days.typed.setText("whenever")
    page.settings.days.close_.click()

    assert page.settings.days._wrong.text() == wording.WRONG_DAYS
    assert len(opened.batches()) == before
    assert typed_days("1 Jan 2027 to 1 Jan 2028") == ()
    assert typed_days("2 Jan 2027") == (date(2027, 1, 2),)


def test_a_scenario_is_kept_changed_renamed_and_forgotten(page, opened, name):
    old = {s.id for s in opened.scenarios.all()}
    keep(page, name)
    (kept,) = [s for s in opened.scenarios.all() if s.id not in old]
    assert (kept.name, kept.terms.capacity) == ("Slowly", 3)
    assert page.scenarios.list.currentText() == "Slowly"
    page.settings.pace.capacity.setValue(4)
    page.scenarios.update_.click()
    name("More slowly")
    page.scenarios.rename.click()
    (kept,) = [s for s in opened.scenarios.all() if s.id not in old]
    assert (kept.name, kept.terms.capacity) == ("More slowly", 4)
    page.scenarios.forget.click()
    assert {s.id for s in opened.scenarios.all()} == old
    assert page.scenarios.list.currentText() == wording.THE_PLAN


def test_no_name_keeps_nothing(page, opened, name):
    before = len(opened.batches())
    keep(page, name, None)

    assert len(opened.batches()) == before


def test_a_scenario_becomes_the_plan(page, opened, name):
    keep(page, name)
    page.adopt.click()

    assert opened.plan.book().terms == page.draft
    assert last_label(opened) == "Scenario “Slowly” is the plan"
    assert not page.adopt.isEnabled()


def test_terms_become_the_plan_without_a_name(page, opened):
    page.settings.pace.capacity.setValue(3)
    page.adopt.click()

    assert opened.plan.book().terms.capacity == 3
    assert page.header.headline.startswith("As the plan")


def test_undoing_elsewhere_is_followed_while_nothing_is_tried(page, opened):
    held = opened.plan.book().terms
    page.workspace.run(lambda s: s.plan.set_terms(replace(held, capacity=3)))
    assert page.draft.capacity == 3
    page.settings.pace.capacity.setValue(5)
    page.workspace.run(lambda s: s.plan.set_terms(held))

    assert page.draft.capacity == 5


def test_two_stand_side_by_side(page, opened, name):
    keep(page, name)
    compare = page.results.compare
    compare.one.setCurrentIndex(compare.one.findText("Slowly"))
    compare.one.activated.emit(0)
    compare.other.setCurrentIndex(compare.other.findText(wording.THE_PLAN))
    compare.other.activated.emit(0)

    assert compare.sentence.startswith("“The plan”, not “Slowly”: Ends in")
    rows = {row.texts[0]: row.texts[1:] for row in compare.model.rows}
    assert rows["Pace"] == ("3 steps at once", "14 steps at once")
    assert {"Ends", "Duty dates kept", "Costs", "Start"} <= set(rows)


@pytest.mark.parametrize("key", ["domains", "capabilities", "duties", "costs"])
def test_every_result_is_a_table(page, opened, key):
    see(page, key)
    model = page.results.models[key]

    assert model.rowCount() > 1
    assert all(len(row.texts) == model.columnCount() for row in model.rows)


def test_every_quarter_is_shown_when_wanted(page, opened):
    see(page, "domains")
    model, moments = page.results.models["domains"], opened.plan.forecast()
    by_year = model.columnCount()
    page.results.quarters.click()

    assert model.columnCount() == 1 + len(moments) > by_year
    last = model.rows[-1]
    assert last.texts[-1] == wording.reached_words(moments)


def test_what_is_reached_is_told_against_the_plan(page, opened):
    see(page, "domains")
    assert page.results.against.isHidden()
    page.settings.pace.capacity.setValue(3)
    page.results.against.click()
    overall = page.results.models["domains"].rows[-1]

    assert overall.texts[1] == "0"
    assert overall.texts[2].startswith("−")
    assert "; in the plan " in dict(overall.told)[2]
    see(page, "capabilities")
    rows = page.results.models["capabilities"].rows
    assert {text for row in rows for text in row.texts[1:-1]} <= {"0", "−1", "−2", "−3", "−4"}
    assert {row.texts[-1] for row in rows} <= {*"12345"}


def test_a_simulation_runs_to_its_end(page, qtbot, monkeypatch):
    monkeypatch.setattr("techmodel.ui.plan.whatif.sure_pane.RUNS", 40)
    monkeypatch.setattr(
        "techmodel.ui.plan.whatif.sure_pane.simulating",
        lambda plan, terms: _steps(plan),
    )
    see(page, "sure")
    sure = page.results.sure
    sure.run.click()
    assert sure.busy
    qtbot.waitUntil(lambda: not sure.busy, timeout=5000)

    assert sure.told.startswith("Half of 40 runs end by")
    page.settings.pace.capacity.setValue(3)
    assert sure.told == ""


def _steps(plan):
    for done in (20, 40):
        yield tuple(plan.placed.end + n for n in range(done))


def test_a_simulation_can_be_stopped(page, qtbot):
    see(page, "sure")
    sure = page.results.sure
    sure.run.click()
    sure.cancel.click()
    page.workspace.worker.finish(5)

    assert not sure.busy
    assert sure.told == wording.STOPPED
    sure.run.click()
    page.hide()
    assert not sure.busy
    page.workspace.worker.finish(5)


def test_nothing_planned_says_where_to_begin(workspace, show):
    page = show(workspace)
    found = []
    page.place_wanted.connect(lambda *where: found.append(where))
    page.focus_first()
    page.panes()[0].click()

    assert page.header.headline == "No plan yet. Fill it from the gaps."
    assert found == [("plan", "gantt")]


def test_read_only_lets_one_try_but_keep_nothing(sample_file, show):
    made = Workspace(Session(read_document(sample_file)))
    page = show(made)
    page.settings.pace.capacity.setValue(3)

    assert page.draft.capacity == 3
    off = (page.adopt, page.scenarios.keep, page.settings.days.close_, page.settings.days.typed)
    assert not any(part.isEnabled() for part in off)
    assert page.scenarios._why.text() == wording.ONLY_TO_LOOK
    made.session.close()


@pytest.mark.parametrize("size", [(1198, 650), (760, 500)])
def test_everything_has_its_name(page, unnamed_focusables, size):
    page.resize(*size)

    assert not unnamed_focusables(page)
    assert page.panes()


def test_narrow_windows_take_turns(page, look):
    look.choose_text(200)
    page.resize(1024, 650)
    assert page.settings.isVisible()
    assert not page.results.isVisible()
    page.halves.button("see").click()

    assert not page.settings.isVisible()
    assert page.width() == 1024
