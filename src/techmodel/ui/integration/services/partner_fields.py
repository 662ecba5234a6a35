"""The fields of where a partner is, and its rows."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from techmodel.core.onboarding import Stage
from techmodel.ui.plan.entries.fields import Cell, Field, Kind, Row, read_day, same
from techmodel.wording import services_page as wording
from techmodel.wording.numbers import short_date
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.onboarding import Onboarding
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.services_guide import Entry

FIELDS = (
    Field("partner", "Partner", width=170, fixed=True, in_form=False),
    Field("stage", "Stage", Kind.CHOICE, width=152, read=Stage),
    Field("owner", "Owner", width=120, example=wording.OWNER_HINT),
    Field("day", "Date", width=96, example=wording.DAY_HINT, read=read_day, digits=True),
    Field("note", "Note", Kind.TEXT, width=140),
)
NARROW = (96, 112)
"""Widths of partner and stage where there is room for little else."""
SHORT = 60
"""Characters of a note that stand in its row; the field has it whole."""
STAGES = tuple((stage.value, stage_name(stage)) for stage in Stage)
"""The choices: (key, words)."""


def partner_rows(entry: Entry, names: Mapping[OrganisationId, str]) -> list[Row]:
    """A row a partner, in the order of the assessment."""
    return [Row(id_, names[id_], _cells(held, names[id_])) for id_, held in entry.stages.items()]


def _cells(held: Onboarding, name: str) -> dict[str, Cell]:
    day = short_date(held.day) if held.day else ""
    return {
        "partner": same(name),
        "stage": Cell(stage_name(held.stage), held.stage.value, _ORDER[held.stage]),
        "owner": same(held.owner),
        "day": same(day, held.day.toordinal() if held.day else None),
        "note": Cell(shorten(held.note, SHORT, placeholder=" …"), held.note),
    }


_ORDER = {stage: n for n, stage in enumerate(Stage)}
