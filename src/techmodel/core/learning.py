"""What others have learnt: a guide a domain with cases from the field.

Apart from the checklist: an assessment does not carry it, and nothing of it is counted in a level,
a gap or an attainment.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId, DomainId, ServiceId


class Licence(StrEnum):
    """What is known about the rights in a source; its facts are retold, its text is not copied."""

    NOT_SEEN = "not-seen"
    LIKELY_OPEN = "likely-open"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of the new care models programme, and the title of the text that says it."""

    lesson: str
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was done somewhere.

    `what` was done, `result` what was measured or seen and how sure that is, `period` when.
    `source` is a title, `url` where it is (https), `read_on` what to look at next (may be empty).
    `capabilities` are those for which the case is worth reading, `services` those it is about.
    """

    id: str
    title: str
    place: str
    what: str
    result: str
    period: str
    source: str
    url: str
    licence: Licence
    read_on: str
    capabilities: tuple[CapabilityId, ...]
    services: tuple[ServiceId, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A case that stands in the guide of another domain."""

    domain: DomainId
    case: str

    def __str__(self) -> str:
        """As in the file: "TOC:red-bag"."""
        return f"{self.domain}:{self.case}"


@dataclass(frozen=True, slots=True)
class Guide:
    """Two pages about a domain: the problem, what worked, what to avoid, lessons, cases.

    `entries` holds the cases in order, some of them by reference; `Learning.cases` resolves them.
    """

    domain: DomainId
    problem: str
    worked: tuple[str, ...]
    avoid: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    entries: tuple[Case | Reference, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """All guides, in the order of their ids."""

    guides: tuple[Guide, ...]

    def case(self, reference: Reference) -> Case | None:
        """The case a reference names, or None; a reference never leads to another one."""
        for guide in self.guides:
            for entry in guide.entries:
                if isinstance(entry, Case) and _leads_to(reference, guide, entry):
                    return entry
        return None

    def cases(self, guide: Guide) -> tuple[Case, ...]:
        """The cases of a guide, in order; references that lead nowhere are left out."""
        found = (entry if isinstance(entry, Case) else self.case(entry) for entry in guide.entries)
        return tuple(case for case in found if case)


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown for one domain: the guide and its cases, all resolved."""

    guide: Guide
    cases: tuple[Case, ...]


def learning_for(learning: Learning, domain: DomainId) -> Page | None:
    """The guide of a domain with its cases, or None where nobody wrote one."""
    for guide in learning.guides:
        if guide.domain == domain:
            return Page(guide, learning.cases(guide))
    return None


def cases_for(learning: Learning, capability: CapabilityId) -> tuple[Case, ...]:
    """The cases worth reading for one capability, each once, in the order of the guides."""
    return tuple(
        entry
        for guide in learning.guides
        for entry in guide.entries
        if isinstance(entry, Case) and capability in entry.capabilities
    )


def _leads_to(reference: Reference, guide: Guide, case: Case) -> bool:
    return (guide.domain, case.id) == (reference.domain, reference.case)
