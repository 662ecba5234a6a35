"""Themes, text size and contrast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication

from techmodel.core.palette import contrast
from techmodel.resources import resource
from techmodel.ui.look import FAMILY, PALETTES, Look, Size, Theme, Weight, stylesheet

if TYPE_CHECKING:
    from techmodel.core.palette import Palette

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
TEXT_PAIRS = (
    *(
        (ink, ground)
        for ink in ("ink", "ink2", "ink3", "accent")
        for ground in ("surface", "bg", "soft")
    ),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("rail.text", "rail.bg"),
    ("rail.text", "rail.selected"),
    ("warn.text", "warn.bg"),
    ("stop.text", "stop.bg"),
)
EDGE_PAIRS = (
    ("line", "surface"),
    ("line", "bg"),
    ("focus", "surface"),
    ("focus", "soft"),
    ("warn.edge", "warn.bg"),
    ("stop.edge", "stop.bg"),
    ("rail.mark", "rail.selected"),
)


def token(palette: Palette, name: str) -> str:
    value: object = palette
    for part in name.split("."):
        value = getattr(value, part)
    return str(value)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS)
def test_text_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    palette = PALETTES[theme]

    assert contrast(token(palette, pair[0]), token(palette, pair[1])) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", EDGE_PAIRS)
def test_edges_can_be_seen(theme: Theme, pair: tuple[str, str]) -> None:
    palette = PALETTES[theme]

    assert contrast(token(palette, pair[0]), token(palette, pair[1])) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_digits_on_levels_can_be_read(theme: Theme) -> None:
    assert all(contrast(s.fill, s.text) >= 4.5 for s in PALETTES[theme].levels)


@pytest.mark.parametrize("theme", THEMES)
def test_stylesheet_leaves_no_token_open(theme: Theme) -> None:
    text = stylesheet(PALETTES[theme], theme, 100)

    assert not re.findall(r"@|\d+tx", text)


def test_stylesheet_names_no_colour_of_its_own() -> None:
    template = resource("look", "app.qss").read_text(encoding="utf-8")

    assert not re.findall(r"#[0-9a-fA-F]{6}", template)


@pytest.mark.parametrize("theme", THEMES)
def test_pictures_of_a_theme_use_its_colours_only(theme: Theme) -> None:
    palette = PALETTES[theme]
    allowed = {palette.on_accent, palette.accent, palette.ink2}
    drawn = [p.read_text() for p in resource("look", theme.value).glob("*.svg")]

    assert {c for text in drawn for c in re.findall(r"#[0-9A-F]{6}", text)} <= allowed


@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_in_the_stylesheet_exists(theme: Theme) -> None:
    found = re.findall(r'url\("([^"]+)"\)', stylesheet(PALETTES[theme], theme, 100))

    assert found
    assert all(resource("look", theme.value, name.rsplit("/", 1)[1]).is_file() for name in found)


def test_text_size_scales_type(look: Look) -> None:
    look.choose_text(150)

    assert look.px(14) == 21
    assert look.font(Size.TITLE).pixelSize() == 30
    assert "font-size: 18px" in stylesheet(look.palette, look.theme, 150)


@pytest.mark.parametrize(("asked", "got"), [(10, 100), (130, 130), (900, 200)])
def test_text_size_stays_between_100_and_200(look: Look, asked: int, got: int) -> None:
    look.choose_text(asked)

    assert look.text == got


def test_choices_are_said_so_that_they_can_be_remembered(look: Look) -> None:
    said: list[object] = []
    look.theme_chosen.connect(said.append)
    look.text_chosen.connect(said.append)
    look.choose_theme(Theme.DARK)
    look.choose_text(120)

    assert said == ["dark", 120]


def test_choosing_the_same_again_says_nothing(look: Look) -> None:
    said: list[object] = []
    look.changed.connect(lambda: said.append(1))
    look.choose_theme(look.choice)
    look.choose_text(look.text)

    assert said == []


def test_system_theme_is_followed(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    look.choose_theme(Theme.SYSTEM)
    monkeypatch.setattr("techmodel.ui.look._system_theme", lambda: Theme.DARK)
    seen: list[Theme] = []
    look.changed.connect(lambda: seen.append(look.theme))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert seen == [Theme.DARK]
    assert look.colour("surface").name().upper() == PALETTES[Theme.DARK].surface


def test_a_theme_of_ones_own_stays_when_the_system_changes(look: Look) -> None:
    look.choose_theme(Theme.DARK)
    seen: list[int] = []
    look.changed.connect(lambda: seen.append(1))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)

    assert (seen, look.theme) == ([], Theme.DARK)


def test_the_system_is_one_of_ours(look: Look) -> None:
    look.choose_theme(Theme.SYSTEM)

    assert look.theme in PALETTES


def test_our_family_is_loaded_in_both_weights(look: Look) -> None:
    regular, strong = (QFontInfo(look.font(Size.BODY, weight)) for weight in Weight)

    assert (regular.family(), strong.family()) == (FAMILY, FAMILY)
    assert strong.weight() > regular.weight()


def test_colours_are_found_by_token(look: Look) -> None:
    assert look.colour("rail.mark").name().upper() == look.palette.rail.mark
    assert look.colour("ink").name().upper() == look.palette.ink


def test_widths_of_a_table_are_kept_and_said(look: Look) -> None:
    said: list[tuple[str, list[int]]] = []
    look.widths_kept.connect(lambda name, widths: said.append((name, widths)))
    look.recall_widths({"Gaps": [1]})
    look.keep_widths("Recent", [10, 20])

    assert (look.widths("Gaps"), look.widths("Recent"), look.widths("None")) == ([1], [10, 20], [])
    assert said == [("Recent", [10, 20])]
