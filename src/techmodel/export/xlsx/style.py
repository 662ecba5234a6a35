"""How the workbook looks: one font, and a named style for every use."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from techmodel.core.palette import LIGHT
from techmodel.core.sheets import ColumnKind

FONT = "Arial"
SIZE = 10
_SMALL = 8

HEAD, HEAD_RIGHT = "tm head", "tm head right"
TITLE, LEAD, REMARK = "tm title", "tm lead", "tm remark"
SECTION, LABEL, TARGET = "tm section", "tm label", "tm target"
FIGURE, FIGURE_SHARE = "tm figure", "tm figure share"
FIGURE_DATE, FIGURE_MONEY = "tm figure date", "tm figure money"
BODY, BODY_DATE = "tm body", "tm body date"
WEEK_MONTH, WEEK_DAY = "tm week month", "tm week day"
WEEK_COUNT, WEEK_DUTY = "tm week count", "tm week duty"

_FORMATS = {
    ColumnKind.WHOLE: "0",
    ColumnKind.DECIMAL: "0.00",
    ColumnKind.SHARE: '[<0.995]0%;[<0.999999999]"99%";0%',
    ColumnKind.DATE: "dd mmm yyyy",
    ColumnKind.MONEY: '#,##0;-#,##0;"–"',
}
_RIGHT = {
    *(ColumnKind.WHOLE, ColumnKind.DECIMAL, ColumnKind.NUMBER),
    *(ColumnKind.SHARE, ColumnKind.DATE, ColumnKind.MONEY),
}


def rgb(colour: str) -> str:
    """A "#RRGGBB" colour as a workbook writes it."""
    return colour.removeprefix("#")


def tint(colour: str, share: float) -> str:
    """The colour thinned with white; `share` 0..1 is how much of it stays."""
    parts = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


ENTRY = tint(LIGHT.warn.bg, 0.55)
"""The ground of what people may change."""
LEVEL_FILLS = tuple(tint(swatch.fill, 0.5) for swatch in LIGHT.levels)
"""The level colours, half as strong: full ones are heavy on paper; ink is readable on all six."""


def head_for(kind: ColumnKind) -> str:
    """The name of the style for the head of a column of this kind."""
    return HEAD_RIGHT if kind in _RIGHT else HEAD


def style_for(kind: ColumnKind, *, editable: bool = False, total: bool = False) -> str:
    """The name of the style for a cell of this kind; not all kinds have every variant."""
    return f"tm {kind.value}{' input' if editable else ''}{' total' if total else ''}"


def named_styles() -> tuple[NamedStyle, ...]:
    """Every style of the workbook, Arial 10 unless a title, each with a font of its own."""
    return (*_cell_styles(), *_text_styles(), *_week_styles())


def font(colour: str = LIGHT.ink, size: float = SIZE, *, bold: bool = False) -> Font:
    """The workbook's font."""
    return Font(name=FONT, size=size, color=rgb(colour), bold=bold)


def fill(colour: str) -> PatternFill:
    """A plain fill."""
    return PatternFill("solid", start_color=rgb(colour), end_color=rgb(colour))


def _cell_styles() -> list[NamedStyle]:
    rule, ink = Side("thin", rgb(LIGHT.rule)), Side("medium", rgb(LIGHT.ink))
    grid = Border(left=rule, right=rule, top=rule, bottom=rule)
    total = Border(top=ink, bottom=rule)
    return [
        style
        for kind in ColumnKind
        for style in (
            _cell_style(style_for(kind), kind, _plain_font(kind), grid),
            _cell_style(style_for(kind, editable=True), kind, font(), grid, fill(ENTRY)),
            _cell_style(style_for(kind, total=True), kind, font(bold=True), total),
        )
    ]


def _cell_style(
    name: str, kind: ColumnKind, letters: Font, border: Border, ground: PatternFill | None = None
) -> NamedStyle:
    return NamedStyle(
        name,
        font=letters,
        fill=ground,
        border=border,
        alignment=_alignment(kind),
        number_format=_FORMATS.get(kind, "General"),
    )


def _plain_font(kind: ColumnKind) -> Font:
    return font(LIGHT.ink3 if kind is ColumnKind.ID else LIGHT.ink)


def _alignment(kind: ColumnKind) -> Alignment:
    if kind in _RIGHT:
        return Alignment(horizontal="right", vertical="top")
    wrapped = kind is not ColumnKind.ID
    return Alignment(horizontal="left", vertical="top", wrap_text=wrapped, indent=1)


def _text_styles() -> list[NamedStyle]:
    wrapped = Alignment(vertical="top", wrap_text=True)
    right = Alignment(horizontal="right", vertical="top")
    indented = Alignment(horizontal="left", vertical="top", indent=1)
    edge, rule = Side("medium", rgb(LIGHT.ink)), Side("thin", rgb(LIGHT.rule))
    top = Alignment(vertical="top")
    return [
        _head(HEAD, "left"),
        _head(HEAD_RIGHT, "right"),
        NamedStyle(TITLE, font=font(size=16, bold=True), alignment=top),
        NamedStyle(LEAD, font=font(LIGHT.ink2), alignment=top),
        NamedStyle(REMARK, font=font(LIGHT.ink2), alignment=indented),
        NamedStyle(
            TARGET,
            font=font(bold=True),
            alignment=indented,
            border=Border(left=edge, right=edge, top=rule, bottom=rule),
        ),
        NamedStyle(SECTION, font=font(LIGHT.accent, 12, bold=True), alignment=top),
        NamedStyle(LABEL, font=font(bold=True), alignment=wrapped),
        NamedStyle(BODY, font=font(), alignment=wrapped),
        NamedStyle(
            BODY_DATE,
            font=font(),
            alignment=Alignment(horizontal="left", vertical="top"),
            number_format=_FORMATS[ColumnKind.DATE],
        ),
        NamedStyle(FIGURE, font=font(bold=True), alignment=right, number_format="0"),
        *(
            NamedStyle(name, font=font(bold=True), alignment=right, number_format=code)
            for name, code in (
                (FIGURE_SHARE, _FORMATS[ColumnKind.SHARE]),
                (FIGURE_DATE, _FORMATS[ColumnKind.DATE]),
                (FIGURE_MONEY, '"£"#,##0'),
            )
        ),
    ]


def _week_styles() -> list[NamedStyle]:
    """Narrow cells, a column a week."""
    middle = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
    upright = Alignment(horizontal="left", vertical="bottom", text_rotation=90)
    return [
        NamedStyle(
            WEEK_MONTH,
            font=font(size=_SMALL, bold=True),
            alignment=upright,
            number_format="mmm yy",
        ),
        NamedStyle(
            WEEK_DAY,
            font=font(LIGHT.on_accent, _SMALL),
            fill=fill(LIGHT.accent),
            alignment=middle,
            number_format="d",
        ),
        NamedStyle(WEEK_COUNT, font=font(size=_SMALL), alignment=middle, number_format="0;;"),
        NamedStyle(WEEK_DUTY, font=font(size=_SMALL, bold=True), alignment=middle),
    ]


def _head(name: str, side: str) -> NamedStyle:
    return NamedStyle(
        name,
        font=font(LIGHT.on_accent, bold=True),
        fill=fill(LIGHT.accent),
        alignment=Alignment(
            horizontal=side, vertical="bottom", wrap_text=True, indent=int(side == "left")
        ),
    )
