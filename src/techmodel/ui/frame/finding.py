"""Finding capabilities by what a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability, Checklist

MOST = 12
"""As many as a list that is read at a glance."""


def find_capabilities(checklist: Checklist, typed: str) -> tuple[Capability, ...]:
    """The capabilities in which every word typed occurs, the nearest first, at most `MOST`.

    Id and name weigh more than the question, and that more than the names of linked services.
    """
    wanted = typed.casefold().split()
    if not wanted:
        return ()
    services = {s.id: s.name for s in checklist.services}
    found = []
    for place, capability in enumerate(checklist.capabilities):
        linked = " ".join(services.get(s, "") for s in capability.services)
        distance = _distance(capability, linked, wanted)
        if distance is not None:
            found.append((distance, place, capability))
    found.sort(key=lambda each: each[:2])
    return tuple(capability for _, _, capability in found[:MOST])


def _distance(capability: Capability, linked: str, wanted: list[str]) -> int | None:
    """How far the words are from what the capability is called; None when one is not there."""
    fields = [f"{capability.id} {capability.name}", capability.question, linked]
    distance = 0
    for word in wanted:
        near = [n for n, field in enumerate(fields) if word in field.casefold()]
        if not near:
            return None
        begins = near[0] == 0 and any(p.startswith(word) for p in _parts(fields[0]))
        distance += 0 if begins else near[0] + 1
    return distance


def _parts(text: str) -> list[str]:
    return text.casefold().replace("-", " ").split() + text.casefold().split()
