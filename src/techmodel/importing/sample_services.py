"""The sample's services as a script: how far its partners are with connecting to them.

The file is TOML: `[organisations]` with a key each and the name it stands for, and
`[[onboarding]]` with a service, the keys of organisations, a stage, and owner, date and note where
there are any.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from techmodel.core.errors import BadInput
from techmodel.core.onboarding import Stage
from techmodel.importing.checklist_shapes import Shape
from techmodel.importing.shaped import shaped

_Day = datetime.date
_Stage = Annotated[Stage, Field(strict=False)]


def read_sample_services(text: str) -> SampleServices:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, has another shape, or names an
            organisation that it does not know.
    """
    script = shaped("services.toml", text, SampleServices)
    for row in script.onboarding:
        for key in row.organisations:
            if key not in script.organisations:
                raise BadInput(f"services.toml: {row.service}: “{key}” is no organisation here.")
    return script


class SampleOnboarding(Shape):
    """The same said of one organisation or several."""

    service: str
    organisations: list[str]
    stage: _Stage
    owner: str = ""
    date: _Day | None = None
    note: str = ""


class SampleServices(Shape):
    """The whole script: `organisations` are names by key."""

    organisations: dict[str, str]
    onboarding: list[SampleOnboarding]
