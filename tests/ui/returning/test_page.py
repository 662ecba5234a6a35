"""A workbook is looked at before it is brought back; a person settles, leaves out, takes away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.journeys.window_checks import faults
from tests.session.workbooks import Exported

from techmodel.core.checklist import Weeks
from techmodel.core.journal import BatchKind
from techmodel.core.plan_parts import Status
from techmodel.ui import ask
from techmodel.ui.returning.page import ReturningPage
from techmodel.wording import returning_page as wording


@pytest.fixture
def session(workspace):
    """A plan of three projects, with a risk and a cost."""
    made = workspace.session
    domains = [d.id for d in made.assessment().checklist.domains]
    made.scope.leave_out([d for d in domains if d != "GOV"])
    for name in ("Record", "Viewer", "Training"):
        made.plan.add_own(name, Weeks(2, 4, 6))
    made.raid.add(text="A supplier is late")
    made.costs.add(label="Licences")
    return made


def owner(session, n):
    return session.plan.book().projects[n].owner


@pytest.fixture
def workbook(session):
    return Exported(session)


@pytest.fixture
def show(workspace, look, qtbot, qapp):
    def make(workbook):
        back = workbook.back() if isinstance(workbook, Exported) else workbook
        page = ReturningPage(workspace, look, back)
        qtbot.addWidget(page)
        page.resize(1198, 680)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.focus_first()
        qapp.processEvents()
        return page

    return make


@pytest.fixture
def mixed(session, workbook, show):
    """Something of everything: wrong, to settle, missing, changed, new, and not ours."""
    ids = [p.id for p in session.plan.book().projects]
    workbook.put("Plan", ids[0], owner="Nurse", weeks=-2)
    workbook.put("Plan", ids[1], owner="Nurse")
    workbook.put("Plan", ids[2], owner="Architect")
    workbook.delete("RAID", session.raid.all()[0].id)
    workbook.add("Costs", label="Laptops", likely=4000)
    workbook.sheet("Plan").cell(1, 60).value = "My own"
    session.plan.own(ids[1], "Clerk")
    return show(workbook)


def keys(page):
    return [s.key for s in page._sections]


def texts(page):
    return [row.texts for row in page.section.rows]


def press(page, *keys_):
    for key in keys_:
        QTest.keyClick(page.pane.table, key)


def test_what_has_to_be_done_first_is_shown_first(mixed):
    assert keys(mixed) == ["wrong", "settle", "gone", "changed", "added", "notes"]
    assert mixed.question() == "What was changed in plan.xlsx?"
    assert mixed.headline().startswith("1 cell of this workbook cannot be taken.")
    assert mixed.foot.reason.text() == wording.MEND_FIRST
    assert not mixed.foot.go.isEnabled()
    assert texts(mixed)[0][2] == "‘-2’ is out of range. Weeks: 0 to 520."


def test_everything_is_settled_by_keyboard_and_brought_back(mixed, session, qtbot):
    press(mixed, Qt.Key.Key_Return)
    mixed._on_section("settle")
    press(mixed, Qt.Key.Key_Return, Qt.Key.Key_Return)
    mixed._on_section("gone")
    press(mixed, Qt.Key.Key_Return)
    before = session.tables()
    with qtbot.waitSignal(mixed.finished):
        mixed.foot.go.click()

    assert [owner(session, n) for n in range(3)] == ["", "Nurse", "Architect"]
    assert session.raid.all() == ()
    assert session.batches()[-1].kind is BatchKind.IMPORT
    assert mixed.said == f"{session.batches()[-1].label}. The workbook was not changed."
    session.undo()
    assert session.tables() == before


def test_enter_turns_a_decision_round(mixed):
    decided = []
    for key in ("wrong", "settle", "gone"):
        mixed._on_section(key)
        for _ in range(2):
            press(mixed, Qt.Key.Key_Return)
            decided.append(texts(mixed)[0][-1])

    assert decided == [
        *("row left out", "to mend"),
        *("stays as it is here", "taken from the workbook"),
        *("is taken away", "stays here"),
    ]


def test_verbs_settle_what_is_chosen_or_all(mixed):
    verbs = mixed.pane.verbs
    mixed._on_section("settle")
    said = []
    for verb in (
        *(wording.KEEP_OURS, wording.TAKE_THEIRS),
        *(wording.KEEP_ALL, wording.TAKE_ALL),
    ):
        verbs[verb].click()
        said.append(texts(mixed)[0][-1])

    assert said == ["stays as it is here", "taken from the workbook"] * 2
    mixed._on_section("gone")
    for verb in (wording.TAKE_AWAY, wording.KEEP_ROW, wording.TAKE_ALL_AWAY):
        verbs[verb].click()
    assert texts(mixed)[0][-1] == "is taken away"
    verbs[wording.KEEP_ALL_ROWS].click()
    assert not mixed.deciding.deleted


def test_rows_are_left_out_and_looked_at_again(mixed):
    verbs = mixed.pane.verbs
    verbs[wording.LEAVE_ALL_OUT].click()
    left = mixed.foot.reason.text(), texts(mixed)[0][-1]
    verbs[wording.LOOK_AGAIN].click()

    assert left == ("1 still to settle", "row left out")
    assert mixed.foot.reason.text() == wording.MEND_FIRST
    assert not verbs[wording.LOOK_AGAIN].isEnabled()


def test_every_section_can_be_looked_at_and_copied(mixed):
    for key in keys(mixed):
        mixed.pane._toggles[key].click()
        assert mixed.section.key == key
        assert mixed.pane.table.accessibleName() == wording.SECTIONS[key]
    mixed._on_section("changed")
    mixed.pane.table.copy()

    assert QGuiApplication.clipboard().text().splitlines()[1].endswith("\tOwner\tnothing\tNurse")


def test_nothing_happens_on_enter_where_nothing_is_decided(mixed):
    mixed._on_section("changed")
    press(mixed, Qt.Key.Key_Return)

    assert not mixed.deciding.begun


def test_a_workbook_without_changes_has_only_a_way_out(workbook, show):
    page = show(workbook)

    assert page.headline() == "Nothing was changed in this workbook."
    assert page.foot.go.isHidden()
    assert page.foot.cancel.text() == "Close"
    assert page.panes()[1] is page.foot.cancel
    assert page.section is None
    page._on_verb(wording.KEEP_ALL)
    page._on_activated()
    assert not page.deciding.begun


def test_where_everything_stays_there_is_nothing_to_bring_back(session, workbook, show):
    workbook.delete("RAID", session.raid.all()[0].id)
    page = show(workbook)
    kept = page.foot.reason.text()
    page.pane.verbs[wording.TAKE_AWAY].click()

    assert (kept, page.foot.reason.text()) == (wording.NOTHING_TO_TAKE, "")


def test_leaving_asks_once_and_only_when_something_was_decided(mixed, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(ask, "confirm", lambda *a, **_: bool(asked.append(a[1])) or True)
    untouched = mixed.may_leave(), list(asked)
    press(mixed, Qt.Key.Key_Return)
    with qtbot.waitSignal(mixed.cancelled):
        QTest.keyClick(mixed, Qt.Key.Key_Escape)

    assert untouched == (True, [])
    assert mixed.may_leave()
    assert asked == [wording.LEAVE]


def test_what_changes_here_meanwhile_is_looked_at_first(mixed, workspace, session):
    third = session.plan.book().projects[2].id
    workspace.run(lambda s: s.plan.own(third, "Clerk"))

    assert len(mixed.deciding.comeback.changes) == 1
    assert len(mixed.deciding.comeback.conflicts) == 2


def test_a_refusal_is_said_and_the_page_stays(mixed, workspace, qtbot):
    with qtbot.waitSignal(workspace.failed) as failed:
        mixed._on_go()

    assert failed.args[0].startswith("1 cell of 'plan.xlsx' cannot be taken.")
    assert mixed.said == ""


def test_where_one_only_reads_the_reason_is_said(session, workspace, workbook, show, monkeypatch):
    workbook.put("Plan", session.plan.book().projects[0].id, owner="Nurse")
    page = show(workbook)
    monkeypatch.setattr(type(session), "read_only", True)
    page.refresh()

    assert page.foot.reason.text() == wording.READ_ONLY


def test_a_workbook_made_by_hand_says_what_it_is_compared_with(session, workbook, show):
    workbook.put("Plan", session.plan.book().projects[0].id, status="Under way")
    page = show(replace(workbook.back(), kept={}))
    page._on_section("notes")

    assert texts(page)[0][0].startswith("This workbook does not say what it was made from")
    page.foot.go.click()
    assert session.plan.book().projects[0].status is Status.UNDER_WAY


def test_a_new_row_that_is_wrong_has_no_name_yet(workbook, show):
    workbook.add("Costs", funding="Grant")
    page = show(workbook)

    assert [row[1] for row in texts(page)] == ["", ""]


@pytest.mark.parametrize("size", [(1198, 680), (860, 560)])
def test_all_of_it_can_be_reached_and_read(mixed, unnamed_focusables, look, qapp, size):
    for text in (100, 200):
        look.choose_text(text)
        mixed.resize(*size)
        qapp.processEvents()

        assert faults(mixed) == []
    assert unnamed_focusables(mixed) == []
