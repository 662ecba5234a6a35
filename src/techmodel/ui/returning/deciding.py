"""What a person decides about a workbook that came back, and what it comes to then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.returning_final import Settled
from techmodel.session.returning import find_base, find_comeback

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.merge_parts import Choice
    from techmodel.core.returning import ChangeId
    from techmodel.core.returning_parts import Returned, RowId, Trouble
    from techmodel.session.returning import Base, Comeback
    from techmodel.session.session import Session


class Deciding:
    """Decisions on one workbook.

    Attributes:
        returned: the workbook.
        comeback: what it comes to under the decisions so far.
        left: what was wrong with the rows that were left out, by row.
    """

    def __init__(self, session: Session, returned: Returned) -> None:
        self._session, self.returned = session, returned
        self._base: Base = find_base(session, returned)
        self.choices: dict[ChangeId, Choice] = {}
        self.deleted: set[RowId] = set()
        self.left: dict[RowId, tuple[Trouble, ...]] = {}
        self.comeback: Comeback = find_comeback(session, returned, self._base)

    @property
    def settled(self) -> Settled:
        """The decisions."""
        return Settled(dict(self.choices), frozenset(self.deleted), frozenset(self.left))

    @property
    def begun(self) -> bool:
        """Whether anything was decided that would be lost."""
        return bool(self.choices or self.deleted or self.left)

    def look_again(self) -> None:
        """Work it out anew; what has changed here meanwhile is looked at first."""
        if self._base.at != self._session.revision:
            self._base = find_base(self._session, self.returned)
        self.comeback = find_comeback(self._session, self.returned, self._base, self.settled)

    def choose(self, changes: Iterable[ChangeId], choice: Choice) -> None:
        """Settle conflicts."""
        self.choices |= dict.fromkeys(changes, choice)
        self.look_again()

    def take_away(self, rows: Iterable[RowId], *, away: bool) -> None:
        """Let rows that are not in the workbook go here too, or stay."""
        if away:
            self.deleted |= set(rows)
        else:
            self.deleted -= set(rows)
        self.look_again()

    def leave_out(self, rows: Iterable[RowId]) -> None:
        """Do not look at some rows of the workbook."""
        for row in rows:
            wrong = tuple(t for t in self.comeback.troubles if t.row == row)
            self.left[row] = wrong or self.left.get(row, ())
        self.look_again()

    def leave_all_out(self) -> None:
        """Do not look at any row with something that cannot be taken."""
        while self.comeback.troubles:
            self.leave_out(dict.fromkeys(t.row for t in self.comeback.troubles))

    def bring_in_again(self, rows: Iterable[RowId]) -> None:
        """Look at rows again that were left out."""
        for row in rows:
            self.left.pop(row, None)
        self.look_again()
