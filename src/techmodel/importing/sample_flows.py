"""The sample's flows as a script: at what level information goes between its partners.

The file is TOML: `[organisations]` with a key each and the name it stands for, `[levels]` with the
flows of the checklist and, under each, ways ("acute > gp") with a level, `[[remarks]]` with a note
or the reason why a flow does not apply, and `[[own]]` with flows that the partners added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_shapes import Shape
from techmodel.importing.shaped import shaped

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARROW = " > "


def read_sample_flows(text: str) -> SampleFlows:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, has another shape, or a way does not go
            from one of its organisations to another.
    """
    flows = shaped("flows.toml", text, SampleFlows)
    for way in _ways(flows):
        ends = way.split(_ARROW)
        if len(ends) != 2 or not set(ends) <= flows.organisations.keys():
            raise BadInput(f"flows.toml: “{way}” must go from one organisation to another.")
    return flows


def way_ends(flows: SampleFlows, way: str) -> tuple[str, str]:
    """The names of both ends of a way."""
    sender, receiver = way.split(_ARROW)
    return flows.organisations[sender], flows.organisations[receiver]


def _ways(flows: SampleFlows) -> Iterator[str]:
    for ways in flows.levels.values():
        yield from ways
    yield from (row.way for row in flows.remarks)
    yield from (row.way for row in flows.own)


class SampleRemark(Shape):
    """A note on a flow, or why it does not apply."""

    flow: str
    way: str
    note: str = ""
    not_applicable: str = ""


class SampleOwnFlow(Shape):
    """A flow that the partners added."""

    way: str
    information: str
    capability: str
    target: int
    level: int
    note: str = ""


class SampleFlows(Shape):
    """The whole script: `organisations` are names by key, `levels` by flow, then by way."""

    organisations: dict[str, str]
    levels: dict[str, dict[str, int]]
    remarks: list[SampleRemark] = Field(default_factory=list)
    own: list[SampleOwnFlow] = Field(default_factory=list)
