"""The conditions for change: the factors, their answers, how they stand; no part of any level.

Counted by themselves and never mixed with integration: no gap, target or attainment knows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Json
    from techmodel.core.learning import Licence

FactorId = NewType("FactorId", str)

TITLE = "Conditions for change"
"""What they are called where a checklist does not say."""
WEAK = 2
"""A condition at this level or below is one to talk about before the plan is agreed."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One condition for change: a question, why it matters, and six wordings, index = level."""

    id: FactorId
    name: str
    question: str
    why: str
    levels: tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Conditions:
    """The factors that help a change to spread, as a short optional check, and their source.

    `notice`, `source` and `url` are empty in checklists that do not say.
    """

    title: str
    notice: str
    source: str
    url: str
    licence: Licence
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a partnership says of one factor: a level 0..5, and why."""

    factor: FactorId
    level: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The answered factors, lowest level first, and those nobody answered.

    There is no average: one missing condition can stop a change that nine others help.
    """

    answered: tuple[tuple[Factor, int], ...]
    open: tuple[Factor, ...]

    @property
    def weak(self) -> tuple[Factor, ...]:
        """The factors at level 2 or below, lowest first."""
        return tuple(factor for factor, level in self.answered if level <= WEAK)

    @property
    def count(self) -> int:
        """How many factors there are."""
        return len(self.answered) + len(self.open)


def find_standing(conditions: Conditions | None, given: Mapping[FactorId, Condition]) -> Standing:
    """How the conditions stand by what is `given`, by factor.

    Factors that the checklist does not have (any more) are passed over.
    """
    factors = conditions.factors if conditions else ()
    answered = [(row, given[row.id].level) for row in factors if row.id in given]
    return Standing(
        tuple(sorted(answered, key=lambda pair: pair[1])),
        tuple(row for row in factors if row.id not in given),
    )


def condition_of(row: Mapping[str, Json]) -> Condition:
    """What a row of the table says."""
    return Condition(FactorId(str(row["factor"])), cast("int", row["level"]), str(row["note"]))


def condition_fields(condition: Condition) -> dict[str, Json]:
    """The row without its key."""
    return {"level": condition.level, "note": condition.note}
