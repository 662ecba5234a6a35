"""What is said of flows and services in a workbook that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.flows import way_words
from techmodel.wording.service_edits import service_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.checklist import Checklist

FLOW_NOT_ASKED = (
    "This flow is not asked for here: its organisations, its capability or the care models have "
    "changed since. Leave the row as it was exported."
)
FLOW_LEVELS = "a level. Choose one from 0 to 5, “Don’t know” or “Not applicable”"
NO_SERVICE_ROWS = (
    "Rows cannot be added to this sheet: every organisation that a service may be for has its "
    "row. Record others in the program."
)


def flow_words(id_: str, name: str, names: Mapping[str, str]) -> str:
    """A row of Flows: "Test results, Riverside Trust to Hill Practice"."""
    return f"{name}, {way_words(id_.split('|'), names)}"


def stage_words(id_: str, checklist: Checklist, names: Mapping[str, str]) -> str:
    """A row of Onboarding: "PDS Personal Demographics Service for Hill Practice"."""
    service, _, organisation = id_.partition("|")
    return f"{service_words(checklist, service)} for {names.get(organisation, organisation)}"
