"""The shape of a guide's file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from techmodel.core.learning import Licence
from techmodel.importing.checklist_shapes import Shape

_Licence = Annotated[Licence, Field(strict=False)]


class _Lesson(Shape):
    lesson: str
    source: str


class _Guide(Shape):
    domain: str
    problem: str
    worked: list[str]
    avoid: list[str]
    lessons: list[_Lesson]


class CaseRow(Shape):
    """A case with all it needs, or nothing but `see`; which is judged by `missing` and `extra`."""

    id: str = ""
    title: str = ""
    place: str = ""
    period: str = ""
    what: str = ""
    result: str = ""
    source: str = ""
    url: str = ""
    licence: _Licence = Licence.NOT_SEEN
    read_on: str = ""
    capabilities: list[str] = Field(default_factory=list)
    services: list[str] = Field(default_factory=list)
    see: str = ""

    @property
    def missing(self) -> list[str]:
        """The keys a case of its own must have and has not."""
        optional = {"see", "read_on", "capabilities", "services"}
        return [key for key in CaseRow.model_fields if key not in self.model_fields_set | optional]

    @property
    def extra(self) -> list[str]:
        """The keys that a case by reference should not have."""
        return sorted(self.model_fields_set - {"see"})


class GuideFile(Shape):
    """`guides/ID.toml`: the guide of one domain."""

    guide: _Guide
    cases: list[CaseRow]
