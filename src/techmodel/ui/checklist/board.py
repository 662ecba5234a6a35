"""One capability for several organisations: the rows and columns of the matrix, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.checklist import LEVELS
from techmodel.ui.checklist.picture import head_names
from techmodel.ui.widgets.mark import Kind, Mark, level_mark, pair_mark
from techmodel.wording.labels import STATE_WORDS

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability
    from techmodel.core.gaps import CapabilityGap
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.ui.checklist.picture import Picture

DONT_KNOW, NOT_APPLICABLE = "d", "n"
"""The keys of the rows below the levels."""
_KEYS = {State.DONT_KNOW: DONT_KNOW, State.NOT_APPLICABLE: NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the matrix: a level, "don't know" or "not applicable"."""

    key: str
    mark: Mark
    name: str
    wording: str


@dataclass(frozen=True, slots=True)
class Column:
    """An organisation.

    `key` is the row of its answer, "" without one; `open` how many of its answers are not known.
    """

    organisation: OrganisationId
    name: str
    short: str
    key: str
    mark: Mark
    open: int
    provider: str = ""
    reason: str = ""
    parked: bool = False
    disagrees: bool = False

    def said(self, row: Row) -> str:
        """A cell for a screen reader."""
        if row.key != self.key:
            return f"{self.name}: {row.name}, not chosen"
        by = f", provided by {self.provider}" if self.provider else ""
        why = f", {self.reason}" if self.reason else ""
        return f"{self.name}: {row.name}, chosen{by}{why}"


@dataclass(frozen=True, slots=True)
class Board:
    """The whole matrix; `together` is the range held together, None where nothing is known."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    target: int | None
    together: tuple[int, int] | None

    def column_of(self, organisation: OrganisationId) -> int:
        """The place of an organisation, -1 where it is not asked."""
        ids = [c.organisation for c in self.columns]
        return ids.index(organisation) if organisation in ids else -1


def find_board(picture: Picture, capability: Capability) -> Board:
    """The matrix of a capability for all who are asked about it."""
    gap = picture.gap(capability.id)
    partners = picture.partners(capability.id)
    names = head_names(partners)
    columns = tuple(_column(picture, capability, o, names[o.id]) for o in partners)
    target = gap.target.level if gap and gap.target else None
    return Board(_rows(picture, capability, columns, target), columns, target, _together(gap))


def _rows(
    picture: Picture, capability: Capability, columns: tuple[Column, ...], target: int | None
) -> tuple[Row, ...]:
    names = picture.assessment.checklist.levels
    levels = [
        Row(str(n), level_mark(n, target=n == target), names[n].name, capability.levels[n])
        for n in LEVELS
    ]
    unsure = Row(DONT_KNOW, Mark(Kind.DONT_KNOW), STATE_WORDS[State.DONT_KNOW], "")
    rows = [*levels, unsure]
    without = [c for c in columns if c.key == NOT_APPLICABLE]
    if without:
        reasons = "; ".join(f"{c.short}: {c.reason}" for c in without if c.reason)
        words = STATE_WORDS[State.NOT_APPLICABLE]
        rows.append(Row(NOT_APPLICABLE, Mark(Kind.NOT_APPLICABLE), words, reasons))
    return tuple(rows)


def _column(
    picture: Picture, capability: Capability, organisation: Organisation, short: str
) -> Column:
    gap = picture.gap(capability.id)
    pair = gap.pairs.get(organisation.id) if gap else None
    answer = picture.answer(capability.id, organisation.id)
    provider = picture.organisation(answer.value.provider) if answer.value.provider else None
    level = pair.level if pair else None
    key = str(level) if level is not None else _KEYS.get(pair.state, "") if pair else ""
    outliers = gap.partnership.outliers if gap and gap.partnership else ()
    return Column(
        organisation.id,
        organisation.name,
        short,
        key,
        pair_mark(pair),
        _open(picture, organisation.id),
        provider.name if provider else "",
        answer.value.reason,
        answer.parked,
        bool(answer.dissent) or organisation.id in outliers,
    )


def _open(picture: Picture, organisation: OrganisationId) -> int:
    found = next((o for o in picture.gaps.organisations if o.id == organisation), None)
    return found.asked - found.known if found else 0


def _together(gap: CapabilityGap | None) -> tuple[int, int] | None:
    level = gap.partnership if gap else None
    if level is None or level.median is None:
        return None
    return level.low, level.high
