"""The sheet Onboarding: how far each organisation is with each service, to be changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.onboarding import Stage
from techmodel.core.sheets import ONBOARDING, pair_id
from techmodel.export.xlsx.layout import SERVICE_STAGES
from techmodel.export.xlsx.plan_lists import offer_in
from techmodel.export.xlsx.rules import add_rules, faint_rule, strong_rule
from techmodel.export.xlsx.table import freeze, write_list
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts

_QUIET = (Stage.NOT_STARTED, Stage.NOT_APPLICABLE)


def write_onboarding(book: Book) -> None:
    """Write the sheet: a row for each service and each organisation it may be for."""
    block = book.layout.onboarding
    sheet = write_list(book, ONBOARDING, block, [*_rows(book.facts)])
    freeze(sheet, "D2")
    first = f"{block.letter('stage')}{block.first}"
    area = f"{first}:{block.letter('stage')}{block.last}"
    offer_in(sheet, [area], SERVICE_STAGES)
    quiet = ",".join(f'{first}="{stage_name(stage)}"' for stage in _QUIET)
    rules = [faint_rule(f"OR({quiet})"), strong_rule(f'{first}="{stage_name(Stage.LIVE)}"')]
    add_rules(sheet, area, rules)


def _rows(facts: Facts) -> Iterator[Mapping[str, Content]]:
    for entry in facts.services:
        for organisation, held in entry.stages.items():
            yield {
                "id": pair_id(entry.service.id, organisation),
                "service": entry.service.name,
                "organisation": facts.names[organisation],
                "stage": stage_name(held.stage),
                "owner": held.owner,
                "date": held.day,
                "note": held.note,
            }
