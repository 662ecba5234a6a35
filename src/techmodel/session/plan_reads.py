"""What can be seen of the plan: what is stored, what it comes to, what would be proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from techmodel.core.forecast import forecast
from techmodel.core.plan import work_out
from techmodel.core.plan_names import TABLES
from techmodel.core.plan_rows import book_of
from techmodel.core.plan_touched import find_touched
from techmodel.core.proposal import offers, propose
from techmodel.session.calendar import working_days
from techmodel.session.noun import Noun

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.forecast import Moment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import PlanBook, Project, Terms
    from techmodel.core.plan_touched import Field
    from techmodel.core.proposal import Bundle, Proposal
    from techmodel.core.working_days import WorkingDays
    from techmodel.session.session import Session


@dataclass(frozen=True, slots=True)
class PlanTask:
    """All that it takes to work a plan out away from the file, also in the background.

    Attributes:
        revision: of the assessment.
        assessment, gaps, book: what is to be planned.
        today: the day it is.
    """

    revision: int
    assessment: Assessment
    gaps: Gaps
    book: PlanBook
    today: date

    def days(self) -> WorkingDays:
        """The calendar, counted anew."""
        first = self.book.terms.start or self.today + timedelta(days=1)
        return working_days(first, self.book.closed_days)


_KEPT = 3
"""Plans that are kept besides the newest: the plan itself and two scenarios beside it."""


class PlanReads(Noun):
    """What can be seen of the plan; nothing here writes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stored: tuple[int, PlanBook] | None = None
        self._worked: list[tuple[int, date, PlanBook, Plan]] = []

    def book(self) -> PlanBook:
        """Everything of the plan that is stored."""
        revision = self._session.revision
        if self._stored is None or self._stored[0] != revision:
            tables = {name: self._session.rows(name) for name in TABLES}
            self._stored = (revision, book_of(tables, self._session.stored_settings()))
        return self._stored[1]

    def plan(self, terms: Terms | None = None) -> Plan:
        """What the plan comes to; under other terms than its own if some are given."""
        book = self.book()
        return self.work_out(book if terms is None else replace(book, terms=terms))

    def work_out(self, book: PlanBook) -> Plan:
        """What a plan book comes to on the assessment of now.

        Some results are kept until something changes or the day is another.
        """
        revision, today = self._session.revision, self.today()
        self._worked = [w for w in self._worked if w[:2] == (revision, today)]
        for *_, known, plan in self._worked:
            if known == book:
                return plan
        task = self.task(book)
        plan = work_out(task.assessment, task.gaps, book, task.days(), today)
        self.remember(task, plan)
        return plan

    def task(self, book: PlanBook | None = None) -> PlanTask:
        """What it takes to work out a plan book, or the one that is stored, somewhere else."""
        held, session = book or self.book(), self._session
        return PlanTask(session.revision, self._assessment, session.gaps(), held, self.today())

    def remember(self, task: PlanTask, plan: Plan) -> None:
        """Keep what a task came to, so that it need not be worked out again."""
        self._worked = [*self._worked[-_KEPT:], (task.revision, task.today, task.book, plan)]

    def forecast(self, terms: Terms | None = None) -> tuple[Moment, ...]:
        """What the plan leads to: now, at the end of each quarter, and after its last day."""
        return forecast(self._session.gaps(), self.plan(terms))

    def proposed_book(self) -> PlanBook:
        """What is stored; where no project is, with those that the gaps ask for."""
        book = self.book()
        return book if book.projects else replace(book, projects=self.proposal().added)

    def touched(self) -> frozenset[Field]:
        """The fields of projects that people have changed, which proposing leaves alone."""
        session = self._session
        return find_touched(self.book(), session.batches(), session.taken())

    def proposal(self, bundle: Bundle | None = None) -> Proposal:
        """What filling the plan from the gaps would change.

        Args:
            bundle: what a project takes together; None leaves it as most projects are now.
        """
        projects, gaps = self.book().projects, self._session.gaps()
        return propose(self._assessment, gaps, projects, self.touched(), bundle)

    def offers(self) -> tuple[Project, ...]:
        """Projects for partners below a target that the partnership meets; none is stored yet."""
        return offers(self._assessment, self._session.gaps(), self.book().projects)

    def begins(self) -> date:
        """The day on which work begins that gets under way now.

        That is today, or the plan's first day where that is still to come.
        """
        days, today = self.task().days(), self.today()
        first = days.day(0)
        return today if first <= days.on_or_after(today + timedelta(days=1)) else first

    def today(self) -> date:
        """The day it is, in local time."""
        return self._session.now().astimezone().date()
