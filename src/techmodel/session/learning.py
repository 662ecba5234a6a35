"""The guides that come with the program: read when first shown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from techmodel.core.learning import cases_for, learning_for

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId, Domain, DomainId
    from techmodel.core.learning import Case, Learning, Page

    Shelf = tuple[tuple[Domain, Page], ...]


@lru_cache(maxsize=1)
def built_in_learning() -> Learning:
    """All of it, read once; the first time takes a moment, so no start calls it."""
    from techmodel.importing.checklist_learning import read_learning_folder
    from techmodel.resources import resource

    return read_learning_folder(resource("checklist"))


def guide_for(domain: DomainId) -> Page | None:
    """The guide of a domain with its cases, or None where nobody wrote one."""
    return learning_for(built_in_learning(), domain)


def shelf() -> Shelf:
    """The guides of all domains of the checklist that comes with the program, in its order."""
    from techmodel.session.content import built_in_checklist

    domains = built_in_checklist().domains
    return tuple((domain, page) for domain in domains if (page := guide_for(domain.id)))


def cases_about(capability: CapabilityId) -> tuple[Case, ...]:
    """The cases worth reading beside the card of a capability; may be none."""
    return cases_for(built_in_learning(), capability)
