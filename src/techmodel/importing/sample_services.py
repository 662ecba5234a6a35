"""The sample's services as a script: how far its partners are with connecting to them.

The file is TOML: `[organisations]` with a key each and the name it stands for, and
`[[onboarding]]` with a service, the keys of organisations, a stage, and owner, date and note where
there are any.
"""

from __future__ import annotations

import datetime
import tomllib
from typing import Annotated

from pydantic import Field, ValidationError

from techmodel.core.errors import BadInput
from techmodel.core.onboarding import Stage
from techmodel.importing.checklist_shapes import Shape, shape_problems

_Day = datetime.date
_Stage = Annotated[Stage, Field(strict=False)]


def read_sample_services(text: str) -> SampleServices:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, has another shape, or names an
            organisation that it does not know.
    """
    script = _parsed(text)
    for row in script.onboarding:
        for key in row.organisations:
            if key not in script.organisations:
                raise BadInput(f"services.toml: {row.service}: “{key}” is no organisation here.")
    return script


def _parsed(text: str) -> SampleServices:
    try:
        data = tomllib.loads(text)
        return SampleServices.model_validate(data)
    except ValidationError as error:
        problems = shape_problems("services.toml", error, data)
        raise BadInput(problems[0], problems) from error
    except ValueError as error:
        raise BadInput(f"services.toml: this cannot be read as TOML: {error}.") from error


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
