"""The plan: filling it from the gaps, and everything people change in it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused
from techmodel.core.journal import BatchKind
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_names import CLOSED_DAYS, TERMS
from techmodel.core.plan_parts import Link, Project, ProjectKind, Status, Terms
from techmodel.core.plan_rows import terms_json
from techmodel.core.plan_tasks import untangled
from techmodel.session import plan_shapes as shapes
from techmodel.session.answers import checked_change
from techmodel.session.calendar import working_days
from techmodel.session.changes import change_edits
from techmodel.session.noun import clean_name, clean_text
from techmodel.session.plan_done import DoneAnswer, done_answers
from techmodel.session.plan_edits import (
    Step,
    checked_day,
    checked_line,
    checked_progress,
    checked_weeks,
    known_project,
    project_edits,
    setting_edit,
)
from techmodel.session.plan_reads import PlanReads
from techmodel.session.plan_terms import checked_terms
from techmodel.wording import plan_labels as labels
from techmodel.wording.plan import loop_refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from techmodel.core.checklist import Weeks
    from techmodel.core.journal import Edit
    from techmodel.core.plan_parts import ProjectId, StepId
    from techmodel.core.proposal import Proposal
    from techmodel.session.changes import PairId
    from techmodel.session.touched import Touched


class Plan(PlanReads):
    """The verbs of the plan, and what it comes to.

    Every verb is one batch that one undo takes back. A project is named by its id: WrongUse when
    there is none.
    """

    def accept(self, proposal: Proposal) -> Touched:
        """Fill the plan as proposed, as one batch of kind plan.

        A plan without a start keeps the first day on which it was filled, so that it does not
        slide with the calendar.

        Raises:
            Refused: the plan is no longer what was looked at.
        """
        now = {p.id: p for p in self.book().projects}
        pairs: list[tuple[Project, Project | None]] = [*proposal.changed]
        pairs += [(p, None) for p in proposal.removed]
        stale = any(now.get(old.id) != old for old, _ in pairs)
        if stale or any(p.id in now for p in proposal.added):
            raise Refused("The plan has changed since this was worked out. Look at it again.")
        edits = [edit for pair in pairs for edit in project_edits(*pair)]
        edits += [edit for p in proposal.added for edit in project_edits(None, p)]
        if edits:
            edits += self._start_edits()
        label = labels.proposal_label(proposal)
        return self._session.apply(edits, label, kind=BatchKind.PLAN)

    def accept_offer(self, project: Project) -> Touched:
        """Add a project that was offered. Refused when it is no longer offered."""
        if project not in self.offers():
            raise Refused(f"{project.name} is not offered any more. Look at the offers again.")
        return self._put(None, project, labels.added_label(project))

    def add_own(self, name: str, weeks: Weeks | None = None, owner: str = "") -> Touched:
        """Add a project without steps of the checklist, at the end.

        Args:
            name: what it is called.
            weeks: how long it takes; None while nobody knows, then it has no dates.
            owner: the role that answers for it.
        """
        projects = self.book().projects
        project = Project(
            code_id(secrets.token_hex(), [p.id for p in projects]),
            clean_name(name, "The name of the project"),
            ProjectKind.OWN,
            owner=checked_line(owner, "The owner"),
            weeks=checked_weeks(weeks, "The new project"),
            position=max((p.position for p in projects), default=0) + 1,
        )
        return self._put(None, project, labels.added_label(project))

    def rename(self, project: ProjectId, name: str) -> Touched:
        """Give a project another name."""
        old = self._known(project)
        new = clean_name(name, "The name of the project")
        return self._put(old, replace(old, name=new), labels.field_label(old, "name", new))

    def own(self, project: ProjectId, owner: str) -> Touched:
        """Say which role answers for a project; "" for none."""
        old, new = self._known(project), checked_line(owner, "The owner")
        return self._put(old, replace(old, owner=new), labels.field_label(old, "owner", new))

    def note(self, project: ProjectId, text: str) -> Touched:
        """Write down what is to be remembered about a project."""
        old = self._known(project)
        new = clean_text(text, f"The note of {old.id}")
        return self._put(old, replace(old, note=new), f"{labels.project_words(old)}: note")

    def pin(self, project: ProjectId, start: date | None) -> Touched:
        """Fix the day before which a project does not begin; None lets it go."""
        old = self._known(project)
        pins = replace(old.pins, start=checked_day(start, old.id))
        return self._put(old, replace(old, pins=pins), labels.pin_label(old, "start", start))

    def finish_by(self, project: ProjectId, day: date | None) -> Touched:
        """Fix the last day by which a project is to be done; None lets it go."""
        old = self._known(project)
        pins = replace(old.pins, finish_by=checked_day(day, old.id))
        return self._put(old, replace(old, pins=pins), labels.pin_label(old, "finish by", day))

    def set_weeks(self, project: ProjectId, weeks: Weeks | None) -> Touched:
        """Set how long a project takes; None goes back to what its steps take."""
        old = self._known(project)
        new = replace(old, weeks=checked_weeks(weeks, old.id))
        return self._put(old, new, labels.weeks_label(old, weeks))

    def progress(
        self, project: ProjectId, status: Status, percent: int = 0, reason: str = ""
    ) -> Touched:
        """Say how far a project is; the day it begins is fixed when it gets under way.

        Args:
            project: which.
            status: done without raising any answers; see `finish`.
            percent: how much of its work is done, while it is under way.
            reason: why it is dropped.
        """
        old = self._known(project)
        why = checked_progress(old, status, percent, reason)
        return self._put_progress(old, self._with_progress(old, status, percent, why))

    def drop(self, project: ProjectId, reason: str) -> Touched:
        """Drop a project, with a reason; it stays in the list and is not proposed again."""
        return self.progress(project, Status.DROPPED, reason=reason)

    def bundle(self, projects: Sequence[ProjectId], name: str) -> Touched:
        """Make one project of several; the first takes the others in."""
        weeks = {p.project.id: p.weeks for p in self.plan(Terms()).projects}
        step = shapes.bundled(self.book(), projects, name, weeks)
        return self._apply(step)

    def split(self, project: ProjectId, steps: Sequence[StepId], name: str) -> Touched:
        """Make some steps of a project one of their own, right after it."""
        planned = self.plan(Terms()).projects
        weeks = {s.id: s.weeks for p in planned for s in p.steps}
        return self._apply(shapes.split(self.book(), project, steps, name, weeks))

    def move(self, project: ProjectId, position: int) -> Touched:
        """Put a project at another place of the list, from 1; who is first begins first."""
        return self._apply(shapes.moved(self.book(), project, position))

    def link(self, project: ProjectId, after: ProjectId, lag: int = 0) -> Touched:
        """Let a project wait until another has ended and `lag` working days have passed.

        Raises:
            Refused: it would close a circle; the sentence names it.
        """
        step = shapes.linked(self.book(), project, after, lag)
        self._refuse_loop(Link(project, after, lag))
        return self._apply(step)

    def unlink(self, project: ProjectId, after: ProjectId) -> Touched:
        """Let a project no longer wait for another. Refused where no link by hand says so."""
        return self._apply(shapes.unlinked(self.book(), project, after))

    def set_terms(self, terms: Terms) -> Touched:
        """Change what the plan is worked out under.

        Raises:
            WrongUse: a capacity below 1, a role that is not there, a start out of range.
        """
        book = self.book()
        new = checked_terms(self._assessment, book, terms)
        edit = setting_edit(TERMS, self._session.stored_settings(), terms_json(new))
        names = {p.id: p.name for p in book.projects}
        return self._session.apply([edit], labels.terms_label(book.terms, new, names))

    def close_days(self, days: Iterable[date]) -> Touched:
        """Say on which days nobody works, besides weekends and bank holidays; all of them."""
        new = {day for day in days if checked_day(day, "A closed day")}
        texts = sorted(day.isoformat() for day in new)
        edit = setting_edit(CLOSED_DAYS, self._session.stored_settings(), [*texts])
        return self._session.apply([edit], labels.closed_label(self.book().closed_days, new))

    def done_answers(self, project: ProjectId) -> tuple[DoneAnswer, ...]:
        """The answers that a project would bring if it were done now."""
        book, gaps = self.book(), self._session.gaps()
        return done_answers(self._assessment, gaps, book, self._known(project), self.today())

    def finish(
        self,
        project: ProjectId,
        *,
        accept: bool,
        leave_out: Collection[PairId] = (),
        decided_by: str = "",
    ) -> Touched:
        """Say that a project is done; with `accept` its levels become answers, in one batch.

        Args:
            project: which.
            accept: whether the answers of `done_answers` are recorded, with their evidence.
            leave_out: pairs that are not to be recorded.
            decided_by: the role that decided on the answers.
        """
        old = self._known(project)
        answers = [a for a in self.done_answers(project) if a.pair not in leave_out]
        edits = project_edits(old, self._with_progress(old, Status.DONE))
        for answer in answers if accept else ():
            change = checked_change(self._assessment, answer.pair, answer.change)
            edits += change_edits(self._assessment, answer.pair, change)
        label = labels.finished_label(old, len(answers) if accept else 0)
        return self._session.apply(edits, label, decided_by=decided_by)

    def _start_edits(self) -> list[Edit]:
        """The edit that fixes the first day of a plan that has none."""
        terms = self.book().terms
        if terms.start is not None:
            return []
        new = replace(terms, start=self.task().days().day(0))
        return [setting_edit(TERMS, self._session.stored_settings(), terms_json(new))]

    def _known(self, project: ProjectId) -> Project:
        return known_project(self.book(), project)

    def _put(self, old: Project | None, new: Project, label: str) -> Touched:
        return self._apply(Step(project_edits(old, new), label))

    def _put_progress(self, old: Project, new: Project) -> Touched:
        return self._put(old, new, labels.progress_label(old, new))

    def _apply(self, step: Step) -> Touched:
        return self._session.apply(step.edits, step.label)

    def _with_progress(
        self, old: Project, status: Status, percent: int = 0, reason: str = ""
    ) -> Project:
        """A project as far as people say; what gets under way has its start fixed."""
        whole = {Status.NOT_STARTED: 0, Status.DONE: 100}
        pins = old.pins
        begins = status is Status.UNDER_WAY and old.status is Status.NOT_STARTED
        if begins and (pins.start is None or pins.start > self.today()):
            pins = replace(pins, start=self.begins())
        done = whole.get(status, percent)
        return replace(old, status=status, percent=done, reason=reason, pins=pins)

    def _refuse_loop(self, link: Link) -> None:
        """Refuse a link with which projects would wait for each other in a circle."""
        book = self.book()
        links = shapes.with_link(book.links, link)
        days = working_days(self.today())
        whole = replace(book, links=links, terms=Terms())
        _, looped = untangled(self._assessment, self._session.gaps(), whole, days)
        for found in looped:
            if found.link == link:
                raise Refused(loop_refused(book.projects, found))
