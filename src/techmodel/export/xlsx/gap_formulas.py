"""The formulas of the sheet Gaps: from what partners said to level, gap and attainment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.xlsx.facts import NOT_APPLICABLE, NOT_ASKED
from techmodel.export.xlsx.layout import THRESHOLD, WEIGHTS, partner_column

if TYPE_CHECKING:
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

KNOWN = '"012345"'
"""The first letters of an answer that is a level."""


def gap_formulas(facts: Facts, layout: Layout) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row.

    Every formula uses only functions of Excel 2016, and cells of its own row or whole columns, so
    that sorting a table breaks nothing (design.md 7).
    """
    return {**_level_formulas(layout), **_count_formulas(layout), **_said_formulas(facts, layout)}


def _said_formulas(facts: Facts, layout: Layout) -> dict[str, str]:
    answers, key = layout.answers, layout.gaps.here("id")
    return {
        partner_column(partner.id): (
            f"=INDEX({answers.all('counted_as')},"
            f'MATCH({key}&"|"&{layout.columns.cell("id", row)},{answers.all("id")},0))'
        )
        for row, partner in enumerate(facts.partners, layout.columns.first)
    }


def _count_formulas(layout: Layout) -> dict[str, str]:
    said = _said(layout)
    applies = f'({said}<>"{NOT_ASKED}")*({said}<>{_not_applicable(layout)})'
    total = layout.gaps.here("counts")

    def at(levels: str) -> str:
        return f"ISNUMBER(FIND(LEFT({said},1),{levels}))"

    above = {n: f'"{"012345"[n:]}"' for n in range(1, 6)}
    return {
        "asked": f'=SUMPRODUCT(--({said}<>"{NOT_ASKED}"))',
        "known": f"=SUMPRODUCT(--{at(KNOWN)})",
        "not_applicable": f"=SUMPRODUCT(--({said}={_not_applicable(layout)}))",
        "counts": f"=SUMPRODUCT({applies}*{WEIGHTS})",
        **{f"at{n}": f"=SUMPRODUCT(--{at(levels)})" for n, levels in above.items()},
        **{
            f"share{n}": f"=IF({total}=0,0,SUMPRODUCT({at(levels)}*{WEIGHTS})/{total})"
            for n, levels in above.items()
        },
        "share_unknown": f"=IF({total}=0,0,1-SUMPRODUCT({at(KNOWN)}*{WEIGHTS})/{total})",
    }


def _level_formulas(layout: Layout) -> dict[str, str]:
    g = layout.gaps
    here = {c: g.here(c) for c in g.ids}
    at, share = g.across("at1", "at5"), g.across("share1", "share5")
    enough = f"{THRESHOLD}-0.000000001"
    known, low, high = here["known"], here["low"], here["high"]
    middle = [f"SUMPRODUCT(--({at}>{known}-INT(({known}+{n})/2)))" for n in (1, 2)]
    bar = f"MAX({low},INT({here['median']})-1)"
    goal, weight = here["target_level"], here["weight"]
    nobody = f"{here['counts']}=0"
    return {
        "low": f'=IF({nobody},"",SUMPRODUCT(--({share}>={enough})))',
        "high": f'=IF({nobody},"",SUMPRODUCT(--({share}+{here["share_unknown"]}>={enough})))',
        "gap_low": f'=IF({nobody},"",MAX(0,{goal}-{high}))',
        "gap_high": f'=IF({nobody},"",MAX(0,{goal}-{low}))',
        "min": f'=IF({known}=0,"",SUMPRODUCT(--({at}={known})))',
        "median": f'=IF({known}=0,"",({middle[0]}+{middle[1]})/2)',
        "max": f'=IF({known}=0,"",SUMPRODUCT(--({at}>0)))',
        "outliers": f'=IF({known}=0,"",IF({bar}<1,0,{known}-INDEX({at},1,{bar})))',
        "target_level": f'=IF({here["target"]}="",0,VALUE(LEFT({here["target"]},1)))',
        "asked_for": f"=IF({nobody},0,{weight}*{goal})",
        "reached_low": f"=IF({nobody},0,{weight}*MIN({low},{goal}))",
        "reached_high": f"=IF({nobody},0,{weight}*MIN({high},{goal}))",
    }


def _said(layout: Layout) -> str:
    """The partners' cells of one row."""
    partners = layout.partner_columns
    return layout.gaps.across(partners[0], partners[-1])


def _not_applicable(layout: Layout) -> str:
    return layout.words.cell("word", layout.words.top + NOT_APPLICABLE)
