"""What a workbook that comes back comes to, as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.cli.text import table_lines
from techmodel.session.returning import Beginning, naming_of
from techmodel.wording import returning as wording
from techmodel.wording.numbers import plural
from techmodel.wording.returning_lines import (
    HEADS,
    added_line,
    change_lines,
    choice_words,
    gone_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.returning_final import Settled
    from techmodel.session.returning import Comeback
    from techmodel.session.session import Session
    from techmodel.wording.returning_lines import Line

LONGEST = 48
"""Characters of a text in a column."""


def comeback_lines(session: Session, comeback: Comeback, settled: Settled) -> Iterator[str]:
    """All of it: what is wrong, what a person settles, what is taken, what is not looked at."""
    naming, found = naming_of(session), comeback.found
    yield wording.headline(comeback.found, settled, len(comeback.troubles))
    if comeback.troubles:
        yield ""
        yield f"{plural(len(comeback.troubles), 'cell')} that cannot be taken:"
        yield from (f"  {wording.trouble_words(t)}" for t in comeback.troubles)
    lines = [
        (*line, choice_words(settled.choices.get(c.id)))
        for c in comeback.conflicts
        for line in change_lines(c, naming)
    ]
    yield from _table("Changed here and in the workbook", (*HEADS, "Settled"), lines)
    changed = [line for c in comeback.changes for line in change_lines(c, naming)]
    taken = ", not taken yet" if comeback.troubles or comeback.open else ", taken"
    yield from _table(f"Changed in the workbook{taken}", HEADS, changed)
    added = [added_line(a, naming) for f in found for a in f.added]
    yield from _table(f"New rows{taken}", HEADS, added)
    gone = [gone_line(g, naming) for f in found for g in f.gone]
    yield from _table("Not in the workbook any more", HEADS, gone)
    yield from note_lines(session, comeback, settled)


def note_lines(_: Session, comeback: Comeback, settled: Settled) -> Iterator[str]:
    """What a person should know besides: what was not looked at, what stays."""
    if comeback.base.beginning is not Beginning.EXPORT:
        yield wording.BEGINNINGS[comeback.base.beginning.name]
    yield from wording.notes(comeback.returned, comeback.found)
    if settled.left_out:
        yield wording.left_out_words(settled.left_out)
    gone = sum(len(f.gone) for f in comeback.found)
    if gone and not settled.deleted:
        yield f"{wording.gone_words(gone)}; --delete takes them away."


def _table(
    title: str, heads: Sequence[str], rows: Sequence[Line | tuple[str, ...]]
) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{title}: {len(rows)}"
        short = [[_short(text) for text in row] for row in rows]
        yield from (f"  {line}" for line in table_lines(heads, short))


def _short(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
