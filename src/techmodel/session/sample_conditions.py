"""The sample's conditions for change, answered with the verb a person uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.conditions import FactorId

if TYPE_CHECKING:
    from techmodel.importing.sample_conditions import SampleConditions
    from techmodel.session.session import Session


def play_conditions(session: Session, script: SampleConditions) -> None:
    """Answer one factor after the other."""
    for row in script.conditions:
        session.conditions.give(FactorId(row.factor), row.level, row.note)
