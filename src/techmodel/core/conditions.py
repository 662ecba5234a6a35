"""How the conditions for change stand: counted by themselves, never mixed with integration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.learning import Conditions, Factor

WEAK = 2
"""A condition at this level or below is one to talk about before the plan is agreed."""


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


def find_standing(conditions: Conditions, levels: Mapping[str, int]) -> Standing:
    """How the conditions stand by the `levels` (0..5) given to factor ids.

    Ids that are not among the factors (of another version of the content) are passed over.
    """
    answered = [(row, levels[row.id]) for row in conditions.factors if row.id in levels]
    return Standing(
        tuple(sorted(answered, key=lambda pair: pair[1])),
        tuple(row for row in conditions.factors if row.id not in levels),
    )
