"""The sheet Services: what partners can connect to, and which gaps it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import SERVICES
from techmodel.export.xlsx.table import write_list
from techmodel.wording.services_guide import onboarding_words, steps_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.services_guide import Entry
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts


def write_services(book: Book) -> None:
    """Write the sheet: every service of the checklist."""
    rows = [_row(book.facts, entry) for entry in book.facts.services]
    write_list(book, SERVICES, book.layout.services, rows)


def _row(facts: Facts, entry: Entry) -> Mapping[str, Content]:
    service, duty = entry.service, entry.service.duty
    recorded = facts.report.onboarding
    return {
        "id": service.id,
        "name": service.name,
        "kind": service.kind,
        "what": service.what,
        "operator": service.operator,
        "standards": service.standards,
        "status": service.status.value.capitalize(),
        "status_note": service.status_note,
        "status_date": service.status_date,
        "replaced_by": entry.successor.name if entry.successor else "",
        "duty": duty.name if duty else "",
        "duty_date": duty.date if duty else None,
        "supports": ", ".join(entry.supports),
        "with_gap": ", ".join(c for c in entry.supports if c in entry.gaps),
        "onboarding": "; ".join(
            f"{facts.short_names[o]}: {onboarding_words(held)}"
            for o, held in entry.stages.items()
            if (service.id, o) in recorded
        ),
        "needs": "; ".join(service.needs),
        "connect": steps_words(service),
        "ask": service.ask,
        "licence": service.licence,
        "source": service.source,
        "confidence": service.confidence.capitalize(),
    }
