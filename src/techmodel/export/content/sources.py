"""Where the content has its facts, with the dates of statuses and what licences are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Lines,
    Prose,
    Table,
    Tone,
)
from techmodel.export.content.duties import duty_rows
from techmodel.wording.learning import licence
from techmodel.wording.phrases import Strong
from techmodel.wording.report_method import source_lead
from techmodel.wording.report_services import dated_status
from techmodel.wording.report_sources import MODELS_LEAD, OPEN, OPEN_NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.checklist import Service
    from techmodel.export.content.view import View

_Row = tuple[str, str, str, str]
"""What, source, as at, licence."""


def source_blocks(view: View) -> Iterator[Block]:
    """The chapter: licences first, so that the last of them never stands alone on a page."""
    services = [e.service for e in view.services if e.is_recorded or e.gaps]
    rows = [*map(_of_service, services), *_of_conditions(view)]
    licences = tuple(dict.fromkeys(row[3] for row in rows if row[3]))
    rows += [(f"Duty: {row.named}", row.source, row.date, "") for row in duty_rows(view)]
    models = tuple(_models(view))
    if not rows and not models:
        return
    yield Heading("Sources", 2, "sources")
    yield Prose(source_lead(view.report))
    if any(OPEN in words for words in licences):
        yield Prose(OPEN_NOTICE, Tone.SMALL)
    if licences:
        yield Heading("Licences", 3)
        yield Items(licences, numbered=True, small=True)
    if rows:
        yield Heading("Services, standards and duties", 3)
        yield _table(rows, licences)
    if models:
        yield Heading("Care models", 3)
        yield Prose(MODELS_LEAD)
        columns = Column("Care model", 0.24), Column("What it is", 0.3), Column("Sources", 0.46)
        yield Table(columns, models, "The chosen care models with their sources.", dense=True)


def _table(rows: Sequence[_Row], licences: Sequence[str]) -> Table:
    columns = (
        Column("What", 0.28),
        Column("Source", 0.45),
        Column("As at", 0.18),
        Column("Licence", 0.09, Align.RIGHT),
    )
    numbers = {words: str(number) for number, words in enumerate(licences, 1)} | {"": ""}
    cells = tuple((*row[:3], numbers[row[3]]) for row in rows)
    return Table(columns, cells, "Sources with their dates and licences.", dense=True)


def _of_service(service: Service) -> _Row:
    return service.name, service.source, dated_status(service), service.licence


def _of_conditions(view: View) -> Iterator[_Row]:
    """Where the conditions for change come from, where any is answered."""
    asked = view.assessment.checklist.conditions
    if asked and view.report.standing.answered and asked.source:
        yield asked.title, f"{asked.source} {asked.url}".strip(), "", licence(asked.licence)


def _models(view: View) -> Iterator[tuple[Cell, ...]]:
    chosen = set(view.assessment.care_models)
    for model in view.assessment.checklist.care_models:
        if model.id in chosen:
            sources = Lines(model.sources) if model.sources else "–"
            yield (Strong(model.name),), model.description, sources
