"""National services, standards and projects that help to close our gaps, and how far we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Age, DutyState
from techmodel.export.content.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Mark,
    Prose,
    Status,
    Table,
)
from techmodel.wording.numbers import british_date
from techmodel.wording.phrases import Strong
from techmodel.wording.report_services import (
    SERVICES,
    WHERE,
    day_words,
    lead_words,
    status_words,
    where_words,
)
from techmodel.wording.service_edits import stage_name
from techmodel.wording.services_guide import after_words, duty_words, headline, progress_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.organisations import OrganisationId
    from techmodel.core.services_guide import Entry
    from techmodel.export.content.view import View


def linked_services(view: View) -> tuple[Entry, ...]:
    """The services that help to close a gap, the most pressing first; what has ended last."""
    return tuple(entry for entry in view.services if entry.gaps)


def service_blocks(view: View) -> Iterator[Block]:
    """The chapter on services; nothing where none is linked to a gap and none is recorded."""
    linked = linked_services(view)
    recorded = [entry for entry in view.services if entry.is_recorded]
    if not linked and not recorded:
        return
    yield Heading(SERVICES, 2, "services")
    yield Prose((Strong(headline(view.services)),))
    if linked:
        yield Prose(lead_words(british_date(view.report.today)))
        columns = (
            Column("Service", 0.26),
            Column("Status", 0.22),
            Column("What it is", 0.36),
            Column("Gaps it helps to close", 0.16),
        )
        rows = tuple(map(_row, linked))
        yield Table(
            columns, rows, "Services linked to our gaps, with status and date.", dense=True
        )
    if recorded:
        yield from _where(view, recorded)


def _row(entry: Entry) -> tuple[Cell, ...]:
    service, words = entry.service, status_words(entry)
    late = entry.age in {Age.OLD, Age.UNDATED} or entry.duty is DutyState.PASSED
    so_far = f"So far: {progress_words(entry)}." if entry.is_recorded else ""
    return (
        Lines(((Strong(service.name),), f"{service.id}, {service.kind}")),
        Status(Mark.LATE, words) if late else words,
        Lines(tuple(filter(None, (service.what, after_words(entry), duty_words(entry), so_far)))),
        ", ".join(entry.gaps),
    )


def _where(view: View, recorded: list[Entry]) -> Iterator[Block]:
    """How far each partner is, for every service of which anything is recorded."""
    yield Heading(WHERE, 3)
    yield Prose(where_words(len(recorded)))
    columns = (
        Column("Service", 0.28),
        Column("Partners", 0.25),
        Column("Stage", 0.13),
        Column("Date", 0.15),
        Column("Owner", 0.19),
    )
    rows = tuple(row for entry in recorded for row in _stages(view, entry))
    yield Table(columns, rows, "Every partner with its stage, date and owner.", dense=True)


def _stages(view: View, entry: Entry) -> Iterator[tuple[Cell, ...]]:
    """One row for the partners that are equally far; those that have not started come last."""
    alike: dict[tuple[Stage, str, str], list[OrganisationId]] = {}
    for who, held in entry.stages.items():
        alike.setdefault((held.stage, day_words(held), held.owner), []).append(who)
    for stage, day, owner in sorted(alike, key=lambda of: of[0] is Stage.NOT_STARTED):
        partners = view.listed(alike[stage, day, owner])
        yield (Strong(entry.service.name),), partners, stage_name(stage), day, owner
