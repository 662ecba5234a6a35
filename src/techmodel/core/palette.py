"""The colours, as plain values that the window, the report and the workbook share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swatch:
    """A fill and the colour of the digit or text on it, as "#RRGGBB"."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The three colours of a notice or of an error in a field."""

    bg: str
    edge: str
    text: str


@dataclass(frozen=True, slots=True)
class Rail:
    """The colours of the rail of places at the left of the window."""

    bg: str
    text: str
    selected: str
    mark: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of one theme; every colour is "#RRGGBB".

    `levels` holds six swatches, index = level; they mean levels and nothing else. Text tokens
    (`ink`, `ink2`, `ink3`, `accent`) reach a contrast of 4.5 on `surface`, `bg` and `soft`; the
    edges `line` and `focus` reach 3.0 on `surface` and `bg`; `rule` is decoration.
    """

    surface: str
    bg: str
    sunken: str
    rule: str
    line: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_hover: str
    soft: str
    focus: str
    rail: Rail
    warn: Notice
    stop: Notice
    levels: tuple[Swatch, ...]


LIGHT = Palette(
    surface="#FFFFFF",
    bg="#F3F6F5",
    sunken="#E8EDEB",
    rule="#D6DEDB",
    line="#75847F",
    ink="#14201F",
    ink2="#3F4F4C",
    ink3="#566662",
    accent="#0B5B63",
    on_accent="#FFFFFF",
    accent_hover="#08474E",
    soft="#DFEFEC",
    focus="#0B5B63",
    rail=Rail("#0E3234", "#D3E5E2", "#1D5355", "#7FD6CA"),
    warn=Notice("#FCF2D8", "#A87400", "#5C4200"),
    stop=Notice("#FBE9E4", "#B5442E", "#842614"),
    levels=(
        Swatch("#F7F1D3", "#14201F"),
        Swatch("#E2CA90", "#14201F"),
        Swatch("#C4956C", "#14201F"),
        Swatch("#9D5D6C", "#FFFFFF"),
        Swatch("#67386A", "#FFFFFF"),
        Swatch("#321D4C", "#FFFFFF"),
    ),
)

DARK = Palette(
    surface="#1B2322",
    bg="#141A19",
    sunken="#101514",
    rule="#31403D",
    line="#7D8F8A",
    ink="#EAF1EF",
    ink2="#BECBC7",
    ink3="#9AA9A5",
    accent="#5FC9BD",
    on_accent="#062423",
    accent_hover="#82D8CE",
    soft="#1D3D3B",
    focus="#7FE3D7",
    rail=Rail("#0B1817", "#C3D5D1", "#1A3B39", "#5FC9BD"),
    warn=Notice("#3A2E10", "#D2A63A", "#F2DCA0"),
    stop=Notice("#40201A", "#E58A75", "#F7C9BD"),
    levels=(
        Swatch("#413A28", "#FFFFFF"),
        Swatch("#6C5536", "#FFFFFF"),
        Swatch("#A8735C", "#12100F"),
        Swatch("#C6919A", "#12100F"),
        Swatch("#DCB9D8", "#12100F"),
        Swatch("#F0E6FD", "#12100F"),
    ),
)

HIGH_CONTRAST = Palette(
    surface="#000000",
    bg="#000000",
    sunken="#000000",
    rule="#FFFFFF",
    line="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    accent="#FFE34D",
    on_accent="#000000",
    accent_hover="#FFF1A0",
    soft="#00393A",
    focus="#FFE34D",
    rail=Rail("#000000", "#FFFFFF", "#00393A", "#FFE34D"),
    warn=Notice("#000000", "#FFE34D", "#FFE34D"),
    stop=Notice("#000000", "#FF9D8A", "#FF9D8A"),
    levels=(Swatch("#000000", "#FFFFFF"),) * 6,
)
"""Levels have no fill here: they are told by their digit and a white outline."""

SHARE_BOUNDS = (0.25, 0.50, 0.70, 0.90)
"""Where one colour of `SHARES` ends and the next begins, as shares of the target."""

SHARES = (
    Swatch("#F1F6F5", "#14201F"),
    Swatch("#CFE4E3", "#14201F"),
    Swatch("#94C3C3", "#14201F"),
    Swatch("#347C83", "#FFFFFF"),
    Swatch("#0B5B63", "#FFFFFF"),
)
"""How much of the target is reached: under 25 %, 25 to 49, 50 to 69, 70 to 89, 90 and over."""


def share_swatch(share: float) -> Swatch:
    """The swatch of a share of the target, 0..1, judged by the whole per cent that is shown."""
    shown = int(share * 100 + 0.5) / 100
    return SHARES[sum(shown >= bound for bound in SHARE_BOUNDS)]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two "#RRGGBB" colours, 1..21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
