"""A TOML text as one shape, or sentences about what is wrong with it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_shapes import shape_problems

if TYPE_CHECKING:
    from techmodel.importing.checklist_shapes import Shape

S = TypeVar("S", bound="Shape")


def shaped(name: str, text: str, shape: type[S]) -> S:
    """What the text of a file holds.

    Raises:
        BadInput: with a sentence a problem, each naming the file: it is no TOML, is nested too
            deep, or has another shape.
    """
    try:
        data = tomllib.loads(text)
        return shape.model_validate(data)
    except ValidationError as error:
        problems = shape_problems(name, error, data)
        raise BadInput(problems[0], problems) from error
    except ValueError as error:
        raise BadInput(f"{name}: this cannot be read as TOML: {error}.") from error
    except RecursionError as error:
        raise BadInput(f"{name}: this cannot be read as TOML: it is nested too deep.") from error
