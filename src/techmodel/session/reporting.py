"""Taking the frozen picture of an assessment from which exports are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.decisions import find_decisions
from techmodel.core.plan_parts import PlanBook
from techmodel.core.ready import find_checks
from techmodel.core.report import Report
from techmodel.core.rounds import NEWEST

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.learning import Page
    from techmodel.core.ready_plan import Planning
    from techmodel.core.rounds import RoundId
    from techmodel.session.session import Session


def take_report(
    session: Session,
    *,
    version: str,
    since: RoundId | None = NEWEST,
    with_plan: bool = True,
    with_guides: bool = False,
) -> Report:
    """The frozen picture of now, with today's clock.

    Args:
        session: the open assessment.
        version: the program's.
        since: the round to compare with, None for none.
        with_plan: whether what is planned is worked out, where anything is; exports that do not
            show it need not wait for it.
        with_guides: whether the guides from the field are printed, those of domains in scope.
    """
    assessment, gaps, batches = session.assessment(), session.gaps(), session.batches()
    made = session.now().astimezone()
    planning = _planning(session) if with_plan else None
    report = Report(
        assessment=assessment,
        gaps=gaps,
        decisions=find_decisions(assessment, batches),
        checks=find_checks(assessment, gaps, made.date(), planning),
        batches=batches,
        made=made,
        answers_to=datetime.fromisoformat(batches[-1].at).date() if batches else None,
        revision=session.revision,
        version=version,
        rounds=session.rounds.all(),
        since=session.rounds.since(since),
        taken=session.taken(),
        onboarding=session.services.all(),
        conditions=session.conditions.all(),
        guides=_guides(assessment) if with_guides else (),
    )
    if with_plan:
        report = replace(report, book=session.plan.book())
    if planning is None or not planning.book.projects:
        return report
    return replace(report, plan=planning.plan, forecast=session.plan.forecast())


def _guides(assessment: Assessment) -> tuple[Page, ...]:
    """The guides of the domains in scope, in the order of domains."""
    from techmodel.session.learning import guide_for

    used = dict.fromkeys(c.domain for c in assessment.capabilities)
    return tuple(page for domain in used if (page := guide_for(domain)))


def _planning(session: Session) -> Planning | None:
    """What is planned and what it comes to; None where nothing is."""
    book = session.plan.book()
    if book == PlanBook(terms=book.terms, closed_days=book.closed_days):
        return None
    from techmodel.core.ready_plan import Planning

    return Planning(book, session.plan.plan())
