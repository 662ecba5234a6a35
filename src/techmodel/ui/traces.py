"""What may be told of a bug: kinds, files, lines and functions, never a text of an error."""

from __future__ import annotations

import platform
import re
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from techmodel import __version__
from techmodel.ui.crash import short_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, TracebackType

FIRST, LAST = 15, 30
"""Calls that are named of a long trace."""
CAUSES = 5
"""Errors behind an error that are named."""
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_OF_QT = re.compile(r"\(?(?:Q[A-Z][A-Za-z]*(?:::~?[A-Za-z]+)*|[a-z]{1,20})[()]{0,2}[.,:;]?")


def trace_words(
    kind: type[BaseException], trace: TracebackType | None, error: BaseException | None = None
) -> str:
    """Where a bug happened: its kind, files, lines and functions, and those behind it.

    The errors' own texts are left out, because they may hold answers or names.
    """
    lines = [f"{kind.__name__} at", *_frames(trace)]
    for cause in _causes(error):
        lines += [f"because of {type(cause).__name__} at", *_frames(cause.__traceback__)]
    return "\n".join([*machine_words(), *lines])


def machine_words() -> tuple[str, ...]:
    """What support asks for first: the program, Python, Qt and the system."""
    return (
        f"techmodel {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )


def qt_words(message: str) -> str:
    """A message of Qt with its own words only: what is quoted, a path or a number may be ours."""
    words = _QUOTED.sub(" … ", message[:500]).split()
    kept = [word if _OF_QT.fullmatch(word) else "…" for word in words]
    return " ".join(word for n, word in enumerate(kept) if kept[n - 1 : n] != [word])


def _frames(trace: TracebackType | None) -> list[str]:
    """The calls of a trace, a line each; a long one without its middle."""
    frames = [
        f"  {short_path(code.co_filename)}, line {line}, in {code.co_name}"
        for code, line in _calls(trace)
    ]
    if len(frames) <= FIRST + LAST:
        return frames
    return [*frames[:FIRST], f"  ... {len(frames) - FIRST - LAST} more", *frames[-LAST:]]


def _calls(trace: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    for frame, line in traceback.walk_tb(trace):
        yield frame.f_code, line


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The errors behind an error, the nearest first."""
    behind = error
    for _ in range(CAUSES):
        behind = behind and (behind.__cause__ or behind.__context__)
        if behind is None:
            return
        yield behind
