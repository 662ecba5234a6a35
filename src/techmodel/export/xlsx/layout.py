"""Where everything stands, decided before the first cell, so that formulas can point at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.onboarding import Stage
from techmodel.core.sheets import (
    ANSWERS,
    CHECK,
    DECISIONS,
    EVIDENCE,
    FLOWS,
    GAPS,
    GAPS_SINCE,
    ONBOARDING,
    SERVICES,
)
from techmodel.export.xlsx.block import LISTS, SUMMARY, Block, list_block, quoted
from techmodel.export.xlsx.plan_layout import PLAN_LINES, PlanLayout, find_plan_layout
from techmodel.export.xlsx.plan_lists import choices, kept_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.sheets import Sheet
    from techmodel.export.xlsx.facts import Facts

NOBODY = "nobody"
"""Stands for the column of a partner while there is none."""

THRESHOLD, WEIGHTS, WORDS = "Threshold", "PartnerWeights", "AnswerWords"
WORD_NUMBERS, PROVIDERS, PROVIDER_NAMES = "AnswerNumbers", "ProviderIds", "ProviderNames"
GRADES, MADE_ON = "EvidenceGrades", "MadeOn"
PARTNERS, LEVEL_NAMES, SERVICE_STAGES = "PartnerNames", "LevelNames", "ServiceStages"
FLOW_LEVELS, CAPABILITIES = "FlowLevels", "CapabilityNames"
"""Names of ranges that formulas and drop-downs use."""

DOMAIN_COLUMNS = (
    *("id", "domain", "items", "known", "low", "high", "below", "below_most", "duties", "shown"),
    *("lowest", "lowest_partner"),
)
PARTNER_COLUMNS = ("id", "partner", "asked", "known", "low", "high", "weight", "remark")
PROGRESS_COLUMNS = (
    *("id", "domain", "compared", "then_low", "then_high", "won", "missing", "progress"),
    *("newly_known", "lost", "fell"),
)
HEADLINES = (
    *("below", "known", "reached", "furthest", "hardly_known", "duties", "threshold", "agree"),
)
"""Lines at the top of Summary, in order."""
PROGRESS_LINE = "progress"
"""The line after them, where a round is compared with."""

_FIRST_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of all sheets; `progress` is None where no round is compared with.

    `plan` is None while nothing is planned; `kept` is what a workbook that comes back needs.
    """

    gaps: Block
    answers: Block
    evidence: Block
    services: Block
    onboarding: Block
    flows: Block
    decisions: Block
    domains: Block
    partners: Block
    reached_low: Block
    reached_high: Block
    progress: Block | None
    words: Block
    levels: Block
    grades: Block
    kinds: Block
    stages: Block
    columns: Block
    weights: Block
    chart: Block
    lowest: Block
    kept: Block
    plan: PlanLayout | None

    def headline(self, id: str) -> str:  # noqa: A002 - the line's id
        """The cell with a headline's figure."""
        return f"{quoted(SUMMARY)}$C${headline_row(id)}"

    @property
    def partner_columns(self) -> tuple[str, ...]:
        """The ids of the partners' columns on Gaps, in order; at least one."""
        return tuple(c for c in self.gaps.ids if c.startswith(partner_column("")))

    @property
    def all_domains(self) -> int:
        """The row of the totals below the domains."""
        return self.domains.last + 1


def headline_row(id: str) -> int:  # noqa: A002 - the line's id
    """The row of a headline on Summary."""
    return _FIRST_HEADLINE + (*HEADLINES, PROGRESS_LINE, *PLAN_LINES).index(id)


def partner_column(organisation: str) -> str:
    """The id of a partner's column on Gaps."""
    return f"partner:{organisation}"


def domain_column(domain: str) -> str:
    """The id of a domain's column where partners are rows."""
    return f"domain:{domain}"


def gaps_sheet(facts: Facts) -> Sheet:
    """The sheet Gaps, with the columns of a round where one is compared with."""
    return GAPS_SINCE if facts.report.since else GAPS


def find_layout(facts: Facts) -> Layout:
    """The layout for these facts."""
    partners = [str(o.id) for o in facts.partners] or [NOBODY]
    domains = [domain_column(d.id) for d in facts.report.gaps.domains]
    compared = facts.report.since is not None
    planned = facts.plan is not None
    summary = _summary(domains, len(partners), compared=compared, planned=planned)
    lists = _lists(facts, domains, partners)
    left = lists["lowest"].left + len(lists["lowest"].ids) + 1
    kept = Block(
        LISTS, 1, left, kept_choice(facts.report).ids, len(kept_choice(facts.report).rows)
    )
    return Layout(
        gaps=_gaps(gaps_sheet(facts), len(facts.report.gaps.capabilities), partners),
        answers=list_block(ANSWERS, len(facts.pairs)),
        evidence=list_block(EVIDENCE, len(facts.evidence)),
        services=list_block(SERVICES, len(facts.services)),
        onboarding=list_block(ONBOARDING, sum(len(s.stages) for s in facts.services)),
        flows=list_block(FLOWS, len(facts.flows)),
        decisions=list_block(DECISIONS, len(facts.report.decisions)),
        domains=summary["domains"],
        partners=summary["partners"],
        reached_low=summary["reached_low"],
        reached_high=summary["reached_high"],
        progress=summary.get("progress"),
        kept=kept,
        plan=_plan(facts, summary["reached_high"].last + 3, left + len(kept.ids) + 1),
        **lists,
    )


def check_block(count: int) -> Block:
    """The block of the sheet Check, which is made when all others stand."""
    return list_block(CHECK, count)


def _plan(facts: Facts, top: int, left: int) -> PlanLayout | None:
    """The blocks of the plan, its lists side by side from column `left` on."""
    if facts.plan is None:
        return None
    blocks = {}
    for choice in choices(facts.plan):
        blocks[choice.name] = Block(LISTS, 1, left, choice.ids, len(choice.rows))
        left += len(choice.ids) + 1
    return find_plan_layout(facts.plan, top, blocks)


def _gaps(sheet: Sheet, count: int, partners: Sequence[str]) -> Block:
    ids = []
    for column in sheet.columns:
        ids.append(column.id)
        if column.id == sheet.partners_after:
            ids += [partner_column(o) for o in partners]
    return Block(sheet.title, 1, 1, tuple(ids), count)


def _summary(
    domains: Sequence[str], partners: int, *, compared: bool, planned: bool
) -> dict[str, Block]:
    """The tables of Summary, one below the other, with a heading between."""
    lines = 1 + len(PLAN_LINES) if planned else int(compared)
    top = _FIRST_HEADLINE + len(HEADLINES) + 2 + lines
    found = {"domains": Block(SUMMARY, top, 1, DOMAIN_COLUMNS, len(domains))}
    top = found["domains"].last + 4
    if compared:
        found["progress"] = Block(SUMMARY, top, 1, PROGRESS_COLUMNS, len(domains))
        top = found["progress"].last + 4
    heat = ("id", "partner", *domains)
    for name, ids in (
        ("partners", PARTNER_COLUMNS),
        ("reached_low", heat),
        ("reached_high", heat),
    ):
        found[name] = Block(SUMMARY, top, 1, ids, partners)
        top = found[name].last + 3
    return found


def _lists(facts: Facts, domains: Sequence[str], partners: Sequence[str]) -> dict[str, Block]:
    """The lists side by side, a column free between them."""
    checklist = facts.assessment.checklist
    wanted = {
        "words": (("number", "word", "provider", "provider_name"), len(facts.words)),
        "levels": (("level", "meaning"), len(checklist.levels)),
        "grades": (("grade", "name", "meaning"), len(checklist.scoring.evidence_grades)),
        "kinds": (("id", "name"), len(checklist.kinds)),
        "stages": (("stage",), len(Stage)),
        "columns": (("id", "short_name", "name", "kind"), len(partners)),
        "weights": (tuple(partners), 1),
        "chart": (("id", "domain", "low", "may_be"), len(domains)),
        "lowest": (("id", "partner", "short_name", "low", *domains), len(partners)),
    }
    found, left = {}, 1
    for name, (ids, count) in wanted.items():
        found[name] = Block(LISTS, 1, left, ids, count)
        left += len(ids) + 1
    return found
