"""Laws of the colours (mocks/look.md: text needs 4.5, edges 3.0)."""

import pytest

from techmodel.core.palette import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SHARES,
    contrast,
    share_swatch,
)

THEMES = pytest.mark.parametrize(
    "theme", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high"]
)


@THEMES
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent"])
@pytest.mark.parametrize("ground", ["surface", "bg", "soft"])
def test_text_reads_on_every_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@THEMES
def test_edges_are_seen_on_every_ground(theme):
    edges = [theme.line, theme.focus]

    assert min(contrast(e, g) for e in edges for g in (theme.surface, theme.bg)) >= 3.0


@THEMES
def test_notices_the_rail_and_the_filled_button_read(theme):
    pairs = [
        (theme.warn.text, theme.warn.bg),
        (theme.stop.text, theme.stop.bg),
        (theme.rail.text, theme.rail.bg),
        (theme.rail.text, theme.rail.selected),
        (theme.on_accent, theme.accent),
        (theme.on_accent, theme.accent_hover),
    ]

    assert min(contrast(text, ground) for text, ground in pairs) >= 4.5


@THEMES
def test_every_level_has_a_digit_that_reads(theme):
    assert len(theme.levels) == 6
    assert min(contrast(s.fill, s.text) for s in theme.levels) >= 4.5


@pytest.mark.parametrize(("theme", "sign"), [(LIGHT, -1), (DARK, 1)])
def test_a_higher_level_stands_out_more(theme, sign):
    steps = [sign * contrast(s.fill, "#000000") for s in theme.levels]

    assert steps == sorted(steps)


def test_shares_of_target_read_and_darken():
    assert min(contrast(s.fill, s.text) for s in SHARES) >= 4.5
    assert sorted(SHARES, key=lambda s: -contrast(s.fill, "#000000")) == list(SHARES)


@pytest.mark.parametrize(
    ("share", "index"),
    [(0, 0), (0.24, 0), (0.245, 1), (0.25, 1), (0.5, 2), (0.7, 3), (0.894, 3), (0.895, 4), (1, 4)],
)
def test_a_share_has_the_colour_of_the_per_cent_shown(share, index):
    assert share_swatch(share) is SHARES[index]


def test_black_and_white_are_as_far_apart_as_can_be():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
