"""Names for new documents suit every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.ui.naming import file_name, free_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wendlemere place", "Wendlemere place.techmodel"),
        ("  a / b: c?  ", "a b c.techmodel"),
        ("", "Assessment.techmodel"),
        ("con", "Assessment con.techmodel"),
        ("COM1.notes", "Assessment COM1.notes.techmodel"),
        ("end. ", "end.techmodel"),
        ("Żółć – é", "Żółć – é.techmodel"),
        ("line\nbreak\x00", "linebreak.techmodel"),
        ("x" * 200, "x" * 80 + ".techmodel"),
    ],
)
def test_titles_become_file_names(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.techmodel").touch()
    (tmp_path / "a (2).techmodel").touch()

    assert free_path(tmp_path, "a") == tmp_path / "a (3).techmodel"
