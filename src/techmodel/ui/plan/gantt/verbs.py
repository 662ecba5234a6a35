"""What is done with projects from the table and the bars; every change is one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.core.causes import find_cause
from techmodel.core.plan_parts import Status
from techmodel.core.typed_weeks import scaled
from techmodel.ui import ask
from techmodel.ui.ask import TextQuestion
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.ui.plan.gantt.tree_model import COUNT, NAME, OWNER, START, WEEKS
from techmodel.wording import gantt as wording
from techmodel.wording.plan_limits import cause_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.plan import Plan, PlannedProject
    from techmodel.core.plan_parts import PlanBook, Project, ProjectId
    from techmodel.ui.plan.gantt.lines import Line
    from techmodel.ui.plan.gantt.tree import ProjectTree
    from techmodel.ui.workspace import Workspace

WEEK = timedelta(days=7)


class Verbs(QObject):
    """Runs the verbs of the session for the current line, or for what was typed.

    Signals:
        failed(str): why something was not done.
        said(str): what was done, where the table does not say it by itself.
        made(str): a project (its id) was added.
    """

    failed = Signal(str)
    said = Signal(str)
    made = Signal(str)

    def __init__(self, workspace: Workspace, tree: ProjectTree, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._tree = workspace, tree

    @property
    def project(self) -> Project | None:
        """The project of the current line as it is stored."""
        line = self._tree.current()
        return line.project if line else None

    def edit(self, key: str, column: int, text: str) -> None:
        """Take over what was typed in a cell."""
        line = next((line for line in self._tree.rows() if line.key == key), None)
        if line is None:
            return
        ways: dict[int, Callable[[ProjectId, str], None]] = {
            COUNT: self._count,
            NAME: self._run_rename,
            OWNER: self._own,
            START: self._start,
            WEEKS: lambda _, typed: self._weeks(line, typed),
        }
        if line.id is not None:
            ways[column](line.id, text)

    def add(self) -> None:
        """Ask for a name and add a project by hand."""
        question = TextQuestion(wording.NEW_PROJECT, wording.ADD_ASK, wording.ADD, limit=200)
        name = ask.text(self._tree, question)
        if not name:
            return
        plan = self._workspace.session.plan
        before = {p.id for p in plan.book().projects}
        if self._workspace.run(lambda s: s.plan.add_own(name)):
            added = [p.id for p in plan.book().projects if p.id not in before]
            self.made.emit(added[0])

    def shift(self, weeks: int) -> None:
        """Begin so many weeks later, or earlier below 0; the two take each other back.

        The weeks are taken from the day that is fixed, or from the start where none is.
        """
        line = self._tree.current()
        if line is None or line.kind is not Kind.PROJECT or line.start is None or not line.id:
            return
        assert line.project is not None
        free = self._free(line.id)
        pin = line.project.pins.start
        day = (pin or line.start) + weeks * WEEK
        if free is None or free.start is None:
            return
        under_way = line.status is Status.UNDER_WAY
        if weeks < 0 and not under_way and (pin is None or pin <= free.start):
            self._refuse(line.project)
        else:
            self._pin(line.project, None if weeks < 0 and day == free.start else day)

    def begin_on(self, id_: ProjectId, day: date) -> None:
        """Fix the day on which a project begins, or let it go where it may begin at once.

        Where it cannot begin earlier, that is said and nothing is changed.
        """
        now, free = self._workspace.session.plan.plan().of(id_), self._free(id_)
        if now is None or now.start is None or free is None or free.start is None:
            return
        if day > free.start or now.project.status is Status.UNDER_WAY:
            self._pin(now.project, day)
        elif now.start > free.start:
            self._pin(now.project, None)
        else:
            self._refuse(now.project)

    def let_go(self) -> None:
        """Let the start of the current project go."""
        project = self.project
        if project is not None:
            self._workspace.run(lambda s: s.plan.pin(project.id, None))

    def move(self, by: int) -> None:
        """Put the current project before or after its neighbour in the table."""
        line = self._tree.current()
        shown = [r for r in self._tree.rows() if r.kind is Kind.PROJECT]
        if line is None or line.kind is not Kind.PROJECT or line.id is None:
            return
        if self._tree.heads.order is not None:
            self.failed.emit(wording.SORTED)
            return
        place = next(n for n, r in enumerate(shown) if r.key == line.key) + by
        if not 0 <= place < len(shown):
            return
        ids = [p.id for p in self._workspace.session.plan.book().projects]
        other, id_ = shown[place].id, line.id
        self._workspace.run(lambda s: s.plan.move(id_, ids.index(other) + 1 if other else 1))

    def drop(self) -> None:
        """Ask why, and drop the current project."""
        project = self.project
        if project is None or project.status is Status.DROPPED:
            return
        question = TextQuestion(wording.drop_title(project), wording.DROP_TEXT, "Drop it")
        reason = ask.text(self._tree, question)
        if reason:
            self._workspace.run(lambda s: s.plan.drop(project.id, reason))

    def take_up(self) -> None:
        """Take up again a project that was dropped or done."""
        project = self.project
        if project is not None:
            self._workspace.run(lambda s: s.plan.progress(project.id, Status.NOT_STARTED))

    def bundle(self) -> None:
        """Ask for a name and make one project of those selected."""
        ids = [line.id for line in self._tree.chosen() if line.id]
        if len(ids) < 2:
            self.failed.emit(wording.TWO_TO_BUNDLE)
            return
        first = self._tree.chosen()[0].name
        asked = TextQuestion(wording.BUNDLE_TITLE, wording.BUNDLE_TEXT, "Bundle", first, limit=200)
        name = ask.text(self._tree, asked)
        if name and self._workspace.run(lambda s: s.plan.bundle(ids, name)):
            self._tree.select(ids[0])

    def link_selected(self) -> bool:
        """Let each of several selected projects wait for the one above; whether there are any."""
        ids = [line.id for line in self._tree.chosen() if line.id]
        for before, id_ in pairwise(ids):
            if not self._link(id_, before):
                break
        return len(ids) > 1

    def limit(self) -> None:
        """Ask how many steps may be in work at once."""
        terms = self._workspace.session.plan.book().terms
        given = str(terms.capacity or "")
        text = ask.text(
            self._tree,
            TextQuestion(
                wording.LIMIT_TITLE, wording.LIMIT_TEXT, "Set it", given, required=False, limit=6
            ),
        )
        if text is None:
            return
        if text and not (text.isdecimal() and int(text)):
            self.failed.emit(wording.not_a_limit(text))
            return
        new = replace(terms, capacity=int(text) if text else None)
        self._workspace.run(lambda s: s.plan.set_terms(new))

    def _free_plan(self, id_: ProjectId) -> tuple[Plan, PlanBook]:
        """What the plan would come to without a fixed start of one project."""
        plans = self._workspace.session.plan
        book = plans.book()
        freed = tuple(_without_start(p) if p.id == id_ else p for p in book.projects)
        book = replace(book, projects=freed)
        return plans.work_out(book), book

    def _free(self, id_: ProjectId) -> PlannedProject | None:
        plan, _ = self._free_plan(id_)
        return plan.of(id_)

    def _refuse(self, project: Project) -> None:
        """Say why a project cannot begin earlier."""
        why = self._why(*self._free_plan(project.id), project)
        self.failed.emit(wording.cannot_begin_earlier(project, why))

    def _pin(self, project: Project, day: date | None) -> None:
        """Fix a start or let it go, and say when that is not the day it begins."""
        if not self._workspace.run(lambda s: s.plan.pin(project.id, day)):
            return
        plans = self._workspace.session.plan
        plan, said = plans.plan(), wording.moved_words(project, day)
        now = plan.of(project.id)
        if day and now and now.start and now.start > plan.days.on_or_after(day):
            why = self._why(plan, plans.book(), project)
            said = wording.moved_less_words(project, day, now.start, why)
        self.said.emit(said)

    def _why(self, plan: Plan, book: PlanBook, project: Project) -> str:
        cause = find_cause(plan, book, project.id)
        return cause_words(cause, book.terms, self._workspace.session.assessment())

    def _link(self, id_: ProjectId, before: ProjectId) -> bool:
        return self._workspace.run(lambda s: s.plan.link(id_, before))

    def _count(self, id_: ProjectId, text: str) -> None:
        terms = self._workspace.session.plan.book().terms
        off = terms.off - {id_} if text == "on" else terms.off | {id_}
        self._workspace.run(lambda s: s.plan.set_terms(replace(terms, off=off)))

    def _run_rename(self, id_: ProjectId, text: str) -> None:
        self._workspace.run(lambda s: s.plan.rename(id_, text))

    def _own(self, id_: ProjectId, text: str) -> None:
        self._workspace.run(lambda s: s.plan.own(id_, text))

    def _start(self, id_: ProjectId, text: str) -> None:
        day = parse_day(text) if text.strip() else None
        if text.strip() and day is None:
            self.failed.emit(wording.not_a_date(text.strip()))
        else:
            self._workspace.run(lambda s: s.plan.pin(id_, day))

    def _weeks(self, line: Line, text: str) -> None:
        typed, id_ = text.strip(), line.id
        if id_ is None:
            return
        if typed and not typed.isdecimal():
            self.failed.emit(wording.not_a_number(typed))
            return
        weeks = scaled(line.weeks, int(typed) if typed else None)
        self._workspace.run(lambda s: s.plan.set_weeks(id_, weeks))


def _without_start(project: Project) -> Project:
    return replace(project, pins=replace(project.pins, start=None))
