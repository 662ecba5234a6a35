"""What the projects that are proposed take together: a gap, a domain, or a service."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.plan_ids import place_id
from techmodel.core.plan_parts import ProjectId
from techmodel.core.plan_steps import parse_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.plan_parts import Project


class Bundle(StrEnum):
    """What a new project takes together."""

    GAP = "gap"
    DOMAIN = "domain"
    SERVICE = "service"


def bundle_used(assessment: Assessment, projects: Sequence[Project]) -> Bundle:
    """What most of the projects that were proposed take together."""
    found = {
        bundle: sum(
            p.id == keys.id_of(parse_step(p.steps[0]).capability) for p in projects if p.steps
        )
        for bundle, keys in ((b, BundleKeys(assessment, b)) for b in Bundle)
    }
    return max(Bundle, key=found.__getitem__)


class BundleKeys:
    """What the steps of each capability are bundled by, and how such a bundle is called."""

    def __init__(self, assessment: Assessment, bundle: Bundle) -> None:
        checklist = assessment.checklist
        self._checklist, self._bundle = checklist, bundle
        names: dict[str, str] = {d.id: d.name for d in checklist.domains}
        if bundle is Bundle.SERVICE:
            names = {s.id: s.name for s in checklist.services}
        self._names = names
        self._places = {c.id: n for n, c in enumerate(checklist.capabilities, 1)}

    def of(self, capability: CapabilityId) -> str:
        """A domain, a service, or the capability itself."""
        found = self._checklist.capability(capability)
        if found is None or self._bundle is Bundle.GAP:
            return capability
        if self._bundle is Bundle.DOMAIN:
            return found.domain
        return next((s for s in found.services if s in self._names), capability)

    def id_of(self, capability: CapabilityId) -> ProjectId:
        """The id of the project for a capability."""
        key = self.of(capability)
        if key == capability and capability in self._places:
            return place_id(self._places[capability])
        return ProjectId(f"P{key}")

    def name_of(self, capability: CapabilityId) -> str | None:
        """The name of the bundle of a capability; None where it is not bundled with others."""
        key = self.of(capability)
        return None if key == capability else self._names[key]
