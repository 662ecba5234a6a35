"""What the suites found, as rows: gathered from all workers, printed, kept in the README."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PROPERTY = "faults"
"""The name under which a test's report carries a row to where the table is made."""

README = Path(__file__).resolve().parents[3] / "README.md"
BLOCK = re.compile(r"<!-- trust -->.*?<!-- /trust -->", re.DOTALL)
HEAD = ("what", "tried", "hit", "failed")
CONTROL_HEAD = ("control, which must be caught", "tried", "hit", "caught")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        suite: what was done to what, such as "SIGKILL while publishing".
        tried: cases run.
        hit: cases in which the fault really took effect.
        failed: cases in which something was lost, damaged or half done; of a control: caught.
        note: whatever else should be known.
        control: whether this is a control, broken on purpose, which must fail.
    """

    suite: str
    tried: int
    hit: int
    failed: int
    note: str = ""
    control: bool = False

    def __add__(self, other: Row) -> Row:
        """Both as one."""
        notes = [note for note in dict.fromkeys((self.note, other.note)) if note]
        return Row(
            self.suite,
            self.tried + other.tried,
            self.hit + other.hit,
            self.failed + other.failed,
            "; ".join(notes),
            self.control,
        )


class Results:
    """Where a test puts its rows; rows of one suite are added up."""

    def __init__(self, properties: list[tuple[str, object]]) -> None:
        self._properties = properties

    def add(self, suite: str, tried: int, hit: int, failed: int, note: str = "") -> None:
        """Put a row into the table."""
        self._put(Row(suite, tried, hit, failed, note))

    def control(self, suite: str, tried: int, hit: int, caught: int, note: str = "") -> None:
        """Put the row of a control into the table: broken on purpose, and `caught` so often."""
        self._put(Row(suite, tried, hit, caught, note, control=True))

    def _put(self, row: Row) -> None:
        self._properties.append((PROPERTY, asdict(row)))


def rows_of(properties: Iterable[tuple[str, object]]) -> list[Row]:
    """The rows that tests have put into their reports, one for each suite, by name."""
    found: dict[tuple[bool, str], Row] = {}
    for name, value in properties:
        if name == PROPERTY and isinstance(value, dict):
            row = Row(**value)
            place = (row.control, row.suite)
            found[place] = found[place] + row if place in found else row
    return [found[place] for place in sorted(found)]


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of the table: the suites, then the controls."""
    cells = {row: (row.suite, *_numbers(row), row.note) for row in rows}
    return _lines([r for r in cells if not r.control], cells, HEAD) + _lines(
        [r for r in cells if r.control], cells, CONTROL_HEAD
    )


def in_short(rows: Sequence[Row]) -> list[str]:
    """The lines of a shorter table: the kinds of one suite in one line."""
    kinds: dict[Row, int] = {}
    for name, alike in groupby(rows, key=lambda row: (row.control, _family(row.suite))):
        found = list(alike)
        total = Row(name[1], 0, 0, 0, control=name[0])
        for row in found:
            total += replace(row, note="")
        kinds[total] = len(found)
    cells = {row: (row.suite, f"{count}", *_numbers(row)) for row, count in kinds.items()}
    heads = [(head[0], "kinds", *head[1:]) for head in (HEAD, CONTROL_HEAD)]
    return _lines([r for r in cells if not r.control], cells, heads[0]) + _lines(
        [r for r in cells if r.control], cells, heads[1]
    )


def _family(suite: str) -> str:
    """What a suite does, without what it does it to."""
    return re.split(r" while |: ", suite, maxsplit=1)[0]


def _numbers(row: Row) -> tuple[str, ...]:
    return f"{row.tried:,}", f"{row.hit:,}", f"{row.failed:,}"


def _lines(
    rows: Sequence[Row], cells: Mapping[Row, tuple[str, ...]], head: tuple[str, ...]
) -> list[str]:
    """A head and one line for each row; nothing for no rows."""
    if not rows:
        return []
    width = max(len(name) for name in (CONTROL_HEAD[0], *(c[0] for c in cells.values())))
    return [
        f"{name:<{width}} {' '.join(f'{one:>9}' for one in rest)}".rstrip()
        for name, *rest in (head, *(cells[row] for row in rows))
    ]


def write_readme(lines: Sequence[str]) -> None:
    """Put lines between the marks of the README's section on trust."""
    block = "<!-- trust -->\n```\n" + "\n".join(lines) + "\n```\n<!-- /trust -->"
    text = README.read_text(encoding="utf-8")
    if not BLOCK.search(text):
        raise ValueError("README.md has no marks <!-- trust --> <!-- /trust -->")
    README.write_text(BLOCK.sub(lambda _: block, text), encoding="utf-8")


def machine() -> str:
    """The day, the count of processors, the system and Python, in a few words."""
    return (
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}"
    )
