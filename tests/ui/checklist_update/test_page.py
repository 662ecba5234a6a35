"""Another version of the checklist is looked at before it is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.window_checks import faults
from tests.session.test_checklist_update import renewed

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.session.checklist_update import take_update
from techmodel.ui import ask
from techmodel.ui.checklist_update.opening import UPDATED, UPDATING
from techmodel.ui.checklist_update.page import ChecklistUpdatePage
from techmodel.wording import checklist_update_page as wording
from techmodel.wording.checklist_update import NOTHING_LOST


@pytest.fixture
def show(workspace, look, qtbot, qapp):
    organisation = workspace.session.assessment().organisations[0].id
    for id_ in ("GOV-01", "GOV-02", "GOV-03"):
        workspace.session.answers.give(CapabilityId(id_), organisation, Value(State.LEVEL, 3))

    def make(new):
        page = ChecklistUpdatePage(workspace, look, new)
        qtbot.addWidget(page)
        page.resize(1198, 680)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.focus_first()
        qapp.processEvents()
        return page

    return make


def shown(page):
    return [row.texts for row in page.model.rows]


def test_the_page_lists_what_changes_and_writes_nothing(show, checklist, workspace):
    before = workspace.session.revision
    page = show(renewed(checklist))
    assert page.headline().endswith("71 kept, 1 reworded, 1 new, 1 gone, 1 renamed.")
    assert [row[:2] for row in shown(page)] == [
        ("Renamed", "GOV-91"),
        ("Reworded", "GOV-03"),
        ("New", "X-GOV-01"),
        ("Gone", "GOV-02"),
    ]
    assert [row[4] for row in shown(page)] == ["1", "1", "", "1"]
    assert page.take.isEnabled()
    assert workspace.session.revision == before
    assert not faults(page)


def test_taking_it_is_one_batch(show, checklist, workspace):
    page = show(renewed(checklist))
    done = []
    page.finished.connect(lambda: done.append(page.said))
    page.take.click()
    assert done == [page.said]
    assert page.said.startswith("Checklist updated to version 9")
    assert workspace.session.batches()[-1].kind is BatchKind.UPDATE


def test_the_same_version_cannot_be_taken_and_another_can_be_shown(show, checklist):
    page = show(checklist)
    assert (page.take.isEnabled(), page.reason.text()) == (False, wording.SAME)
    assert page.panes()[1] is page.cancel
    page.show_version(renewed(checklist))
    assert page.take.isEnabled()
    assert page.panes()[1] is page.take


def test_capabilities_of_ones_own_that_would_go_are_said(show, checklist, workspace):
    page = show(renewed(checklist))
    assert page.reason.text() == NOTHING_LOST
    take_update(workspace.session, renewed(checklist))
    page.show_version(checklist)
    assert page.reason.text().startswith("1 capability of your own (X-) would go")


def test_a_version_that_does_not_fit_says_why(show, checklist):
    kinds = tuple(k for k in checklist.kinds if k.id != "acute")
    page = show(replace(checklist, kinds=kinds))
    assert "does not know the kind acute" in page.headline()
    assert (page.take.isEnabled(), shown(page)) == (False, [])


def test_all_else_that_goes_or_changes_is_listed(show, checklist):
    newer = renewed(checklist)
    first, *rest = newer.capabilities
    rows = tuple(c for c in (replace(first, weight=2.0), *rest) if c.domain != "UEC")
    kept = {c.id for c in rows}
    rows = tuple(
        replace(c, prerequisites=tuple(p for p in c.prerequisites if p in kept)) for c in rows
    )
    chosen = {"PLACE"}
    models = tuple(m for m in checklist.care_models if m.id in chosen)
    domains = tuple(d for d in checklist.domains if d.id != "UEC")
    page = show(replace(newer, capabilities=rows, care_models=models, domains=domains))
    assert shown(page)[0][3] == "Was GOV-01; its answers follow. Also changed: its weight"
    assert shown(page)[-1][1] == "UEC"
    assert any(row[3].startswith("A care model") for row in shown(page))


def test_answers_that_came_under_an_earlier_id_are_listed(show, checklist, workspace):
    session, newer = workspace.session, renewed(checklist)
    page = show(newer)
    take_update(session, newer)
    second = session.assessment().organisations[1].id
    row = dict(session.tables()["answer"][min(session.tables()["answer"])])
    session.apply([Edit("answer", ("GOV-01", second), WHOLE_ROW, None, row)], "Merged")
    page.refresh()
    assert shown(page)[-1][:2] == ("Moved", "GOV-91")
    assert page.take.isEnabled()


def test_escape_leaves(show, checklist):
    page = show(renewed(checklist))
    left = []
    page.cancelled.connect(lambda: left.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert left == [True]


def test_the_menu_shows_the_version_of_the_program_then_another_and_takes_it(
    office, document, tmp_path, monkeypatch
):
    from techmodel.session.checklist_folder import write_checklist_folder
    from techmodel.session.content import built_in_checklist

    office.desk.open(document)
    office.window.actions_.update_checklist.trigger()
    office.workspace.worker.finish()
    page = office.window.frame.page
    assert isinstance(page, ChecklistUpdatePage)
    write_checklist_folder(renewed(built_in_checklist()), tmp_path / "own")
    monkeypatch.setattr(ask, "open_path", lambda *_: tmp_path / "own" / "checklist.toml")
    page.other.click()
    office.workspace.worker.finish()
    assert office.window.frame.page is page
    page.take.click()
    assert office.text(UPDATED).startswith("Checklist updated to version 9")
    assert office.workspace.session.assessment().checklist.version == "9"
    office.verbs["Undo"].click()
    assert office.workspace.session.assessment().checklist.version != "9"


def test_a_version_that_cannot_be_read_is_said(office, document, tmp_path, monkeypatch):
    office.desk.open(document)
    office.window.actions_.update_checklist.trigger()
    office.workspace.worker.finish()
    page = office.window.frame.page
    path = tmp_path / "checklist.toml"
    path.write_text("nothing", "utf-8")
    for chosen in (None, path):
        monkeypatch.setattr(ask, "open_path", lambda *_, chosen=chosen: chosen)
        page.other.click()
        office.workspace.worker.finish()
    assert "a checklist folder holds" in office.text(UPDATING)
    page.cancel.click()
    assert office.window.frame.page is not page


def test_columns_keep_up_with_the_size_of_the_text(show, checklist, look):
    page = show(renewed(checklist))
    narrow = page.table.columnWidth(1)
    look.choose_text(150)

    assert page.table.columnWidth(1) > narrow * 1.3
