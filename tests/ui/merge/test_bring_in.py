"""Organisations of another assessment come in as new ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.conftest import THREE
from tests.journeys.window_checks import faults

from techmodel.core.answers import Evidence, State, Value
from techmodel.core.checklist import CapabilityId, KindId
from techmodel.core.journal import BatchKind
from techmodel.session.merging import read_other
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.ui import ask
from techmodel.ui.merge.bring_in import BringInPage

NEW = Newcomer("Hilltop Surgery", KindId("gp"), 2.0)


@pytest.fixture
def page(workspace, make_document, look, qtbot, qapp):
    """Another assessment with two organisations; the name of one is taken here."""
    document = make_document((NEW, THREE[0]), name="other.techmodel")
    there = Session(document.file, document)
    first = there.assessment().organisations[0].id
    there.answers.give(CapabilityId("GOV-01"), first, Value(State.LEVEL, 2))
    there.evidence.add(Evidence("", CapabilityId("GOV-01"), first, "C", "List"))
    document.publish()
    made = BringInPage(workspace, look, read_other(document.path))
    qtbot.addWidget(made)
    made.resize(1198, 680)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    qapp.processEvents()
    return made


def rows(page):
    return [row._lines[0].text().splitlines() for row in page._rows.values()]


def names(page):
    return [o.name for o in page.workspace.session.assessment().organisations]


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def test_it_says_what_each_would_bring(page):
    assert page.question() == "“Test partnership” is another assessment: what can come in?"
    assert page.headline() == "2 organisations can come in as new ones."
    first, second = rows(page)
    assert first[0].endswith("· weight 2 · 1 answer, 1 piece of evidence")
    assert len(first) == 1
    assert second[0].endswith("· weight 1 · no answers")
    assert second[1].startswith("Comes in as “Riverside Trust (2)”")


def test_nothing_is_chosen_at_first(page):
    assert page.chosen == ()
    assert not page.go.isEnabled()
    assert page._reason.text() == "Choose at least one organisation."


def test_one_comes_in_with_its_answers_and_is_taken_back(page, qtbot):
    before = page.workspace.session.assessment()
    press(page, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.finished):
        page.go.click()
    after, batch = page.workspace.session.assessment(), page.workspace.session.batches()[-1]

    assert names(page)[-1] == "Hilltop Surgery"
    assert len(after.answers) == len(after.evidence) == 1
    assert batch.kind is BatchKind.IMPORT
    assert page.said == f"{batch.label}. The other file was not changed."
    page.workspace.run(lambda s: s.undo())
    assert page.workspace.session.assessment() == before


def test_all_come_in_under_names_of_their_own(page):
    page.all.click()
    said = page.go.text()
    page.go.click()

    assert said == "Bring in 2 organisations"
    assert names(page)[-2:] == ["Hilltop Surgery", "Riverside Trust (2)"]


def test_none_is_chosen_again(page):
    page.all.click()
    page.none.click()

    assert page.chosen == ()
    assert page.go.text() == "Bring in"


def test_leaving_asks_once_and_only_when_somebody_is_chosen(page, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(ask, "confirm", lambda *a, **k: bool(asked.append(a[1])) or True)
    untouched = page.may_leave(), list(asked)
    press(page, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.cancelled):
        press(page, Qt.Key.Key_Escape)

    assert untouched == (True, [])
    assert page.may_leave()
    assert asked == ["Leave without bringing anything in?"]


def test_a_refusal_is_said_and_the_page_stays(page, monkeypatch, qtbot):
    press(page, Qt.Key.Key_Space)
    monkeypatch.setattr(BringInPage, "chosen", ("nobody",))
    with qtbot.waitSignal(page.workspace.failed):
        page.go.click()

    assert page.said == ""


def test_a_name_that_is_taken_meanwhile_is_said(page):
    page.workspace.run(lambda s: s.organisations.add([replace(NEW, weight=1.0)]))

    assert rows(page)[0][1].startswith("Comes in as “Hilltop Surgery (2)”")


def test_a_file_open_for_reading_says_why_nobody_can_come_in(page, monkeypatch):
    monkeypatch.setattr(type(page.workspace.session), "read_only", True)
    page.all.click()

    assert page._reason.text().startswith("This assessment is open for reading")
    assert not page.go.isEnabled()


@pytest.mark.parametrize("size", [(1198, 680), (620, 480)])
def test_nothing_is_cut_too_small_or_without_a_name(page, qapp, size):
    page.resize(*size)
    for _ in range(3):
        qapp.processEvents()

    assert faults(page) == []
    assert page.panes() == (page._list, page._foot)
