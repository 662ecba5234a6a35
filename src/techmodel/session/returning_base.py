"""What a workbook that came back is compared with: what was exported, and what is here now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer
from techmodel.core.checklist import CapabilityId
from techmodel.core.costs import financial_year
from techmodel.core.errors import Refused
from techmodel.core.organisations import OrganisationId
from techmodel.core.plan_parts import CostKind, RaidKind, Stage, Status
from techmodel.core.plan_sheets import (
    ASSESSMENT,
    BENEFITS,
    CHANGE,
    COSTS,
    MADE,
    PLAN,
    RAID,
    REVISION,
)
from techmodel.core.returning_cells import Answering
from techmodel.core.returning_lists import Words
from techmodel.core.returning_records import (
    answer_record,
    benefit_record,
    cost_record,
    project_record,
    raid_record,
)
from techmodel.core.sheets import ANSWERS, pair_id
from techmodel.wording.benefits import ONE, STAGES
from techmodel.wording.costs import KINDS as COST_KINDS
from techmodel.wording.labels import STATE_COMMANDS, STATE_WORDS
from techmodel.wording.plan_sheets import STATUSES
from techmodel.wording.raid import IMPACT, LIKELIHOOD
from techmodel.wording.raid import KINDS as RAID_KINDS
from techmodel.wording.returning import other_assessment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.returning_parts import Content, Returned, Values
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
    then = _records_then(session, revision, kept.get(MADE, ""))
    here = {t: {**_absent(session, t, then[t]), **rows} for t, rows in now.items()}
    return Base(Beginning.EXPORT, revision, session.revision, then, here)


def words_of(session: Session, base: Base, named: Mapping[str, Mapping[str, str]]) -> Words:
    """What texts of cells stand for.

    Args:
        session: the open assessment.
        base: what the workbook is compared with.
        named: the names of new projects and elements of the logic model by id, by sheet.
    """
    today = session.now().astimezone().date()
    return Words(
        LISTS,
        _references(base, PLAN.title, "project", named),
        _references(base, BENEFITS.title, "name", named),
        _answering(session),
        {title: make(today) for title, make in _BLANK.items()},
    )


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
            p.project.id: project_record(p.project, p, book.links, off) for p in plan.projects
        },
        RAID.title: {i.id: raid_record(i) for i in book.raid},
        BENEFITS.title: {b.id: benefit_record(b) for b in book.benefits},
        COSTS.title: {c.id: cost_record(c) for c in book.costs},
        ANSWERS.title: {
            pair_id(*pair): answer_record(assessment.answers.get(pair, Answer(*pair)))
            for pair in pairs
        },
    }


def _absent(session: Session, title: str, then: Mapping[str, Record]) -> dict[str, Record]:
    """Answers that were asked when the workbook was made: they never go, asked or not."""
    if title != ANSWERS.title:
        return {}
    answers = session.assessment().answers
    return {id_: answer_record(answers.get(pair_of(id_), Answer(*pair_of(id_)))) for id_ in then}


def pair_of(id_: str) -> tuple[CapabilityId, OrganisationId]:
    """The capability and the organisation of a row of Answers."""
    capability, _, organisation = id_.partition("|")
    return CapabilityId(capability), OrganisationId(organisation)


def _references(
    base: Base, title: str, column: str, named: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Ids by folded id, and by folded name where only one has it."""
    names = {id_: str(r.shown[column]) for id_, r in base.now[title].items()}
    names |= named.get(title, {})
    folded = Counter(" ".join(name.split()).casefold() for name in names.values())
    by_name = {
        key: id_
        for id_, name in names.items()
        if folded[key := " ".join(name.split()).casefold()] == 1 and key
    }
    return {**by_name, **{id_.casefold(): id_ for id_ in names}}


def _answering(session: Session) -> Answering:
    """The words of answers, as they are exported and as the command line takes them."""
    from techmodel.export.xlsx.facts import unique_names

    assessment = session.assessment()
    organisations = assessment.organisations
    shown = unique_names((o.id, o.name) for o in organisations)
    short = Counter(o.short_name.casefold() for o in organisations)
    names = {
        **{
            o.short_name.casefold(): o.id
            for o in organisations
            if short[o.short_name.casefold()] == 1
        },
        **{name.casefold(): id_ for id_, name in shown.items()},
    }
    states = {w.casefold(): s for words in (STATE_WORDS, STATE_COMMANDS) for s, w in words.items()}
    levels = tuple(level.name for level in assessment.checklist.levels)
    return Answering(levels, states, names)


def _listed(*lists: Mapping[Content, str]) -> dict[str, Content]:
    return {word.casefold(): thing for words in lists for thing, word in words.items()}


def _steps(words: Mapping[int, tuple[str, str]]) -> dict[str, Content]:
    """A step by its digit, its name, or both."""
    found: dict[str, Content] = {}
    for step, (name, _) in words.items():
        found |= dict.fromkeys((f"{step}", name.casefold(), f"{step} {name}".casefold()), step)
    return found


_TRUTHS: dict[str, Content] = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
LISTS: Mapping[str, Mapping[str, Content]] = {
    "Plan.status": _listed(STATUSES),
    "Plan.counted": _TRUTHS,
    "RAID.kind": _listed(RAID_KINDS),
    "RAID.likelihood": _steps(LIKELIHOOD),
    "RAID.impact": _steps(IMPACT),
    "RAID.open": _TRUTHS,
    "Benefits.stage": _listed(STAGES, ONE),
    "Costs.kind": _listed(COST_KINDS),
}
"""The entries of drop-downs by "SHEET.COLUMN" and folded word."""


def _blank_project(_: date) -> Values:
    texts: Values = dict.fromkeys(("project", "owner", "reason", "note"), "")
    dates: Values = dict.fromkeys(("start", "weeks", "finish_by"))
    rest = {"status": Status.NOT_STARTED, "percent": 0, "after": (), "counted": True}
    return {**texts, **dates, **rest}


def _blank_risk(_: date) -> Values:
    texts = ("text", "cause", "consequence", "response", "owner", "project")
    empty: Values = dict.fromkeys(("likelihood", "impact", "due"))
    return {**dict.fromkeys(texts, ""), **empty, "kind": RaidKind.RISK, "open": True}


def _blank_benefit(_: date) -> Values:
    texts = ("name", "measure", "baseline", "target", "owner", "note")
    rest = {"stage": Stage.OUTCOME, "leads_to": (), "projects": (), "review": None}
    return {**dict.fromkeys(texts, ""), **rest}


def _blank_cost(today: date) -> Values:
    texts = ("project", "label", "funding", "note")
    amounts = dict.fromkeys(("low", "likely", "high"), 0)
    rest = {"kind": CostKind.ONE_OFF, "first_year": financial_year(today), "years": 1}
    return {**dict.fromkeys(texts, ""), **amounts, **rest}


_BLANK = {
    PLAN.title: _blank_project,
    RAID.title: _blank_risk,
    BENEFITS.title: _blank_benefit,
    COSTS.title: _blank_cost,
}
