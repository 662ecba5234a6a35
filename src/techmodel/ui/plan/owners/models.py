"""The rows of the owners view: roles, and what they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.wording import owners_page as wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QObject

    from techmodel.core.owners import Owned, Owner

    Sort = float | str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its words and what it is sorted by, by column, and the thing it is about.

    Attributes:
        role: of whom; None for everybody.
        owned: what, in the table of things.
    """

    texts: tuple[str, ...]
    sort: tuple[Sort, ...]
    role: str | None = None
    owned: Owned | None = None


class LinesModel(PlainModel):
    """Lines under heads; some columns stand at the right."""

    def __init__(self, heads: Sequence[str], right: Collection[str], parent: QObject) -> None:
        """`right` are the heads of the columns of figures."""
        super().__init__(heads, [n for n, head in enumerate(heads) if head in right], parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.lines = tuple(lines)
        self.show([PlainRow(str(n), line.texts, _sorting(line)) for n, line in enumerate(lines)])


def _sorting(line: Line) -> tuple[tuple[int, float | str], ...]:
    return tuple((n, value) for n, value in enumerate(line.sort) if value is not None)


def owner_lines(owners: Sequence[Owner]) -> tuple[Line, ...]:
    """Everybody, then a line a role; last what nobody answers for."""
    count = sum(len(o.owned) for o in owners)
    late = sum(o.late for o in owners)
    whole = Line((wording.EVERYBODY, str(count), _count(late), "", ""), ("", count, late, None, 0))
    money = wording.money_of(owners)
    return (whole, *(_owner_line(o, money[o.role]) for o in owners))


def owned_lines(owners: Sequence[Owner]) -> tuple[Line, ...]:
    """A line a thing, owner by owner, the next date first."""
    return tuple(_owned_line(owner, thing) for owner in owners for thing in owner.owned)


def _owner_line(owner: Owner, money: str) -> Line:
    name, next_ = wording.role_name(owner.role), owner.next
    day = next_.date.toordinal() if next_ and next_.date else None
    many = len(owner.owned)
    texts = name, str(many), _count(owner.late), wording.next_words(next_)
    sort: tuple[Sort, ...] = (name if owner.role else "\uffff", many, owner.late, day)
    return Line((*texts, money), (*sort, owner.money.likely), owner.role)


def _owned_line(owner: Owner, thing: Owned) -> Line:
    name, day = wording.role_name(owner.role), thing.date.toordinal() if thing.date else None
    kind = wording.KINDS[thing.kind]
    what = f"{thing.id} {thing.name}" if thing.kind in _WITH_ID else thing.name
    texts = what, kind, name, wording.next_words(thing), wording.when_words(thing)
    sort: tuple[Sort, ...] = (what, kind, name if owner.role else "\uffff", day, texts[-1])
    return Line(texts, sort, owner.role, thing)


def _count(number: int) -> str:
    return str(number) if number else ""


_WITH_ID = {"project", "target"}
"""The kinds whose ids people know."""
