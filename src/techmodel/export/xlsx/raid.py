"""The sheet RAID: risks, assumptions, issues and dependencies, scored by the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import RaidKind
from techmodel.core.plan_sheets import NO, RAID
from techmodel.core.raid import Band, band, is_overdue, score
from techmodel.export.xlsx.plan_formulas import AS_OF, filled
from techmodel.export.xlsx.plan_lists import (
    IMPACTS,
    LIKELIHOODS,
    RAID_KINDS,
    ROLES,
    YES_NO,
    offer,
    room,
)
from techmodel.export.xlsx.rules import add_rules, band_rules, faint_rule, notice_rule
from techmodel.export.xlsx.table import freeze, write_list
from techmodel.wording.plan_sheets import raid_cells
from techmodel.wording.raid import BANDS, KINDS

if TYPE_CHECKING:
    from techmodel.core.plan_parts import RaidItem
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.wording.plan_sheets import Cells

LATE = "Late"
RISK = KINDS[RaidKind.RISK]
_OFFERS = {
    "kind": RAID_KINDS,
    "likelihood": LIKELIHOODS,
    "impact": IMPACTS,
    "open": YES_NO,
}


def write_raid(book: Book) -> None:
    """Write the sheet, where anything is planned."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    block, formulas = layout.raid, raid_formulas(layout.raid)
    worked = raid_values(facts)
    rows = [
        {**raid_cells(item), **filled(formulas, values, number)}
        for number, (item, values) in enumerate(zip(facts.raid, worked, strict=True), block.first)
    ]
    sheet = write_list(book, RAID, block, rows)
    freeze(sheet, "D2")
    for column, name in _OFFERS.items():
        offer(sheet, block, column, name)
    offer(sheet, block, "owner", ROLES, strict=False)
    first = {c: block.here(c).replace("#", f"{block.first}") for c in block.ids}
    for column in ("score", "band"):
        add_rules(sheet, room(block, column), band_rules(first["band"], BANDS))
    for column in ("due", "late"):
        add_rules(sheet, room(block, column), [notice_rule(f"LEN({first['late']})>0")])
    closed = faint_rule(f'{first["open"]}="{NO}"')
    add_rules(sheet, f"A{block.first}:{room(block, 'late').partition(':')[2]}", [closed])


def raid_formulas(block: Block) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row."""
    here = {c: block.here(c) for c in block.ids}
    all_ = {c: block.wide(c) for c in block.ids}
    number, due = here["score"], here["due"]
    digits = [f"VALUE(LEFT({here[c]},1))" for c in ("likelihood", "impact")]
    words = f'"{BANDS[Band.LOW]}"'
    for least, found in ((4, Band.MEDIUM), (8, Band.HIGH), (15, Band.VERY_HIGH)):
        words = f'IF({number}>={least},"{BANDS[found]}",{words})'
    counts = f'({all_["kind"]}="{RISK}")*({all_["open"]}<>"{NO}")*ISNUMBER({all_["score"]})'
    higher = f"SUMPRODUCT({counts}*({all_['score']}>{number}))"
    above = f"({all_['score']}={number})*(ROW({all_['score']})<=ROW({number}))"
    ranked = f'AND({here["kind"]}="{RISK}",{here["open"]}<>"{NO}",ISNUMBER({number}))'
    return {
        "score": f'=IFERROR({digits[0]}*{digits[1]},"")',
        "band": f'=IF(ISNUMBER({number}),{words},"")',
        "late": (f'=IF(AND({here["open"]}<>"{NO}",ISNUMBER({due}),N({due})<{AS_OF}),"{LATE}","")'),
        "order": f'=IF({ranked},{higher}+SUMPRODUCT({counts}*{above}),"")',
    }


def raid_values(facts: PlanFacts) -> list[Cells]:
    """What the formulas give; the items stand in their order, so open risks do by their score."""
    found: list[Cells] = []
    place = 0
    for item in facts.raid:
        ranked = is_ranked(item)
        place += int(ranked)
        number = score(item)
        found.append(
            {
                "score": number,
                "band": "" if number is None else BANDS[band(number)],
                "late": LATE if is_overdue(item, facts.today) else "",
                "order": place if ranked else None,
            }
        )
    return found


def is_ranked(item: RaidItem) -> bool:
    """Whether it is an open risk with a score."""
    return item.kind is RaidKind.RISK and item.is_open and score(item) is not None
