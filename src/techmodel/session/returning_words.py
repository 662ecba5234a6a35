"""What texts of cells stand for in a workbook that came back: words of lists, names, answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from techmodel.core.costs import financial_year
from techmodel.core.onboarding import Stage as ServiceStage
from techmodel.core.plan_parts import CostKind, RaidKind, Stage, Status
from techmodel.core.plan_sheets import BENEFITS, COSTS, PLAN, RAID
from techmodel.core.returning_cells import Answering
from techmodel.core.returning_lists import DONT_KNOW, Words
from techmodel.core.sheets import FLOWS
from techmodel.wording.benefits import ONE, STAGES
from techmodel.wording.costs import KINDS as COST_KINDS
from techmodel.wording.labels import STATE_COMMANDS, STATE_WORDS
from techmodel.wording.plan_sheets import STATUSES
from techmodel.wording.raid import IMPACT, LIKELIHOOD
from techmodel.wording.raid import KINDS as RAID_KINDS
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.returning_parts import Content, Values
    from techmodel.session.returning_base import Base
    from techmodel.session.session import Session


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
        answering=_answering(session),
        organisations=_organisations(session),
        capabilities=_capabilities(session),
        blank={title: make(today) for title, make in _BLANK.items()},
    )


def _organisations(session: Session) -> dict[str, str]:
    """Those that count, by folded id, name and, where only one has it, short name."""
    names = _answering(session).organisations
    scope = {o.id for o in session.assessment().scope}
    return {folded: str(id_) for folded, id_ in names.items() if id_ in scope}


def _capabilities(session: Session) -> dict[str, str]:
    """Those in scope, by folded id, name, and both."""
    found: dict[str, str] = {}
    for c in session.assessment().capabilities:
        texts = (c.id, c.name, f"{c.id} {c.name}")
        found |= {" ".join(text.split()).casefold(): str(c.id) for text in texts}
    return found


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
    ids = {o.id for o in organisations}
    ids |= {a.value.provider for a in assessment.answers.values() if a.value.provider}
    names = {
        **{id_.casefold(): id_ for id_ in ids},
        **{key: o.id for o in organisations if short[key := o.short_name.casefold()] == 1},
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
    "Onboarding.stage": _listed({stage: stage_name(stage) for stage in ServiceStage}),
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


def _blank_flow(_: date) -> Values:
    texts = ("from", "to", "information", "capability", "reason", "note")
    return {**dict.fromkeys(texts, ""), "target": None, "level": DONT_KNOW}


_BLANK = {
    PLAN.title: _blank_project,
    RAID.title: _blank_risk,
    BENEFITS.title: _blank_benefit,
    COSTS.title: _blank_cost,
    FLOWS.title: _blank_flow,
}
