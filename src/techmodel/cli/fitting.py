"""Tables that fit the terminal: what is too long goes on below, nothing is cut."""

from __future__ import annotations

from itertools import zip_longest
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

from techmodel.cli.text import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST = 8
"""Letters that a column keeps in a terminal however narrow, or those of its head."""
INDENT, BETWEEN = 2, 2
"""Letters before a line, and between two columns."""


def fitted_lines(
    heads: Sequence[str], rows: Sequence[Sequence[str]], most: Sequence[int]
) -> Iterator[str]:
    """Rows under their heads, indented, with all of every text.

    Args:
        heads: the heads of the columns.
        rows: a text for each column.
        most: letters to a line in each column where there is no terminal to fit into; in one,
            the widest columns give way.
    """
    widths = [
        min(limit, max(len(row[n]) for row in (heads, *rows))) for n, limit in enumerate(most)
    ]
    room = get_terminal_size((0, 0)).columns
    if room:
        least = [max(NARROWEST, len(head)) for head in heads]
        widths = _narrowed(widths, least, room - INDENT - BETWEEN * (len(widths) - 1))
    below = [line for row in rows for line in _folded(row, widths)]
    yield from (f"{' ' * INDENT}{line}" for line in table_lines(heads, below))


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths when they share so much room, taken from the widest, one letter at a time."""
    left = list(widths)
    while sum(left) > room:
        spare = [n for n, width in enumerate(left) if width > least[n]]
        if not spare:
            break
        left[max(spare, key=left.__getitem__)] -= 1
    return left


def _folded(row: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    """A row as the lines it takes."""
    cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
    return [list(line) for line in zip_longest(*cells, fillvalue="")]
