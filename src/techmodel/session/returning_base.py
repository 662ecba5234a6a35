"""What a workbook that came back is compared with: what was exported, and what is here now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer
from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import Refused
from techmodel.core.organisations import OrganisationId
from techmodel.core.plan_sheets import (
    ASSESSMENT,
    BENEFITS,
    CHANGE,
    COSTS,
    MADE,
    PLAN,
    RAID,
    REVISION,
    YES,
)
from techmodel.core.returning_records import (
    answer_record,
    benefit_record,
    cost_record,
    project_record,
    raid_record,
)
from techmodel.core.sheets import ANSWERS, FLOWS, ONBOARDING, pair_id
from techmodel.session.returning_integration import (
    absent_flows,
    absent_stages,
    flow_records,
    stage_records,
)
from techmodel.wording.plan_sheets import PROJECT_KINDS, ids_words
from techmodel.wording.returning import other_assessment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import PlannedProject
    from techmodel.core.returning_parts import Returned, Values
    from techmodel.core.returning_records import Record
    from techmodel.session.session import Session

    Records = Mapping[str, Mapping[str, Record]]


class Beginning(Enum):
    """What a workbook is compared with."""

    EXPORT = "what was exported"
    BY_HAND = "what is here: it does not say what it was made from"
    ELSEWHERE = "what is here: it was made from another copy, or from a later state"


@dataclass(frozen=True, slots=True)
class Base:
    """What a workbook is compared with.

    Attributes:
        beginning: whether what was exported is known.
        revision: the revision it was made at, or that of now.
        at: the revision of now.
        then, now: the rows by the title of the sheet and their id.
    """

    beginning: Beginning
    revision: int
    at: int
    then: Records
    now: Records


def find_base(session: Session, returned: Returned) -> Base:
    """What a workbook is compared with, worked out once for a revision of the assessment.

    Raises:
        Refused: it was made from another assessment.
    """
    kept = returned.kept
    wanted = kept.get(ASSESSMENT)
    if wanted and wanted != session.assessment().id:
        raise Refused(other_assessment(returned.file))
    now = _records(session)
    revision = _revision(session, kept) if wanted else None
    if revision is None:
        beginning = Beginning.ELSEWHERE if wanted else Beginning.BY_HAND
        return Base(beginning, session.revision, session.revision, now, now)
    made = kept.get(MADE, "")
    as_now = (revision, made) == (session.revision, session.plan.today().isoformat())
    then = now if as_now else _records_then(session, revision, made)
    here = {t: {**_absent(session, t, then[t]), **rows} for t, rows in now.items()}
    return Base(Beginning.EXPORT, revision, session.revision, then, here)


def _revision(session: Session, kept: Mapping[str, str]) -> int | None:
    """The revision of this file that a workbook shows; None where it was made from another."""
    change = kept.get(CHANGE)
    for batch in session.batches():
        if batch.id == change if change else f"{batch.revision}" == kept.get(REVISION):
            return batch.revision
    return None


def _records_then(session: Session, revision: int, made: str) -> Records:
    """The rows as they were exported: of that revision, on the day of the export."""
    then = session.as_of(revision)
    try:
        day = date.fromisoformat(made)
    except ValueError:
        day = session.now().astimezone().date()
    noon = datetime.combine(day, time(12)).astimezone()
    then.now = lambda: noon
    try:
        return _records(then)
    finally:
        then.close()


def _records(session: Session) -> Records:
    """The rows of a session by sheet and id; of answers, those that are asked."""
    plan, book = session.plan.plan(), session.plan.book()
    assessment, off = session.assessment(), book.terms.off
    pairs = [(gap.id, o) for gap in session.gaps().capabilities for o in gap.pairs]
    return {
        PLAN.title: {
            p.project.id: replace(
                project_record(p.project, p, book.links, off), told=_project_told(p)
            )
            for p in plan.projects
        },
        RAID.title: {i.id: raid_record(i) for i in book.raid},
        BENEFITS.title: {b.id: benefit_record(b) for b in book.benefits},
        COSTS.title: {c.id: cost_record(c) for c in book.costs},
        ANSWERS.title: {
            pair_id(*pair): replace(
                answer_record(assessment.answers.get(pair, Answer(*pair))),
                told=_answer_told(assessment, *pair),
            )
            for pair in pairs
        },
        ONBOARDING.title: stage_records(session),
        FLOWS.title: flow_records(session),
    }


def _project_told(planned: PlannedProject) -> Values:
    """What Plan tells of a project."""
    scheduled = planned.start is not None
    return {
        "slack": planned.slack,
        "critical": YES if planned.critical else "",
        "kind": PROJECT_KINDS[planned.project.kind],
        "steps": ids_words(planned.project.steps),
        "weeks_low": planned.weeks.low if scheduled else None,
        "weeks_high": planned.weeks.high if scheduled else None,
        "waits_for": ids_words(planned.predecessors),
    }


def _answer_told(
    assessment: Assessment, capability: CapabilityId, organisation: OrganisationId
) -> Values:
    """What Answers tells of a pair."""
    asked = assessment.checklist.capability(capability)
    told = {"capability": asked.name, "question": asked.question} if asked else {}
    return {**told, "organisation_id": organisation}


def _absent(session: Session, title: str, then: Mapping[str, Record]) -> dict[str, Record]:
    """What was asked when the workbook was made: it never goes, asked or not."""
    if title in _ABSENT:
        return _ABSENT[title](session, then)
    if title != ANSWERS.title:
        return {}
    answers = session.assessment().answers
    return {id_: answer_record(answers.get(pair_of(id_), Answer(*pair_of(id_)))) for id_ in then}


_ABSENT = {ONBOARDING.title: absent_stages, FLOWS.title: absent_flows}


def pair_of(id_: str) -> tuple[CapabilityId, OrganisationId]:
    """The capability and the organisation of a row of Answers."""
    capability, _, organisation = id_.partition("|")
    return CapabilityId(capability), OrganisationId(organisation)
