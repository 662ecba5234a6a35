"""Services for tests, and a small assessment that links to them."""

from dataclasses import replace
from datetime import date

from tests.core.builders import assessment, question

from techmodel.core.checklist import Service, ServiceStatus
from techmodel.core.gaps import find_gaps
from techmodel.core.services_guide import find_entries

TODAY = date(2026, 11, 24)


def service(id_, **changes):
    """A live service with a status of this month, changed as told."""
    made = Service(
        id=id_,
        name=f"Service {id_}",
        kind="national service",
        what="It does something.",
        operator="NHS England",
        standards="",
        status=ServiceStatus.LIVE,
        status_note="",
        status_date=date(2026, 11, 1),
        replaced_by=None,
        licence="Licence not checked",
        source="https://example.org",
        confidence="verified",
    )
    return replace(made, **changes)


def linked(links, services, **changes):
    """An assessment of two GP practices and a hospital; `links` map capabilities to services.

    A-1 has a gap of 3 and counts twice, A-2 one of 1, A-3 none; A-3 is asked of hospitals only.
    """
    capabilities = [
        {"id": "A-1", "targets": {"M": 3}, "weight": 2.0},
        {"id": "A-2", "targets": {"M": 3}},
        {"id": "A-3", "targets": {"M": 2}, "applies_to": ["acute"]},
    ]
    organisations = [{"id": "o1"}, {"id": "o2"}, {"id": "o3", "kind": "acute"}]
    answers = {"A-1": [0, 0, None], "A-2": [2, 2, None], "A-3": [None, None, 2]}
    made = assessment(question(capabilities, organisations, answers, **changes))
    rows = tuple(
        replace(c, services=tuple(links.get(c.id, ()))) for c in made.checklist.capabilities
    )
    return replace(
        made, checklist=replace(made.checklist, capabilities=rows, services=tuple(services))
    )


def entries(links, *services, recorded=None, **changes):
    """The guide of such an assessment."""
    made = linked(links, services, **changes)
    return find_entries(made, find_gaps(made), recorded or {}, TODAY)


def entry(**changes):
    """The only entry of a guide: service S behind A-1."""
    return entries({"A-1": ["S"]}, service("S", **changes))[0]
