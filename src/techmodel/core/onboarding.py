"""How far each organisation is with connecting to each service, and its rows in the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from techmodel.core.checklist import ServiceId
from techmodel.core.organisations import OrganisationId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Json


class Stage(StrEnum):
    """How far an organisation is with a service."""

    NOT_STARTED = "not started"
    PLANNED = "planned"
    ONBOARDING = "onboarding"
    LIVE = "live"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Onboarding:
    """What is recorded for one service and one organisation.

    `owner` is a role; `day` says since when it is live, or by when it is to be; `note` is free.
    """

    service: ServiceId
    organisation: OrganisationId
    stage: Stage = Stage.NOT_STARTED
    owner: str = ""
    day: date | None = None
    note: str = ""


def is_stage(value: Json) -> bool:
    """Whether it is the word for a stage."""
    return isinstance(value, str) and value in set(Stage)


def onboarding_of(row: Mapping[str, Json]) -> Onboarding:
    """What a row of the table says."""
    day = str(row["date"])
    return Onboarding(
        ServiceId(str(row["service"])),
        OrganisationId(str(row["organisation"])),
        Stage(cast("str", row["state"])),
        str(row["owner"]),
        date.fromisoformat(day) if day else None,
        str(row["note"]),
    )


def onboarding_fields(onboarding: Onboarding) -> dict[str, Json]:
    """The row without its key."""
    return {
        "state": onboarding.stage.value,
        "owner": onboarding.owner,
        "date": onboarding.day.isoformat() if onboarding.day else "",
        "note": onboarding.note,
    }
