"""How the sheet Gantt is drawn: rules on real dates; the words beside say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from techmodel.core.palette import LIGHT, SHARES
from techmodel.export.xlsx import gantt_frame as at
from techmodel.export.xlsx.gantt_rows import CRITICAL, NOT_COUNTED
from techmodel.export.xlsx.plan_formulas import OVER
from techmodel.export.xlsx.rules import add_rules, notice_rule, strong_rule
from techmodel.export.xlsx.style import ENTRY, rgb, tint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.gantt_frame import Frame

_BAR, _CRITICAL, _DONE = SHARES[2].fill, LIGHT.accent, LIGHT.line
_DUTY, _TODAY = LIGHT.warn.bg, tint(LIGHT.stop.edge, 0.3)
_HATCH = PatternFill("lightUp", fgColor=rgb(LIGHT.accent), bgColor="FFFFFF")
_LEGEND = (
    ("Critical: the plan ends later if it slips", _CRITICAL),
    ("Has slack", _BAR),
    ("Done", _DONE),
    ("Not counted in the plan, or dropped", ""),
    ("Week with a statutory date", _DUTY),
    ("Today", _TODAY),
    ("Your entry: change it, the rest follows; projects are changed on Plan", ENTRY),
)
"""What each colour means; "" is the hatch."""


def draw(sheet: Worksheet, frame: Frame) -> None:
    """Draw bars, today, statutory dates and months."""
    here = f"{at.letter(at.LEFT)}${at.HEAD}"
    after = f"{here}+7*{at.STEP}"
    start, finish, done, slack = (f"${c}{at.FIRST}" for c in "DEGH")
    during = f"ISNUMBER({start}),ISNUMBER({finish}),{start}<{after},{finish}>={here}"
    part = f"{start}+N({done})*({finish}-{start}+1)"
    today = f"AND({at.TODAY}>={here},{at.TODAY}<{after})"
    duty = f"N({at.letter(at.LEFT)}${at.DUTIES})>0"
    month = f"LEN({at.letter(at.LEFT)}${at.MONTHS})>0"
    over, dropped = OVER
    bars = [
        _rule(f'AND({during},OR({slack}="{NOT_COUNTED}",{slack}="{dropped}"))', _HATCH),
        _rule(f'AND({during},OR({slack}="{over}",{after}<={part}))', _plain(_DONE)),
        _rule(f'AND({during},{slack}="{CRITICAL}")', _plain(_CRITICAL)),
        _rule(f"AND({during})", _plain(_BAR)),
    ]
    back = [_rule(today, _plain(_TODAY)), _rule(duty, _plain(_DUTY))]
    rule, strong = Side("thin", color=rgb(LIGHT.rule)), Side("thin", color=rgb(LIGHT.ink3))
    lines = [
        _rule(f"AND({month},MONTH({here})=1)", border=Border(left=strong, bottom=rule)),
        _rule(month, border=Border(left=rule, bottom=rule)),
        _rule("TRUE", border=Border(bottom=rule)),
    ]
    add_rules(sheet, frame.area(at.FIRST, frame.last_row), [*bars, *back, *lines])
    edge = [
        _rule(f"AND({month},MONTH({here})=1)", border=Border(left=strong)),
        _rule(month, border=Border(left=rule)),
    ]
    add_rules(sheet, frame.area(at.MONTHS, at.MONTHS), [_rule(today, _plain(_TODAY)), *edge])
    full = f"AND(ISNUMBER({at.LIMIT}),N({at.letter(at.LEFT)}{at.AT_ONCE})>N({at.LIMIT}))"
    add_rules(sheet, frame.area(at.AT_ONCE, at.AT_ONCE), [notice_rule(full), *edge])
    add_rules(sheet, frame.area(at.DUTIES, at.DUTIES), [notice_rule(duty), *edge])
    area = f"H{at.FIRST}:H{frame.last_row}"
    add_rules(sheet, area, [strong_rule(f'{slack}="{CRITICAL}"')])


def explain(sheet: Worksheet, row: int) -> Iterator[str]:
    """Colour the first cells from a row on, one a meaning; gives the meanings."""
    for n, (words, colour) in enumerate(_LEGEND, row):
        ground = _plain(colour) if colour else _HATCH
        add_rules(sheet, f"A{n}", [_rule("TRUE", ground)])
        yield words


def _plain(colour: str) -> PatternFill:
    return PatternFill(bgColor=rgb(colour))


def _rule(
    formula: str, ground: PatternFill | None = None, *, border: Border | None = None
) -> Rule:
    look = DifferentialStyle(fill=ground, border=border)
    return Rule(type="expression", formula=[formula], dxf=look)
