"""Small sound conditions for change to alter one thing in."""

from __future__ import annotations

from dataclasses import replace

from techmodel.core.conditions import Conditions, Factor, FactorId
from techmodel.core.learning import Licence

FACTOR = Factor(
    FactorId("hope"),
    "Hope",
    "Do you hope?",
    "Hope helps.",
    ("None.", "One.", "Two.", "Three.", "Four.", "Five."),
)
TIME = replace(FACTOR, id=FactorId("time"), name="Time", question="Is there time?")
CONDITIONS = Conditions(
    "Conditions",
    "A check.",
    "A briefing",
    "https://www.example.org/a-page",
    Licence.OPEN,
    (FACTOR,),
)
TWO = replace(CONDITIONS, factors=(FACTOR, TIME))


def with_factor(**changes):
    """The conditions with their one factor changed."""
    return replace(CONDITIONS, factors=(replace(FACTOR, **changes),))
