"""Colours by rule: they follow the figures, and never say anything the words do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from techmodel.core.palette import LIGHT, SHARE_BOUNDS, SHARES
from techmodel.core.raid import Band
from techmodel.export.xlsx.style import LEVEL_FILLS, rgb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet


def add_rules(sheet: Worksheet, area: str, rules: Sequence[Rule]) -> None:
    """Let the rules hold in an area; where two say the same thing, the first wins."""
    for rule in rules:
        sheet.conditional_formatting.add(area, rule)


def level_rules(cell: str, outlier: str = "") -> list[Rule]:
    """Colours of a cell that begins with the digit of a level; `cell` is the first, as "M2".

    Where the formula `outlier` holds, it is bold and underlined too; one rule says both, because
    some programs stop at the first that holds.
    """
    strong = Font(bold=True, underline="single", color=rgb(LIGHT.ink))
    plain = [
        (f'LEFT({cell},1)="{n}"', PatternFill(bgColor=rgb(c))) for n, c in enumerate(LEVEL_FILLS)
    ]
    marked = plain if outlier else []
    return [
        *(
            _rule(f"AND({test},{outlier})", ground=ground, letters=strong)
            for test, ground in marked
        ),
        *(_rule(test, ground=ground) for test, ground in plain),
    ]


def unknown_rules(cell: str) -> list[Rule]:
    """Marks of a cell that holds no level: a hatch and italics for unknown, grey for the rest."""
    hatch = PatternFill("lightUp", fgColor=rgb(LIGHT.line), bgColor="FFFFFF")
    unknown = f'OR(LEFT({cell},1)="D",LEFT({cell},7)="Not ans",LEFT({cell},7)="Not on ")'
    italic = Font(italic=True, color=rgb(LIGHT.ink))
    grey = Font(color=rgb(LIGHT.ink3))
    return [
        _rule(unknown, ground=hatch, letters=italic),
        _rule(f'LEFT({cell},2)="No"', letters=grey, ground=PatternFill(bgColor=rgb(LIGHT.bg))),
    ]


def notice_rule(formula: str) -> Rule:
    """The colours of a notice where the formula holds."""
    warn = LIGHT.warn
    return _rule(
        formula,
        ground=PatternFill(bgColor=rgb(warn.bg)),
        letters=Font(bold=True, color=rgb(warn.text)),
    )


def strong_rule(formula: str) -> Rule:
    """Bold where the formula holds."""
    return _rule(formula, letters=Font(bold=True, color=rgb(LIGHT.ink)))


def band_rules(cell: str, words: Mapping[Band, str]) -> list[Rule]:
    """The colours of a risk's score by its band; the two highest stand out."""
    stop, warn = LIGHT.stop, LIGHT.warn
    looks = {Band.VERY_HIGH: (stop.bg, stop.text), Band.HIGH: (warn.bg, warn.text)}
    return [
        _rule(
            f'{cell}="{words[found]}"',
            ground=PatternFill(bgColor=rgb(ground)),
            letters=Font(bold=True, color=rgb(text)),
        )
        for found, (ground, text) in looks.items()
    ]


def faint_rule(formula: str) -> Rule:
    """Grey letters where the formula holds."""
    return _rule(formula, letters=Font(color=rgb(LIGHT.ink3)))


def share_rules(cell: str) -> list[Rule]:
    """The colours of a share of the target; the highest bound that is reached counts."""
    bounds = (0.0, *SHARE_BOUNDS)
    return [
        _rule(
            f"AND(ISNUMBER({cell}),ROUND({cell},2)>={bound})",
            ground=PatternFill(bgColor=rgb(swatch.fill)),
            letters=Font(color=rgb(swatch.text)),
        )
        for bound, swatch in reversed(list(zip(bounds, SHARES, strict=True)))
    ]


def bar_rule() -> Rule:
    """A bar in the cell, full at 100 %."""
    ends = [FormatObject("num", val=0), FormatObject("num", val=1)]
    bar = DataBar(cfvo=ends, color=rgb(SHARES[2].fill), showValue=True)
    return Rule(type="dataBar", dataBar=bar)


def _rule(formula: str, *, ground: PatternFill | None = None, letters: Font | None = None) -> Rule:
    look = DifferentialStyle(font=letters, fill=ground)
    return Rule(type="expression", formula=[formula], dxf=look)
