"""The only reader of what we ship but do not program: where a shipped file is."""

from __future__ import annotations

from pathlib import Path

_BUNDLED = Path(__file__).parent / "_resources"
"""Beside the package: an installed wheel, a frozen bundle (both always unpacked)."""

_CHECKOUT = Path(__file__).parent.parent.parent / "resources"
"""At the top of a checkout: an editable install, the tests."""


def resource(*parts: str) -> Path:
    """The shipped file or folder `resources/<parts>`, as a real path (architecture.md 5).

    `importlib.resources` would add 10 ms to every start and finds the same folder.
    """
    root = _BUNDLED if _BUNDLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
