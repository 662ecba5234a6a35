"""National services, standards and projects that help to close our gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ready import Finding
from techmodel.core.services_guide import find_entries
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
from techmodel.wording.numbers import british_date, plural, short_date
from techmodel.wording.phrases import Strong
from techmodel.wording.services_guide import after_words, duty_words, progress_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.checklist import CapabilityId, Service, ServiceId
    from techmodel.core.services_guide import Entry
    from techmodel.export.content.view import View


def linked_services(view: View) -> Mapping[ServiceId, tuple[CapabilityId, ...]]:
    """The services behind capabilities with an open gap, in catalogue order, with those gaps."""
    linked: dict[ServiceId, list[CapabilityId]] = {}
    for gap in view.gaps.capabilities:
        if gap.gap and gap.gap.high > 0:
            for service in view.content(gap.id).services:
                linked.setdefault(service, []).append(gap.id)
    order = view.assessment.checklist.services
    return {s.id: tuple(linked[s.id]) for s in order if s.id in linked}


def service_blocks(view: View) -> Iterator[Block]:
    """The chapter on services."""
    linked = linked_services(view)
    if not linked:
        return
    stale = stale_services(view) & set(linked)
    report = view.report
    entries = find_entries(report.assessment, report.gaps, report.onboarding, report.today)
    found = {entry.service.id: entry for entry in entries}
    yield Heading("Services and projects to connect to", 2, "services")
    yield Prose(
        "National services, standards and interoperability projects that the checklist links to"
        f" our open gaps. A status is as at its date, not as at {british_date(view.report.today)}."
    )
    if stale:
        yield Prose(
            (
                Strong(f"{plural(len(stale), 'status', 'statuses')} of {len(linked)}"),
                " have no date or an old one. Ask the operator before you plan on them.",
            )
        )
    columns = (
        Column("Service", 0.27),
        Column("Status", 0.22),
        Column("What it is", 0.35),
        Column("Gaps it helps to close", 0.16),
    )
    rows = tuple(_row(found[id_], linked[id_], stale=id_ in stale) for id_ in linked)
    yield Table(columns, rows, "Services linked to our gaps, with status and date.", dense=True)


def stale_services(view: View) -> frozenset[str]:
    """The services whose status is undated or over a year old (design.md 6.7)."""
    return frozenset(
        service
        for check in view.report.checks
        if check.finding is Finding.STALE_SERVICE
        for service, _ in check.items
    )


def status_words(service: Service) -> str:
    """A status with its date: "Live, 18 Mar 2026"."""
    day = short_date(service.status_date) if service.status_date else "no date found"
    return f"{service.status.value.capitalize()}, {day}"


def _row(entry: Entry, gaps: tuple[CapabilityId, ...], *, stale: bool) -> tuple[Cell, ...]:
    service = entry.service
    words = status_words(service)
    status: Cell = Status(Mark.LATE, f"{words}: check it") if stale else words
    recorded = f"So far: {progress_words(entry)}." if entry.is_recorded else ""
    said = (service.what, after_words(entry), duty_words(entry), recorded)
    return (
        Lines(((Strong(service.name),), f"{service.id}, {service.kind}")),
        status,
        " ".join(filter(None, said)),
        ", ".join(gaps),
    )
