"""The level to reach: asked by care models or by decision, and raised by what depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId


class Source(StrEnum):
    """Where a target comes from."""

    CARE_MODEL = "care model"
    OVERRIDE = "override"
    PREREQUISITE = "prerequisite"


@dataclass(frozen=True, slots=True)
class Target:
    """The target after raising (design.md 4.3).

    `asked` is the level before raising, None if nobody asked; `by` the capabilities that demand
    exactly `level`; `models` the care models that ask for `asked`; `reason` and `owner` those of an override.
    """

    level: int
    source: Source
    asked: int | None
    by: tuple[CapabilityId, ...] = ()
    models: tuple[str, ...] = ()
    reason: str = ""
    owner: str = ""


class Why(StrEnum):
    """Why a needed level is not planned."""

    HELD = "held by decision"
    OUT_OF_SCOPE = "out of scope"
    ASKED_OF_NOBODY = "asked of nobody"
    NO_LEVEL = "no partnership level"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A prerequisite that stays below what others need.

    `held_at` is the level it is held at (None where there is none), `by` the capabilities that need
    `needs`, the highest of their demands.
    """

    capability: CapabilityId
    held_at: int | None
    by: tuple[CapabilityId, ...]
    needs: int
    why: Why
