"""The fields of an element of the logic model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.benefits import STAGES
from techmodel.core.plan_parts import Stage
from techmodel.ui.plan.entries.fields import Cell, Field, Kind, Row, read_day, read_keys, same
from techmodel.wording import benefits_page as wording
from techmodel.wording.benefits import ONE, element_name
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.plan_parts import Benefit


def read_stage(text: str) -> Stage:
    """The column chosen."""
    return Stage(text)


FIELDS = (
    Field(
        "name", "What", width=170, required=wording.NO_NAME, example="such as fewer repeated tests"
    ),
    Field("stage", "Column", Kind.CHOICE, 84, read_stage),
    Field("lacks", wording.MISSING, width=110, in_form=False, fixed=True),
    Field("measure", "Measure", width=120, example="such as tests a month"),
    Field("baseline", "Baseline", width=64),
    Field("target", "Target", width=64, beside=True),
    Field("owner", "Owner", width=100, example="A role"),
    Field("review", "Review", width=92, read=read_day, example="day, month, year", beside=True),
    Field("leads_to", "Leads to", Kind.MANY, 180, read_keys, wording.LEADS_HINT, hidden=True),
    Field("projects", "Brought about by", Kind.MANY, 160, read_keys, hidden=True),
    Field("note", "Note", Kind.TEXT, 160, example="Who benefits, source of data", hidden=True),
)


def benefit_row(
    benefit: Benefit, names: Mapping[str, str], projects: Mapping[str, str], lacks: str
) -> Row:
    """An element as a row; `names` are those of elements, `projects` of projects, by id."""
    review = short_date(benefit.review) if benefit.review else ""
    day = float(benefit.review.toordinal()) if benefit.review else None
    brought = ", ".join(projects.get(p, p) for p in benefit.projects)
    cells = {
        "name": same(benefit.name),
        "stage": Cell(ONE[benefit.stage], benefit.stage.value, STAGES.index(benefit.stage)),
        "lacks": Cell(lacks),
        "measure": same(benefit.measure),
        "baseline": same(benefit.baseline),
        "target": same(benefit.target),
        "owner": same(benefit.owner),
        "review": same(review, day),
        "leads_to": Cell(wording.leads_words(benefit, names), "\n".join(benefit.leads_to)),
        "projects": Cell(brought, "\n".join(benefit.projects)),
        "note": same(benefit.note),
    }
    said = f"{lacks}." if lacks else ""
    return Row(benefit.id, element_name(benefit), cells, said)
