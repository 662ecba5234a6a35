"""Where everything stands, decided before the first cell, so that formulas can point at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from techmodel.core.sheets import (
    ANSWERS,
    CHECK,
    DECISIONS,
    EVIDENCE,
    GAPS,
    GAPS_SINCE,
    SERVICES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.sheets import Sheet
    from techmodel.export.xlsx.facts import Facts

READ_ME, SUMMARY, LISTS = "Read me", "Summary", "Lists"
NOBODY = "nobody"
"""Stands for the column of a partner while there is none."""

THRESHOLD, WEIGHTS, WORDS = "Threshold", "PartnerWeights", "AnswerWords"
WORD_NUMBERS, PROVIDERS, PROVIDER_NAMES = "AnswerNumbers", "ProviderIds", "ProviderNames"
GRADES, MADE_ON = "EvidenceGrades", "MadeOn"
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
class Block:
    """A rectangle with a header row at `top`; `ids` name its columns from column `left` on.

    `count` rows follow the header; at least one, so that formulas always have a range.
    """

    title: str
    top: int
    left: int
    ids: tuple[str, ...]
    count: int

    @property
    def first(self) -> int:
        """The first row below the header."""
        return self.top + 1

    @property
    def last(self) -> int:
        """The last row."""
        return self.top + max(1, self.count)

    def number(self, id: str) -> int:  # noqa: A002 - the column's id
        """The column's number on the sheet, from 1."""
        return self.left + self.ids.index(id)

    def letter(self, id: str) -> str:  # noqa: A002
        """The column's letter."""
        return get_column_letter(self.number(id))

    def here(self, id: str) -> str:  # noqa: A002
        """The cell of this column in the row marked by "#"."""
        return f"${self.letter(id)}#"

    def cell(self, id: str, row: int) -> str:  # noqa: A002
        """One cell, from any sheet, absolute."""
        return f"{quoted(self.title)}${self.letter(id)}${row}"

    def all(self, id: str) -> str:  # noqa: A002
        """The whole column below the header, from any sheet, absolute."""
        letter = self.letter(id)
        return f"{quoted(self.title)}${letter}${self.first}:${letter}${self.last}"

    def across(self, first: str, last: str) -> str:
        """The cells from one column to another in the row marked by "#"."""
        return f"${self.letter(first)}#:${self.letter(last)}#"

    @property
    def area(self) -> str:
        """The whole block with its header, such as "A1:F20"."""
        last = get_column_letter(self.left + len(self.ids) - 1)
        return f"{get_column_letter(self.left)}{self.top}:{last}{self.last}"


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of all sheets; `progress` is None where no round is compared with."""

    gaps: Block
    answers: Block
    evidence: Block
    services: Block
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
    columns: Block
    weights: Block
    chart: Block
    lowest: Block

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
    return _FIRST_HEADLINE + (*HEADLINES, PROGRESS_LINE).index(id)


def partner_column(organisation: str) -> str:
    """The id of a partner's column on Gaps."""
    return f"partner:{organisation}"


def domain_column(domain: str) -> str:
    """The id of a domain's column where partners are rows."""
    return f"domain:{domain}"


def quoted(title: str) -> str:
    """A sheet's name as formulas write it, with its exclamation mark."""
    return f"'{title}'!" if " " in title else f"{title}!"


def gaps_sheet(facts: Facts) -> Sheet:
    """The sheet Gaps, with the columns of a round where one is compared with."""
    return GAPS_SINCE if facts.report.since else GAPS


def find_layout(facts: Facts) -> Layout:
    """The layout for these facts."""
    partners = [str(o.id) for o in facts.partners] or [NOBODY]
    domains = [domain_column(d.id) for d in facts.report.gaps.domains]
    compared = facts.report.since is not None
    summary = _summary(domains, len(partners), compared=compared)
    return Layout(
        gaps=_sheet(gaps_sheet(facts), len(facts.report.gaps.capabilities), partners),
        answers=_sheet(ANSWERS, len(facts.pairs)),
        evidence=_sheet(EVIDENCE, len(facts.evidence)),
        services=_sheet(SERVICES, len(facts.assessment.checklist.services)),
        decisions=_sheet(DECISIONS, len(facts.report.decisions)),
        domains=summary["domains"],
        partners=summary["partners"],
        reached_low=summary["reached_low"],
        reached_high=summary["reached_high"],
        progress=summary.get("progress"),
        **_lists(facts, domains, partners),
    )


def check_block(count: int) -> Block:
    """The block of the sheet Check, which is made when all others stand."""
    return _sheet(CHECK, count)


def _sheet(sheet: Sheet, count: int, partners: Sequence[str] = ()) -> Block:
    ids = []
    for column in sheet.columns:
        ids.append(column.id)
        if column.id == sheet.partners_after:
            ids += [partner_column(o) for o in partners]
    return Block(sheet.title, 1, 1, tuple(ids), count)


def _summary(domains: Sequence[str], partners: int, *, compared: bool) -> dict[str, Block]:
    """The tables of Summary, one below the other, with a heading between."""
    top = _FIRST_HEADLINE + len(HEADLINES) + 2 + int(compared)
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
