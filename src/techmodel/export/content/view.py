"""A report with the names and places that every chapter looks up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.flows import find_flows
from techmodel.core.services_guide import find_entries
from techmodel.export.content.blocks import Ref
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId, Domain, DomainId
    from techmodel.core.flows import Flow
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.plan_parts import Project, ProjectId
    from techmodel.core.report import Report
    from techmodel.core.services_guide import Entry
    from techmodel.wording.phrases import Words


@dataclass(frozen=True)
class View:
    """A report, looked at by name."""

    report: Report

    @property
    def assessment(self) -> Assessment:
        """The assessment reported on."""
        return self.report.assessment

    @property
    def gaps(self) -> Gaps:
        """Its gap analysis."""
        return self.report.gaps

    @cached_property
    def partners(self) -> tuple[Organisation, ...]:
        """The organisations that count, in order."""
        return self.assessment.scope

    @cached_property
    def names(self) -> Mapping[OrganisationId, str]:
        """The full name of every organisation, also of those that left."""
        return {o.id: o.name for o in self.assessment.organisations}

    @cached_property
    def shorts(self) -> Mapping[OrganisationId, str]:
        """The short name of every organisation, its name where it has none."""
        return {o.id: o.short_name or o.name for o in self.assessment.organisations}

    @cached_property
    def _gap(self) -> Mapping[CapabilityId, CapabilityGap]:
        return {c.id: c for c in self.gaps.capabilities}

    @cached_property
    def domains(self) -> tuple[Domain, ...]:
        """The domains in scope that hold a capability in scope, in order."""
        used = {c.domain for c in self.gaps.capabilities}
        return tuple(d for d in self.assessment.checklist.domains if d.id in used)

    @cached_property
    def titles(self) -> Mapping[DomainId, str]:
        """The names of those domains."""
        return {d.id: d.name for d in self.domains}

    def content(self, capability: CapabilityId) -> Capability:
        """What the checklist says about a capability in scope."""
        found = self.assessment.checklist.capability(capability)
        if found is None:
            raise KeyError(capability)
        return found

    def of_domain(self, domain: DomainId) -> tuple[CapabilityGap, ...]:
        """The capabilities of a domain that are in scope."""
        return tuple(c for c in self.gaps.capabilities if c.domain == domain)

    def ref(self, capability: CapabilityId) -> Ref | str:
        """The id of a capability, leading to its row where it is in scope."""
        if capability in self._gap:
            return Ref(capability, capability_key(capability))
        return str(capability)

    def titled(self, capability: CapabilityId) -> Ref | Words:
        """Id and name of a capability, leading to its row where it is in scope."""
        content = self.assessment.checklist.capability(capability)
        words = (f"{capability} ", Strong(content.name)) if content else str(capability)
        if capability in self._gap:
            return Ref(words, capability_key(capability))
        return words

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows that are asked for or were added, in order."""
        return find_flows(self.assessment)

    @cached_property
    def services(self) -> tuple[Entry, ...]:
        """Every service with the gaps it helps to close, the most pressing first."""
        report = self.report
        return find_entries(self.assessment, self.gaps, report.onboarding, report.today)

    @cached_property
    def projects(self) -> Mapping[ProjectId, Project]:
        """The projects of the plan, by id."""
        return {p.id: p for p in self.report.book.projects}

    def project_ref(self, project: ProjectId) -> Ref | str:
        """The id of a project, leading to its row; of one that is gone, the id alone."""
        return Ref(project, project_key(project)) if project in self.projects else str(project)

    def listed(self, organisations: Iterable[OrganisationId]) -> str:
        """The short names of some organisations, with commas."""
        return ", ".join(self.shorts[o] for o in organisations)


def capability_key(capability: CapabilityId) -> str:
    """The place of a capability's row."""
    return f"capability-{capability}"


def domain_key(domain: DomainId) -> str:
    """The place of a domain's chapter."""
    return f"domain-{domain}"


def guide_key(domain: DomainId) -> str:
    """The place of the guide of a domain."""
    return f"guide-{domain}"


def project_key(project: ProjectId) -> str:
    """The place of a project's row."""
    return f"project-{project}"
