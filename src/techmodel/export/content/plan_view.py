"""The plan looked at: dates to be believed, what counts, what other terms would lead to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.lateness import find_late
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.lateness import Late
    from techmodel.core.plan import Plan, PlannedProject
    from techmodel.core.plan_parts import PlanBook, Project, ProjectId, Terms
    from techmodel.export.content.view import View


@dataclass(frozen=True)
class PlanView:
    """The plan of a report and what is stored of it."""

    view: View
    plan: Plan

    @property
    def book(self) -> PlanBook:
        """What is stored."""
        return self.view.report.book

    @property
    def is_dated(self) -> bool:
        """Whether anything has dates, and dates to be believed."""
        return self.plan.end is not None and not self.plan.endless

    def counts(self, project: Project) -> bool:
        """Whether the plan works on it, or did."""
        return project.status is not Status.DROPPED and project.id not in self.book.terms.off

    def under(self, terms: Terms) -> Plan:
        """What the plan comes to under other terms."""
        if terms == self.book.terms:
            return self.plan
        report = self.view.report
        days = self.plan.days.beginning(terms.start or report.today + timedelta(days=1))
        book = replace(self.book, terms=terms)
        return work_out(report.assessment, report.gaps, book, days, report.today)

    def shown(self, planned: PlannedProject) -> PlannedProject:
        """A project with its dates, or with those it would have if it counted."""
        return self._ghosts.get(planned.project.id, planned)

    @cached_property
    def late(self) -> Mapping[ProjectId, Late]:
        """The projects that are late, and why."""
        return find_late(self.plan, self.book, self.view.report.today)

    @cached_property
    def _ghosts(self) -> Mapping[ProjectId, PlannedProject]:
        off = self.book.terms.off
        if not off:
            return {}
        whole = self.under(replace(self.book.terms, off=frozenset()))
        return {p.project.id: p for p in whole.projects if p.project.id in off}


def plan_view(view: View) -> PlanView | None:
    """The plan of a report; None while no project is planned."""
    return PlanView(view, view.report.plan) if view.report.plan else None
