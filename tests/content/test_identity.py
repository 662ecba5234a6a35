"""Nothing that is made or shipped borrows the colours, marks or approval of others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from techmodel.core.palette import DARK, HIGH_CONTRAST, LIGHT

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "resources", "packaging")
FILES = [
    path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and "__pycache__" not in path.parts
]
WRITTEN = {".py", ".toml", ".svg", ".qss", ".md", ".spec", ".typed", ".sql", ""}
"""Kinds of files whose text we write."""
PICTURES = {"window.png": "a picture of our own window"}
"""The only files that are no text, and what they show."""

COLOURS = {
    "005EB8": "blue", "003087": "dark blue", "0072CE": "bright blue", "41B6E6": "light blue",
    "00A9CE": "aqua blue", "768692": "mid grey", "E8EDEE": "pale grey", "231F20": "black",
    "006747": "dark green", "009639": "green", "78BE20": "light green", "00A499": "aqua green",
    "330072": "purple", "7C2855": "plum", "AE2573": "pink", "DA291C": "emergency red",
    "ED8B00": "orange", "FFB81C": "warm yellow", "FAE100": "yellow", "8A1538": "dark red",
}  # fmt: skip
"""The published colours of the identity of the health service."""

CLAIMS = (
    r"(?<!not )(?<!nor )(approved|endorsed|certified|accredited|recommended) (by|for) the NHS",
    r"\bofficial(ly)? NHS", r"\bNHS[- ](approved|endorsed|branded|certified)",
    r"(approved|endorsed) by (NHS England|the Department of Health|HIMSS|the PRSB)",
    r"in partnership with NHS", r"on behalf of NHS",
)  # fmt: skip
DENIAL = re.compile(r"not\s+(approved\s+or\s+)?endorsed\s+by", re.IGNORECASE)
"""The disclaimer itself, which may say the words."""


def text_of(path):
    return path.read_text(encoding="utf-8")


TEXTS = {
    path.relative_to(ROOT).as_posix(): text_of(path) for path in FILES if path.suffix in WRITTEN
}


def test_every_file_is_text_of_ours_or_a_picture_that_is_known():
    strange = [path.name for path in FILES if path.suffix not in WRITTEN]

    assert set(strange) == set(PICTURES)


@pytest.mark.parametrize("colour", COLOURS, ids=COLOURS.values())
def test_no_file_uses_a_colour_of_the_identity(colour):
    found = [name for name, text in TEXTS.items() if re.search(f"#{colour}", text, re.IGNORECASE)]

    assert found == []


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high"])
def test_no_theme_has_its_blue_for_an_accent(palette):
    """A blue is a colour whose blue part stands clearly above both others."""
    red, green, blue = (int(palette.accent[n : n + 2], 16) for n in (1, 3, 5))

    assert blue - max(red, green) < 40


def test_no_picture_or_style_holds_a_picture_of_others_inside():
    drawn = {name: text for name, text in TEXTS.items() if name.endswith((".svg", ".qss"))}
    inside = re.compile(r"<image|data:image|href=|<!--|url\(\s*[\"']?http", re.IGNORECASE)

    assert [name for name, text in drawn.items() if inside.search(text)] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_nothing_claims_the_approval_of_others(claim):
    said = {name: DENIAL.sub("", text) for name, text in TEXTS.items()}

    assert [name for name, text in said.items() if re.search(claim, text, re.IGNORECASE)] == []


def test_the_claims_would_be_found():
    planted = (
        "An official NHS tool, NHS-approved and endorsed by NHS England on behalf of NHS Wales."
    )
    found = [claim for claim in CLAIMS if re.search(claim, planted, re.IGNORECASE)]

    assert len(found) == 4
    assert DENIAL.search("is not approved or endorsed by, NHS England")


@pytest.mark.parametrize(
    "place", ["src/techmodel/export/xlsx/read_me_texts.py", "resources/ATTRIBUTION"]
)
def test_where_the_tool_is_named_it_says_that_nobody_endorses_it(place):
    assert DENIAL.search(TEXTS[place])
