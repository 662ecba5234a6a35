"""The partners in an assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from techmodel.core.checklist import KindId

OrganisationId = NewType("OrganisationId", str)

MAX_WEIGHT = 1000.0
"""A weight is above 0 and at most this (design.md 4)."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner. One that has left (`in_scope` False) is kept with its answers, not counted."""

    id: OrganisationId
    name: str
    short_name: str
    kind: KindId
    weight: float
    in_scope: bool
    position: int
