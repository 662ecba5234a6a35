"""The shape of `conditions.toml`: the conditions for change of a checklist."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from techmodel.core.learning import Licence
from techmodel.importing.checklist_shapes import Shape, Wordings

_Licence = Annotated[Licence, Field(strict=False)]


class _Conditions(Shape):
    title: str
    notice: str
    source: str
    url: str
    licence: _Licence


class _Factor(Shape):
    id: str
    name: str
    question: str
    why: str
    levels: Wordings


class ConditionsFile(Shape):
    """`conditions.toml`: the factors; a checklist may do without this file."""

    conditions: _Conditions
    factors: list[_Factor]
