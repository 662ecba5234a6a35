"""User text on its way into a file: what no file carries goes, what a sheet may run is guarded."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What XML and CSV readers refuse: control characters, half surrogates, non-characters."""
_LIVE = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")  # noqa: RUF001 - the wide signs are live in some programs
"""The start of a text that a spreadsheet may take for a formula (trust.md F17, tech.md 4.3)."""


def clean(text: str) -> str:
    """The text with line ends as LF, without characters that no file carries (trust.md F20)."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_live(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return _LIVE.match(text) is not None


def guard(text: str) -> str:
    """The text with an apostrophe before it if it is live (design.md 9)."""
    return f"'{text}" if is_live(text) else text
