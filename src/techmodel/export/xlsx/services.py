"""The sheet Services: what partners can connect to, and which gaps it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import SERVICES
from techmodel.export.xlsx.table import write_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.checklist import Service
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts


def write_services(book: Book) -> None:
    """Write the sheet: every service of the checklist."""
    rows = [_row(book.facts, s) for s in book.facts.assessment.checklist.services]
    write_list(book, SERVICES, book.layout.services, rows)


def _row(facts: Facts, service: Service) -> Mapping[str, Content]:
    names = {s.id: s.name for s in facts.assessment.checklist.services}
    gaps = facts.report.gaps.capabilities
    using = [g for g in gaps if service.id in facts.capabilities[g.id].services]
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
        "replaced_by": names.get(service.replaced_by, "") if service.replaced_by else "",
        "supports": ", ".join(g.id for g in using),
        "with_gap": ", ".join(g.id for g in using if g.gap and g.gap.high > 0),
        "licence": service.licence,
        "source": service.source,
        "confidence": service.confidence.capitalize(),
    }
