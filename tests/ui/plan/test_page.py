"""The plan's page: its switch, views made when wanted, the background, the workbook."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from tests.ui.plan.gantt.conftest import planned, show

from techmodel.core.checklist import Weeks
from techmodel.core.errors import ExportFailed
from techmodel.core.plan_parts import Project, ProjectId, ProjectKind
from techmodel.session.exports import Exported, ExportKind
from techmodel.session.plan_edits import project_edits
from techmodel.session.session import Session
from techmodel.ui import ask
from techmodel.ui.plan import exporting, working
from techmodel.ui.plan.gantt.view import GanttView
from techmodel.ui.plan.views import MAKERS
from techmodel.ui.workspace import Workspace
from techmodel.wording.gantt import READ_ONLY
from techmodel.wording.plan_page import VIEW_WORDS

__all__ = ["planned", "show"]


@pytest.fixture
def page(show, planned):
    return show(planned)


def test_every_view_is_offered_and_made_when_it_is_first_wanted(page):
    assert list(MAKERS) == list(VIEW_WORDS)
    assert list(page._views) == ["gantt"]
    page.switch._words.button("risks").click()
    assert list(page._views) == ["gantt", "risks"]
    page.show_view("gantt")

    assert isinstance(page.view, GanttView)


@pytest.mark.parametrize("key", VIEW_WORDS)
def test_every_view_answers_in_the_header_and_has_panes(show, sample_workspace, key):
    page = show(sample_workspace)
    page.show_item(key)
    page.focus_first()

    assert page.switch.key == key
    assert page.header.question.endswith("?")
    assert page.header.headline
    assert all(isinstance(pane.accessibleName(), str) for pane in page.panes())
    assert len(page.panes()) > 1


def test_a_capability_leads_to_its_project(show, sample_workspace):
    page = show(sample_workspace)
    project = next(p for p in sample_workspace.session.plan.book().projects if p.steps)
    page.show_item(project.steps[0].partition(":")[0])

    assert page.view.halves.tree.current().key == project.id


def test_what_is_wanted_before_the_plan_is_worked_out_is_shown_then(
    show, planned, qtbot, monkeypatch
):
    monkeypatch.setattr(working, "SMALL", 1)
    page, last = show(planned), planned.session.plan.book().projects[-1]
    page.show_item(last.id)
    qtbot.waitUntil(lambda: page.view.halves.tree.current() is not None)

    assert page.view.halves.tree.current().key == last.id


def test_the_switch_folds_where_there_is_no_room(page):
    page.resize(1300, 640)
    assert page.switch._words.isVisible()
    page.resize(800, 640)
    assert page.switch._button.isVisible()
    action = next(a for a in page.switch._actions.actions() if a.data() == "owners")
    action.trigger()

    assert page.switch._button.text() == "View: Owners"
    assert page.switch.key == "owners"


def test_a_view_that_is_not_shown_looks_again_when_it_is(page, planned, monkeypatch):
    page.show_view("costs")
    seen = []
    monkeypatch.setattr(GanttView, "show_worked", lambda _, worked: seen.append(worked))
    planned.run(lambda s: s.plan.add_own("Epsilon"))
    assert not seen
    page.show_view("gantt")

    assert [p.name for p in seen[0].book.projects][-1] == "Epsilon"


def test_a_large_plan_is_worked_out_in_the_background(page, planned, qtbot, monkeypatch):
    monkeypatch.setattr(working, "SMALL", 2)
    before, seen = page.working.worked, []
    page.working.begun.connect(lambda: seen.append(page.working.worked))
    with qtbot.waitSignal(page.working.ready):
        planned.run(lambda s: s.plan.add_own("Epsilon", Weeks(1, 1, 1)))
        planned.run(lambda s: s.plan.add_own("Zeta", Weeks(1, 1, 1)))

    assert seen[0] is before
    qtbot.waitUntil(lambda: not page.working.busy)
    assert [line.name for line in page.view.halves.tree.rows()][-2:] == ["Epsilon", "Zeta"]


def test_a_thousand_projects_are_shown_and_only_those_in_view_are_painted(page, planned, qtbot):
    projects = [
        Project(
            ProjectId(f"Q{n:04}"),
            f"Project {n}",
            ProjectKind.OWN,
            weeks=Weeks(1, 2, 3),
            position=n + 10,
        )
        for n in range(1000)
    ]
    edits = [edit for p in projects for edit in project_edits(None, p)]
    with qtbot.waitSignal(page.working.ready, timeout=20_000):
        planned.run(lambda s: s.apply(edits, "Many"))
    chart = page.view.halves.chart

    assert len(page.view.halves.tree.rows()) == 1004
    assert len(list(chart._in_view())) < 40
    page.view.halves.tree.scrollToBottom()
    assert list(chart._in_view())[-1][1].key == "Q0999"


def test_what_is_not_kept_is_listed_and_copied(show, sample_workspace, monkeypatch):
    page = show(sample_workspace)
    asked = []

    def choose(_, sentence, __, *, detail):
        asked.append((sentence, detail))
        return "copy"

    monkeypatch.setattr(ask, "choose", choose)
    page.view._on_wanted("kept")

    assert "the plan does not keep" in asked[0][0]
    assert "the duty date is" in asked[0][1]


class TestExport:
    """The button that writes the workbook."""

    @pytest.fixture
    def path(self, tmp_path, monkeypatch):
        path = tmp_path / "plan.xlsx"
        monkeypatch.setattr(ask, "save_path", lambda *_: path)
        return path

    def test_it_writes_the_workbook_and_says_so(self, page, path, monkeypatch, qtbot):
        jobs = []

        def write(job):
            jobs.append(job)
            return Exported(job.path, job.kind, 1)

        monkeypatch.setattr(exporting, "export_report", write)
        with qtbot.waitSignal(page._exporting.told, check_params_cb=lambda s: "Exported" in s):
            page.export.click()

        assert (jobs[0].path, jobs[0].kind) == (path, ExportKind.XLSX)
        assert jobs[0].report.plan is not None
        assert page.export.isEnabled()

    def test_what_went_wrong_is_said(self, page, path, monkeypatch, qtbot):
        def refuse(_):
            raise ExportFailed("The disk is full. Nothing was written.")

        monkeypatch.setattr(exporting, "export_report", refuse)
        with qtbot.waitSignal(page.workspace.failed) as said:
            page.export.click()

        assert said.args == ["The disk is full. Nothing was written."]


class TestReading:
    """A session that is only read."""

    @pytest.fixture
    def reading(self, show, planned, qtbot):
        session = planned.session
        workspace = Workspace(session.as_of(session.revision))
        yield show(workspace)
        workspace.close()
        workspace.deleteLater()

    def test_it_shows_everything_and_says_why_nothing_can_be_changed(self, reading):
        view = reading.view
        view.halves.tree.setFocus()
        view._on_wanted("open")

        assert view._note.text == READ_ONLY
        assert not any(verb.isEnabled() for verb in view.toolbar.verbs())
        assert not view.details.fields.name.isEnabled()
        assert len(view.halves.tree.rows()) == 4

    def test_keys_say_it_too(self, reading):
        said = []
        reading.workspace.failed.connect(said.append)
        reading.view._on_wanted("later")

        assert said == [READ_ONLY]
        assert isinstance(reading.workspace.session, Session)


def test_terms_are_kept_when_a_project_is_taken_out(page, planned):
    plan = planned.session.plan
    terms = replace(plan.book().terms, capacity=3)
    planned.run(lambda s: s.plan.set_terms(terms))
    page.view.halves.tree.select(plan.book().projects[2].id)
    page.view.halves.tree._tick()

    assert plan.book().terms.capacity == 3


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_what_is_told_for_a_moment_covers_nothing_that_is_pressed(show, planned, size):
    page = show(planned, size)
    page.view.said.emit("P23 begins as soon as it can.")
    told = page._told.geometry()
    pressed = (page.switch, page.export, page.view.toolbar, page.view.halves.filters)
    areas = [QRect(w.mapTo(page, QPoint()), w.size()) for w in pressed]

    assert page._told.isVisible()
    assert not any(told.intersects(area) for area in areas)
