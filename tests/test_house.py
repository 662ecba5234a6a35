"""Rules of the house that no other tool looks after."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def ours() -> list[Path]:
    """The files git tracks that hold text of ours."""
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    other = (".png", ".lock", ".techmodel", "LICENSE")
    names = [n for n in done.stdout.splitlines() if not n.endswith(other)]
    return [ROOT / n for n in names if (ROOT / n).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_a_source_file_is_one_room(path):
    text = path.read_text(encoding="utf-8")

    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text)), "say the room first"


def test_the_colours_stay_clear_of_official_blue():
    """No colour of ours is near #005EB8 (look.md, rule 10)."""
    near = []
    for path in ours():
        for found in re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")):
            rgb = [int(found[n : n + 2], 16) for n in (1, 3, 5)]
            if sum((a - b) ** 2 for a, b in zip(rgb, (0, 0x5E, 0xB8), strict=True)) < 40**2:
                near.append((path.name, found))

    assert [n for n in near if n[0] != "test_house.py"] == []


def test_no_source_speaks_of_machines_or_hosts():
    """No path of a machine and no registry host is named anywhere."""
    pattern = re.compile(r"/[w]ork/|/[t]mp/bash|py[p]i\.org|python[h]osted|registry\.[n]pmjs")
    found = [p.name for p in ours() if pattern.search(p.read_text(encoding="utf-8"))]

    assert found == []


def test_the_changelog_has_an_entry_for_this_version():
    from techmodel import __version__

    assert f"## {__version__}" in (ROOT / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8")
