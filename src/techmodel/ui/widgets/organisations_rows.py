"""The organisations of a table as values, and how they take over what changed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from techmodel.core.effects import count_questions
from techmodel.core.typed_organisations import TypedOrganisation, find_faults
from techmodel.session.organisations import short_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from techmodel.core.checklist import Checklist, DomainId
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.typed_organisations import Fault


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation of the table.

    Attributes:
        typed: what a person typed.
        id: the organisation in the assessment, None for one that is new.
        stays: whether it counts once the table is applied.
        returns: whether it had left, and comes back once the table is applied.
    """

    typed: TypedOrganisation = field(default_factory=TypedOrganisation)
    id: OrganisationId | None = None
    stays: bool = True
    returns: bool = False

    @property
    def short_name(self) -> str:
        """The short name as typed, or made from the name."""
        return self.typed.short_name or short_name(self.typed.name)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a table needs to know besides its rows.

    Attributes:
        checklist: whose questions are counted.
        out: the domains out of scope.
        taken: names used by organisations that are not in the table.
        answered: how many questions each organisation has answered.
    """

    checklist: Checklist
    out: Collection[DomainId] = ()
    taken: Collection[str] = ()
    answered: Mapping[OrganisationId, int] = field(default_factory=dict)


def row_of(organisation: Organisation) -> Row:
    """An organisation of the assessment as a row."""
    typed = TypedOrganisation(
        organisation.name,
        organisation.kind,
        f"{organisation.weight:g}",
        organisation.short_name,
    )
    return Row(typed, organisation.id)


def faults_of(rows: Sequence[Row], facts: Facts) -> tuple[tuple[Fault, ...], ...]:
    """The faults of each row."""
    return find_faults([row.typed for row in rows], facts.taken)


def questions_of(row: Row, facts: Facts) -> int | None:
    """How many questions a row is asked; None without a kind or when it leaves."""
    if row.typed.kind is None or not row.stays:
        return None
    return count_questions(facts.checklist, row.typed.kind, facts.out)


def rebased(
    rows: Sequence[Row], before: Sequence[Organisation], now: Sequence[Organisation]
) -> tuple[Row, ...]:
    """The rows after the assessment changed from `before` to `now`.

    What a person has typed and not applied stays; everything else is as it is now. A new row whose
    name has joined meanwhile was applied and goes.
    """
    mine = {row.id: row for row in rows if row.id is not None}
    was = {o.id: o for o in before}
    known = [
        _merged(mine.get(o.id), was.get(o.id), o)
        for o in now
        if o.in_scope or (o.id in mine and mine[o.id].returns)
    ]
    joined = {o.name.casefold() for o in now if o.id not in was}
    new = [r for r in rows if r.id is None and r.typed.name.casefold() not in joined]
    return (*known, *new)


def _merged(mine: Row | None, was: Organisation | None, now: Organisation) -> Row:
    """One row: fields a person changed as typed, the others as they are now."""
    fresh = row_of(now)
    if mine is None or was is None:
        return fresh
    old = row_of(was).typed
    kept = {
        name: getattr(mine.typed, name)
        for name in ("name", "kind", "weight", "short_name")
        if getattr(mine.typed, name) != getattr(old, name)
    }
    stays, returns = mine.stays, mine.returns and not now.in_scope
    return Row(replace(fresh.typed, **kept), now.id, stays=stays, returns=returns)
