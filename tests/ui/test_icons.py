"""Icons are drawn by us, in the colour asked for, and each is used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

import techmodel
from techmodel.resources import resource

if TYPE_CHECKING:
    from techmodel.ui.look import Look

DRAWN = sorted(p.stem for p in resource("icons").glob("*.svg"))
SOURCES = "\n".join(
    p.read_text(encoding="utf-8") for p in Path(techmodel.__file__).parent.rglob("*.py")
)


@pytest.mark.parametrize("name", DRAWN)
def test_every_icon_is_used(name: str) -> None:
    assert re.search(rf'"{re.escape(name)}(\.svg)?"', SOURCES)


@pytest.mark.parametrize("name", [n for n in DRAWN if n != "app"])
def test_icons_are_on_the_grid_and_take_any_colour(name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text()

    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor" stroke-width="1.75"' in drawing


def test_every_icon_that_is_asked_for_exists() -> None:
    asked = re.findall(r'\.(?:icon|pixmap)\(\s*"([a-z-]+)"', SOURCES)

    assert set(asked) <= set(DRAWN)


def test_icon_is_drawn_in_the_colour_of_its_token(look: Look) -> None:
    image = look.pixmap("tick", "accent", 24).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(24) for y in range(24)}

    assert QColor(look.palette.accent).name() in seen


def test_icon_is_drawn_once_and_again_for_another_size(look: Look) -> None:
    one, two = look.pixmap("tick", "ink", 20), look.pixmap("tick", "ink", 20)
    look.choose_text(200)

    assert one.cacheKey() == two.cacheKey()
    assert look.pixmap("tick", "ink", 20).width() == 40
