"""The lists of the plan on the sheet Lists: what drop-downs offer, the calendar, what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from techmodel.core.plan_sheets import ASSESSMENT, CHANGE, KEPT, MADE, NO, REVISION, YES
from techmodel.core.sheets import Column, ColumnKind
from techmodel.wording.benefits import MEANINGS as STAGE_MEANINGS
from techmodel.wording.benefits import ONE
from techmodel.wording.costs import KINDS as COST_WORDS
from techmodel.wording.plan_sheets import STATUSES, steps_list
from techmodel.wording.raid import IMPACT, LIKELIHOOD
from techmodel.wording.raid import KINDS as RAID_WORDS
from techmodel.wording.raid import MEANINGS as RAID_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.report import Report
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Value
    from techmodel.export.xlsx.plan_facts import PlanFacts

    Kind = Literal["whole", "decimal", "date"]

CLOSED_DAYS, YES_NO, STATUS_LIST, ROLES = "ClosedDays", "YesNo", "PlanStatuses", "OwnerRoles"
RAID_KINDS, LIKELIHOODS, IMPACTS = "RaidKinds", "Likelihoods", "Impacts"
STAGES, COST_KINDS = "BenefitStages", "CostKinds"
"""Names of ranges that formulas and drop-downs use."""

_DATE, _NAME, _TEXT = ColumnKind.DATE, ColumnKind.NAME, ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Choice:
    """A list: the name of the range that its first column is, its columns and rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its columns."""
        return tuple(c.id for c in self.columns)


def choices(facts: PlanFacts) -> tuple[Choice, ...]:
    """The lists in the order in which they stand."""
    return (
        _words(STATUS_LIST, "Status", tuple((w,) for w in STATUSES.values())),
        _words(YES_NO, "Yes or no", ((YES,), (NO,))),
        _words(ROLES, "Role", tuple((role,) for role in facts.roles)),
        _words(
            RAID_KINDS,
            "Kind of entry",
            tuple((w, RAID_MEANINGS[k]) for k, w in RAID_WORDS.items()),
        ),
        _words(LIKELIHOODS, "Likelihood", steps_list(LIKELIHOOD)),
        _words(IMPACTS, "Impact", steps_list(IMPACT)),
        _words(STAGES, "Column", tuple((w, STAGE_MEANINGS[k]) for k, w in ONE.items())),
        _words(COST_KINDS, "Kind of cost", tuple((w,) for w in COST_WORDS.values())),
        Choice(
            CLOSED_DAYS,
            (
                Column("day", "Nobody works on", _DATE, editable=True),
                Column("why", "Why", _NAME, editable=True),
            ),
            facts.closed,
        ),
    )


def kept_choice(report: Report) -> Choice:
    """What a workbook that comes back was made from."""
    rows = (
        (ASSESSMENT, report.assessment.id),
        (REVISION, report.revision),
        (MADE, report.today.isoformat()),
        (CHANGE, report.batches[-1].id if report.batches else ""),
    )
    return Choice("", KEPT.columns, rows)


def offer(sheet: Worksheet, block: Block, column: str, name: str, *, strict: bool = True) -> None:
    """Let a column be chosen from a named list, with room below for new rows.

    What is not `strict` takes other words too, such as a role that is not on the list.
    """
    offer_in(sheet, [room(block, column)], name, strict=strict)


def offer_in(sheet: Worksheet, areas: Iterable[str], name: str, *, strict: bool = True) -> None:
    """Let cells be chosen from a named list; `strict` as in `offer`."""
    choice = DataValidation(type="list", formula1=name, allow_blank=True)
    choice.showErrorMessage = strict
    choice.error = "Choose one of the words of the list; the sheet Lists says what they mean."
    for area in areas:
        choice.add(area)
    sheet.add_data_validation(choice)


def limit(sheet: Worksheet, area: str, kind: Kind, ends: tuple[str, str], error: str) -> None:
    """Let cells hold only numbers or dates between two ends; `error` says so."""
    rule = DataValidation(
        type=kind, operator="between", formula1=ends[0], formula2=ends[1], allow_blank=True
    )
    rule.showErrorMessage, rule.error = True, error
    rule.add(area)
    sheet.add_data_validation(rule)


def room(block: Block, column: str) -> str:
    """The cells of a column on its own sheet, with room below for new rows."""
    return block.wide(column).rpartition("!")[2].replace("$", "")


def _words(name: str, header: str, rows: tuple[tuple[str, ...], ...]) -> Choice:
    columns = [Column("word", header, _NAME)]
    if rows and len(rows[0]) > 1:
        columns.append(Column("meaning", "What it means", _TEXT))
    return Choice(name, tuple(columns), rows)
