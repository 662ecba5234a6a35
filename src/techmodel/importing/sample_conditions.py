"""The sample's conditions for change as a script: `[[conditions]]` with factor, level and note."""

from __future__ import annotations

from techmodel.importing.checklist_shapes import Shape
from techmodel.importing.shaped import shaped


def read_sample_conditions(text: str) -> SampleConditions:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, or has another shape.
    """
    return shaped("conditions.toml", text, SampleConditions)


class SampleCondition(Shape):
    """What the partners said of one factor."""

    factor: str
    level: int
    note: str = ""


class SampleConditions(Shape):
    """The whole script; factors that are left out are not answered."""

    conditions: list[SampleCondition]
