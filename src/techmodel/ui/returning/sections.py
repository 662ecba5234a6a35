"""The sections of the page: what each holds, as rows of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from techmodel.session.returning import Beginning, naming_of
from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.wording import returning as said
from techmodel.wording import returning_page as wording
from techmodel.wording.returning_lines import (
    HEADS,
    added_line,
    change_lines,
    choice_words,
    gone_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.returning import Change, ChangeId
    from techmodel.core.returning_parts import Content, RowId, Trouble
    from techmodel.session.session import Session
    from techmodel.ui.returning.deciding import Deciding


class Section(NamedTuple):
    """What one section shows.

    Attributes:
        key: which.
        heads: over its columns.
        rows: its rows, whose key is their place in `about`.
        about: what each row is about: the id of a change, a row of the workbook, or None.
    """

    key: str
    heads: tuple[str, ...]
    rows: tuple[PlainRow, ...]
    about: tuple[Content, ...]


def sections(session: Session, deciding: Deciding) -> tuple[Section, ...]:
    """The sections that hold something, what has to be done first."""
    comeback, naming = deciding.comeback, naming_of(session)
    changed = [line for c in comeback.changes for line in change_lines(c, naming)]
    added = [added_line(a, naming) for f in comeback.found for a in f.added]
    gone = [g for f in comeback.found for g in f.gone]
    conflicts = [(line, c) for c in comeback.conflicts for line in change_lines(c, naming)]
    made = (
        _section("wrong", wording.WRONG_HEADS, _wrong(deciding)),
        _section("settle", (*HEADS, "Settled"), [_settle(deciding, *c) for c in conflicts]),
        _section(
            "gone",
            wording.GONE_HEADS,
            [
                ((line.where, line.what, line.old, _decided(deciding, g.row)), g.row)
                for g in gone
                for line in [gone_line(g, naming)]
            ],
        ),
        _section("changed", HEADS, [(line, None) for line in changed]),
        _section(
            "added",
            ("Where", "What", "What it says"),
            [((line.where, line.what, line.new), None) for line in added],
        ),
        _section("notes", ("What is not looked at",), [((n,), None) for n in notes(deciding)]),
    )
    return tuple(section for section in made if section.rows)


def notes(deciding: Deciding) -> Iterator[str]:
    """What of the workbook does not count, a sentence each."""
    beginning = deciding.comeback.base.beginning
    if beginning is not Beginning.EXPORT:
        yield said.BEGINNINGS[beginning.name]
    yield from said.notes(deciding.returned)


def _section(
    key: str,
    heads: tuple[str, ...],
    rows: Iterable[tuple[Sequence[str], Content]],
) -> Section:
    listed = list(rows)
    shown = tuple(PlainRow(f"{n}", tuple(texts)) for n, (texts, _) in enumerate(listed))
    return Section(key, heads, shown, tuple(about for _, about in listed))


def _settle(
    deciding: Deciding, line: Sequence[str], change: Change
) -> tuple[Sequence[str], ChangeId]:
    return (*line, choice_words(deciding.choices.get(change.id))), change.id


def _decided(deciding: Deciding, row: RowId) -> str:
    return wording.GOES if row in deciding.deleted else wording.STAYS


def _wrong(deciding: Deciding) -> Iterator[tuple[Sequence[str], RowId]]:
    """What is wrong now, then what was wrong with the rows that are left out."""
    for trouble in deciding.comeback.troubles:
        yield _trouble(trouble, wording.STOPS)
    for troubles in deciding.left.values():
        for trouble in troubles:
            yield _trouble(trouble, wording.LEFT_OUT)


def _trouble(trouble: Trouble, state: str) -> tuple[Sequence[str], RowId]:
    where = f"{trouble.row[0]}, {trouble.cell}"
    return (where, said.trouble_detail(trouble), state), trouble.row
