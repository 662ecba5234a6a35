"""Works the plan out without holding up the window, and keeps what it comes to."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from techmodel.core.causes import find_held
from techmodel.core.forecast import forecast
from techmodel.core.plan import work_out
from techmodel.ui.plan.gantt.arrows import find_arrows
from techmodel.ui.plan.gantt.lines import project_lines
from techmodel.ui.plan.gantt.loads import find_load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.causes import Held
    from techmodel.core.forecast import Moment
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import PlanBook
    from techmodel.session.plan_reads import PlanTask
    from techmodel.ui.plan.gantt.arrows import Arrow
    from techmodel.ui.plan.gantt.lines import Line
    from techmodel.ui.workspace import Workspace

SMALL = 150
"""Up to so many projects are worked out at once; more of them in the background."""
PACE = 0.0005
"""Seconds after which the background lets the window go on, while both want to."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What a plan comes to, with what it was worked out from.

    Attributes:
        assessment, book, today: what it was worked out from.
        plan: what it comes to.
        ghost: the same with everything counted that is switched off; None where nothing is.
        moments: what it leads to.
        lines: a line for every project, with its steps beneath.
        arrows: the dependencies between projects.
        load: steps in work at once, by month.
        held: the tasks that a limit holds up, by their ids.
    """

    assessment: Assessment
    book: PlanBook
    today: date
    plan: Plan
    ghost: Plan | None
    moments: tuple[Moment, ...]
    lines: tuple[Line, ...]
    arrows: tuple[Arrow, ...]
    load: tuple[tuple[date, int], ...]
    held: Mapping[str, Held]


def work(task: PlanTask) -> Worked:
    """Everything that a plan comes to; a plain function for the background."""
    book = task.book
    plan = work_out(task.assessment, task.gaps, book, task.days(), task.today)
    ghost = None
    if book.terms.off:
        whole = replace(book, terms=replace(book.terms, off=frozenset()))
        ghost = work_out(task.assessment, task.gaps, whole, task.days(), task.today)
    return Worked(
        task.assessment,
        book,
        task.today,
        plan,
        ghost,
        forecast(task.gaps, plan),
        project_lines(plan, ghost, book, task.assessment, task.today),
        find_arrows(plan, book.links),
        find_load(plan),
        find_held(plan, book),
    )


class Working(QObject):
    """Works out the plan of a workspace when asked.

    Signals:
        ready(): `worked` is of now.
        begun(): it is being worked out in the background; `worked` is of before.

    Attributes:
        worked: what the plan comes to, None before it was first asked for.
    """

    ready = Signal()
    begun = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._busy = False
        self._task: PlanTask | None = None
        self.worked: Worked | None = None

    @property
    def busy(self) -> bool:
        """Whether the plan is being worked out in the background."""
        return self._busy

    def ask(self) -> None:
        """Work the plan out as it is now; `ready` says when."""
        plan = self._workspace.session.plan
        task = self._task = plan.task()
        if len(task.book.projects) <= SMALL:
            self._take(task, work(task))
        elif not self._busy:
            self._start(task)

    def ask_soon(self) -> None:
        """The same; of a large plan once the window has shown what it has to show first."""
        if self.worked is not None and len(self.worked.book.projects) > SMALL:
            QTimer.singleShot(0, self, self.ask)
        else:
            self.ask()

    def _start(self, task: PlanTask) -> None:
        self._busy = True
        self.begun.emit()
        pace = sys.getswitchinterval()
        sys.setswitchinterval(PACE)

        def done(result: Worked | BaseException) -> None:
            sys.setswitchinterval(pace)
            if not isValid(self):
                return  # the page is gone
            self._busy = False
            if isinstance(result, BaseException):
                raise result
            if task is self._task:
                self._take(task, result)
            elif self._task is not None:
                self._start(self._task)

        self._workspace.work(work, task, done)

    def _take(self, task: PlanTask, worked: Worked) -> None:
        self.worked = worked
        self._workspace.session.plan.remember(task, worked.plan)
        self.ready.emit()
