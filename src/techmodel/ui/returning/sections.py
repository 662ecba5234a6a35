"""The sections of the page: what each holds, as rows of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.returning_lists import LISTINGS
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
    thing_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.returning import Change, ChangeId
    from techmodel.core.returning_parts import Content, RowId
    from techmodel.session.session import Session
    from techmodel.ui.returning.deciding import Deciding
    from techmodel.wording.returning_lines import Naming


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
        _section("wrong", wording.WRONG_HEADS, _wrong(deciding, naming)),
        _section("settle", (*HEADS, wording.SETTLED), [_settle(deciding, *c) for c in conflicts]),
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
            wording.ADDED_HEADS,
            [((line.where, line.what, line.new), None) for line in added],
        ),
        _section("notes", wording.NOTE_HEADS, [((n,), None) for n in notes(deciding)]),
    )
    return tuple(section for section in made if section.rows)


def notes(deciding: Deciding) -> Iterator[str]:
    """What of the workbook does not count, a sentence each."""
    beginning = deciding.comeback.base.beginning
    if beginning is not Beginning.EXPORT:
        yield said.BEGINNINGS[beginning.name]
    yield from said.notes(deciding.comeback.returned, deciding.comeback.found)


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


def _wrong(deciding: Deciding, naming: Naming) -> Iterator[tuple[Sequence[str], RowId]]:
    """What is wrong now, then what was wrong with the rows that are left out."""
    left = [t for troubles in deciding.left.values() for t in troubles]
    for troubles, state in (
        (deciding.comeback.troubles, wording.STOPS),
        (left, wording.LEFT_OUT),
    ):
        for trouble in troubles:
            where = f"{trouble.row[0]}, {trouble.cell}"
            what = _about(deciding, trouble.row, naming)
            yield (where, what, said.trouble_detail(trouble), state), trouble.row


def _about(deciding: Deciding, row: RowId, naming: Naming) -> str:
    """What a row of the workbook is about; "" for a new one."""
    title, id_ = row
    record = deciding.comeback.base.now.get(title, {}).get(id_)
    if record is None:
        return ""
    name = next(x.name for x in LISTINGS if x.title == title)
    return thing_words(row, f"{record.shown[name]}", naming)
