"""One edit of how far an organisation is with a service in words, for history and merges."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from techmodel.core.checklist import ServiceId
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields
from techmodel.core.organisations import OrganisationId
from techmodel.wording.edit_fields import changed_fields
from techmodel.wording.numbers import join_words, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Edit, Json

    Row = Mapping[str, Json]

FIELDS = {"state": "State", "owner": "Owner", "date": "Date", "note": "Note"}
"""What people call the fields."""
BLANK: Row = onboarding_fields(Onboarding(ServiceId(""), OrganisationId("")))
"""What is said while there is no row."""
_NOTHING = "nothing"


def service_words(checklist: Checklist, id_: str) -> str:
    """A service as a person knows it: "PDS Personal Demographics Service and NHS number"."""
    name = next((s.name for s in checklist.services if s.id == id_), "")
    return name if name.startswith(f"{id_} ") else f"{id_} {name}".strip()


def stage_name(stage: Stage) -> str:
    """A stage as it stands in a list: "Not started"."""
    return stage.value.capitalize()


def field_words(field: str, value: Json) -> str:
    """A field's value in words."""
    if field == "state":
        return stage_name(Stage(cast("str", value)))
    if field == "date" and value:
        return short_date(date.fromisoformat(str(value)))
    return str(value) if value else _NOTHING


def service_parts(edit: Edit) -> Iterator[tuple[str, str, str, str]]:
    """What happened, what it was and is, and why, one for each field that changed."""
    for field, old, new in changed_fields(edit, BLANK):
        was, now = field_words(field, old), field_words(field, new)
        if field == "note":
            verb = "changed" if old and new else "added" if new else "removed"
            yield f"Note {verb}", was, now, str(new)
        elif field == "state":
            yield f"{was} → {now.lower()}", was, now, ""
        else:
            yield f"{FIELDS[field]} {was} → {now}", was, now, ""


def change_words(about: str, old: Onboarding, new: Onboarding) -> str:
    """What a change is called: "PDS for Hill Practice: not started → planned"."""
    before, after = onboarding_fields(old), onboarding_fields(new)
    said = []
    if old.stage is not new.stage:
        said.append(f"{old.stage.value} → {new.stage.value}")
    for field in ("owner", "date", "note"):
        if before[field] != after[field]:
            words = "changed" if field == "note" else field_words(field, after[field])
            said.append(f"{field} {words}")
    return f"{about}: {join_words(said)}"
