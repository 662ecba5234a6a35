"""How everything looks: tokens of the theme, type, spacing, the application's stylesheet."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import fields
from enum import IntEnum, StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from techmodel.core.palette import DARK, HIGH_CONTRAST, LIGHT, Palette
from techmodel.resources import resource
from techmodel.ui.icons import Icons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QIcon, QPixmap

FAMILY = "Source Sans Pro"
XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
"""Steps of spacing, in CSS pixels; not times the text setting."""
RADIUS_BAR, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD = 2, 3, 4, 6
TEXT_MIN, TEXT_MAX, TEXT_STEP = 100, 200, 10
"""The text setting, in per cent."""


class Size(IntEnum):
    """The five sizes of type, in CSS pixels before the text setting (design.md 6)."""

    SMALL = 12
    BODY = 14
    LARGE = 16
    TITLE = 20
    HERO = 28


class Weight(IntEnum):
    """The weights of type in use."""

    REGULAR = 400
    SEMIBOLD = 600


class Theme(StrEnum):
    """What a person can choose in Settings; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high"


PALETTES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}


class Look(QObject):
    """The look of the whole window, kept in step with the system and with Settings.

    Signals:
        changed(): theme or text size are others; painted widgets look again.
        theme_chosen(str): a person chose another theme, to be remembered.
        text_chosen(int): a person chose another text size in per cent, to be remembered.
        widths_kept(str, list): a person dragged the columns of a table, to be remembered.
    """

    changed = Signal()
    theme_chosen = Signal(str)
    text_chosen = Signal(int)
    widths_kept = Signal(str, list)

    def __init__(self, theme: Theme = Theme.SYSTEM, text: int = TEXT_MIN) -> None:
        super().__init__()
        _load_fonts()
        self._choice = theme
        self._text = _bounded(text)
        self._icons = Icons()
        self._widths: dict[str, list[int]] = {}
        self._follow_system()
        self._apply()

    @property
    def choice(self) -> Theme:
        """The theme as chosen, which may be SYSTEM."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme now shown, never SYSTEM."""
        return self._theme

    @property
    def palette(self) -> Palette:
        """The colours of the theme now shown, each as "#RRGGBB"."""
        return PALETTES[self.theme]

    @property
    def text(self) -> int:
        """The text setting, 100 to 200 per cent."""
        return self._text

    @property
    def high_contrast(self) -> bool:
        """Whether levels are told without fills."""
        return self.theme is Theme.HIGH_CONTRAST

    def choose_theme(self, theme: Theme) -> None:
        """Show another theme from now on."""
        if theme is not self._choice:
            self._choice = theme
            self._apply()
            self.theme_chosen.emit(theme.value)

    def choose_text(self, per_cent: int) -> None:
        """Show text at another size; outside 100 to 200 the nearest is taken."""
        if _bounded(per_cent) != self._text:
            self._text = _bounded(per_cent)
            self._apply()
            self.text_chosen.emit(self._text)

    def widths(self, table: str) -> list[int]:
        """The remembered widths of a table's columns in pixels, empty when there are none."""
        return self._widths.get(table, [])

    def keep_widths(self, table: str, widths: list[int]) -> None:
        """Remember the widths of a table's columns."""
        self._widths[table] = widths
        self.widths_kept.emit(table, widths)

    def recall_widths(self, widths: dict[str, list[int]]) -> None:
        """Take over what Settings remembered, without saying so."""
        self._widths = dict(widths)

    def px(self, css: float) -> int:
        """CSS pixels times the text setting, as whole pixels."""
        return round(css * self._text / 100)

    def font(self, size: Size = Size.BODY, weight: Weight = Weight.REGULAR) -> QFont:
        """A font of the one family in one of the five sizes."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, token: str) -> QColor:
        """A token as a QColor: "ink", "accent", "rail.text", "warn.edge"."""
        value: object = self.palette
        for part in token.split("."):
            value = getattr(value, part)
        return QColor(str(value))

    def icon(self, name: str, token: str = "ink2") -> QIcon:
        """The icon `resources/icons/<name>.svg` in a token's colour, paler when disabled."""
        return self._icons.icon(name, self.colour(token).name(), self.px(20))

    def pixmap(self, name: str, token: str, css: float) -> QPixmap:
        """An icon as a picture of `css` pixels times the text setting."""
        return self._icons.pixmap(name, self.colour(token).name(), self.px(css))

    def _follow_system(self) -> None:
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        if self._choice is Theme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._theme = _system_theme() if self._choice is Theme.SYSTEM else self._choice
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        with _nothing_collected():
            app.setFont(self.font())
            app.setPalette(_qt_palette(self.palette))
            app.setStyleSheet(stylesheet(self.palette, self.theme, self._text))
        self.changed.emit()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from collecting windows that are gone while Qt goes through a list of all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def stylesheet(palette: Palette, theme: Theme, text: int) -> str:
    """The application's stylesheet: `app.qss` with `@token` colours and `12tx` sizes filled in.

    `tx` are CSS pixels times the text setting; `@images` is the folder of a theme's pictures.
    """
    template = resource("look", "app.qss").read_text(encoding="utf-8")
    words = _words(palette) | {"images": resource("look", theme.value).as_posix()}
    filled = re.sub(r"@([a-z_0-9.]*[a-z_0-9])", lambda m: words[m[1]], template)
    return re.sub(r"(\d+)tx", lambda m: f"{round(int(m[1]) * text / 100)}px", filled)


def _words(palette: Palette) -> dict[str, str]:
    """Every token by its dotted name, without the levels."""
    words = {}
    for field in fields(palette):
        value = getattr(palette, field.name)
        if isinstance(value, str):
            words[field.name] = value
        elif field.name != "levels":
            words |= {f"{field.name}.{f.name}": getattr(value, f.name) for f in fields(value)}
    return words


def _qt_palette(palette: Palette) -> QPalette:
    """Qt's own roles, for what the stylesheet does not reach."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: palette.bg,
        roles.WindowText: palette.ink,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.bg,
        roles.Text: palette.ink,
        roles.PlaceholderText: palette.ink3,
        roles.Button: palette.surface,
        roles.ButtonText: palette.ink,
        roles.Highlight: palette.soft,
        roles.HighlightedText: palette.ink,
        roles.ToolTipBase: palette.surface,
        roles.ToolTipText: palette.ink,
        roles.Link: palette.accent,
        roles.LinkVisited: palette.accent,
        roles.Mid: palette.rule,
        roles.Dark: palette.line,
        roles.Accent: palette.accent,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.ink3))
    return made


def _system_theme() -> Theme:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return Theme.HIGH_CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return Theme.DARK if dark else Theme.LIGHT


def _load_fonts() -> None:
    """Load the family by path; finding the package without importing it keeps the start light."""
    if FAMILY in QFontDatabase.families():
        return
    spec = find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:
        return
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    for style in ("Regular", "Semibold"):
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{style}.ttf"))


def _bounded(per_cent: int) -> int:
    return max(TEXT_MIN, min(TEXT_MAX, per_cent))
