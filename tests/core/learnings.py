"""A small sound learning to change one thing in."""

from __future__ import annotations

from dataclasses import replace

from techmodel.core.checklist import CapabilityId, DomainId, ServiceId
from techmodel.core.learning import Case, Guide, Learning, Lesson, Licence, Reference

URL = "https://www.example.org/a-page"
CASE = Case(
    id="red-bag",
    title="A bag that stays with the resident",
    place="A town",
    what="A bag was packed. It stayed with the resident.",
    result="Fewer things were lost, says the source.",
    period="2016",
    source="A briefing",
    url=URL,
    licence=Licence.NOT_SEEN,
    read_on="",
    capabilities=(CapabilityId("TOC-01"),),
    services=(ServiceId("TOC"),),
)
GUIDE = Guide(
    domain=DomainId("TOC"),
    problem="One thing is lost. Another is late. A third is typed twice.",
    worked=("This.", "That.", "Those.", "These."),
    avoid=("Haste.", "Waste.", "Noise.", "Fog."),
    lessons=(Lesson("Take time.", "A briefing"),),
    entries=(CASE,),
)
OTHER = replace(GUIDE, domain=DomainId("REC"), entries=(Reference(DomainId("TOC"), "red-bag"),))
LEARNING = Learning((OTHER, GUIDE))


def with_guide(**changes):
    """The learning with the owning guide changed."""
    return replace(LEARNING, guides=(OTHER, replace(GUIDE, **changes)))


def with_case(**changes):
    """The learning with its one case changed."""
    return with_guide(entries=(replace(CASE, **changes),))
