"""The plan as rows of other planning tools: projects, their steps, statutory dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed
from techmodel.export.exchange.dates import Span, Spans, count_days, percent_by, spans_of
from techmodel.export.exchange.links import Waits, find_waits
from techmodel.export.text import clean
from techmodel.wording import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from techmodel.core.plan import DutyDate, Plan, PlannedProject
    from techmodel.core.report import Report

MAX_NAME = 250
"""Characters a name has in any of these files; a longer one is cut."""
GROUP = "duties"
"""The id of the row over the statutory dates."""


class RowKind(StrEnum):
    """What a row is."""

    PROJECT = "project"
    """A project over its steps."""
    STEP = "step"
    OWN = "own"
    """A project without steps."""
    GROUP = "group"
    """The head over the statutory dates."""
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        uid: a positive number that stays the same in every export.
        id: "P07", "REC-06:3", "duty:REC-06".
        kind, name: what it is.
        number: its place, such as "2" or "2.1".
        span: its dates, both included.
        days: working days from its first to its last; 0 for a milestone, and for the head over
            milestones those after the first.
        percent: how much of it is done.
        after: what it waits for: the uid, and how many working days pass in between.
        owner, status, notes: texts, "" for none.
        deadline: the day it should be done by.
    """

    uid: int
    id: str
    kind: RowKind
    name: str
    number: str
    span: Span
    days: int
    percent: int = 0
    after: Waits = ()
    owner: str = ""
    status: str = ""
    notes: str = ""
    deadline: date | None = None

    @property
    def is_summary(self) -> bool:
        """Whether other rows stand under it."""
        return self.kind in {RowKind.PROJECT, RowKind.GROUP}

    @property
    def is_milestone(self) -> bool:
        """Whether it is a day, not a piece of work."""
        return self.days == 0 and not self.is_summary


def rows_of(report: Report) -> tuple[Row, ...]:
    """The rows of a report's plan: projects with dates in their order, then statutory dates.

    Projects that are done, dropped, switched off or without duration have no dates and are left
    out.

    Raises:
        ExportFailed: there is no plan, or nothing in it has dates; with the sentence.
    """
    plan = plan_of(report)
    dated = [p for p in plan.projects if p.start]
    if not dated:
        raise ExportFailed(words.NO_DATES)
    spans: Spans = {}
    for planned in dated:
        spans |= spans_of(plan, planned, report.today)
    uids = _uids(report.assessment.id, plan)
    begun = [id_ for id_, (_, percent) in spans.items() if percent]
    found = _Found(report, uids, spans, find_waits(plan, uids, begun))
    rows = [
        row for n, planned in enumerate(dated, 1) for row in _project_rows(found, planned, str(n))
    ]
    if plan.duties:
        rows += _duty_rows(report, plan, len(dated) + 1, uids)
    return tuple(rows)


def plan_of(report: Report) -> Plan:
    """The plan of a report.

    Raises:
        ExportFailed: there is none, or its dates are not to be believed; with the sentence.
    """
    if report.plan is None or not report.plan.projects:
        raise ExportFailed(words.NO_PLAN)
    if report.plan.endless:
        raise ExportFailed(words.ENDLESS)
    return report.plan


def duty_id(duty: DutyDate) -> str:
    """The id of a statutory date."""
    return f"duty:{duty.capability}"


@dataclass(frozen=True, slots=True)
class _Found:
    """What rows are made from."""

    report: Report
    uids: Mapping[str, int]
    spans: Spans
    waits: Mapping[str, Waits]


def _project_rows(found: _Found, planned: PlannedProject, number: str) -> Iterator[Row]:
    """A project and, under it, its steps."""
    plan, project = plan_of(found.report), planned.project
    pieces = [found.spans[id_] for id_ in plan.work.of_project[project.id]]
    own = not planned.steps
    span = Span(min(s.first for s, _ in pieces), max(s.last for s, _ in pieces))
    done = any(percent for _, percent in pieces)
    percent = percent_by(plan.days, span, project.percent, found.report.today) if done else 0
    yield Row(
        found.uids[project.id],
        clean(project.id),
        RowKind.OWN if own else RowKind.PROJECT,
        _short(project.name),
        number,
        span,
        0 if own and planned.weeks.likely == 0 else count_days(plan.days, span),
        percent,
        found.waits.get(project.id, ()),
        clean(project.owner),
        project.status.value,
        clean(words.project_notes(planned)),
        project.pins.finish_by,
    )
    for place, step in enumerate(planned.steps, 1):
        span, percent = found.spans[step.id]
        yield Row(
            found.uids[step.id],
            clean(step.id),
            RowKind.STEP,
            _short(words.step_name(found.report.assessment, step)),
            f"{number}.{place}",
            span,
            count_days(plan.days, span),
            percent,
            found.waits.get(step.id, ()),
            clean(project.owner),
            notes=clean(words.step_notes(found.report.assessment, step)),
        )


def _duty_rows(report: Report, plan: Plan, number: int, uids: Mapping[str, int]) -> Iterator[Row]:
    """The head over the statutory dates, and a milestone for each, by date."""
    duties = sorted(plan.duties, key=lambda d: (d.wanted, d.capability))
    first, last = duties[0].wanted, duties[-1].wanted
    between = count_days(plan.days, Span(first + timedelta(days=1), last))
    head = (uids[GROUP], GROUP, RowKind.GROUP, words.DUTIES, str(number))
    yield Row(*head, Span(first, last), between)
    for place, duty in enumerate(duties, 1):
        yield Row(
            uids[duty_id(duty)],
            clean(duty_id(duty)),
            RowKind.DUTY,
            _short(words.duty_name(report.assessment, duty)),
            f"{number}.{place}",
            Span(duty.wanted, duty.wanted),
            0,
            notes=clean(words.duty_notes(report.assessment, plan, duty)),
        )


def _uids(assessment: str, plan: Plan) -> dict[str, int]:
    """A number for every row, made from its id, so that it stays when other rows come and go."""
    ids = [GROUP, *(duty_id(d) for d in plan.duties)]
    ids += [id_ for p in plan.projects for id_ in (p.project.id, *(s.id for s in p.steps))]
    return number_all(assessment, ids)


def number_all(assessment: str, ids: Iterable[str]) -> dict[str, int]:
    """A number of 31 bits for every id, the same in every export; two ids never share one."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for id_ in sorted(set(ids)):
        number = int.from_bytes(sha256(f"{assessment} {id_}".encode()).digest()[:4]) >> 1
        while number == 0 or number in taken:
            number = number % _LARGEST + 1
        numbers[id_] = number
        taken.add(number)
    return numbers


_LARGEST = 2**31 - 1


def _short(name: str) -> str:
    """A name on one line, cut where it is too long for some tools."""
    line = " ".join(clean(name).split())
    return line if len(line) <= MAX_NAME else f"{line[: MAX_NAME - 1].rstrip()}…"
