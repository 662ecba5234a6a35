"""What the head of the card says, from what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui.checklist.card_head import Head
from techmodel.ui.checklist.lines import test_words
from techmodel.wording.checklist_page import (
    join_comma,
    not_asked_words,
    question,
    spread_words,
    together_words,
)

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.checklist.trail import Trail

ASK = "Ask."
"""The lead of a capability's own test, which says what to ask for."""


def find_head(
    picture: Picture, place: Place, trail: Trail | None, *, brief: bool, link: bool
) -> Head:
    """The head of a card; `brief` leaves the tests to the context, to which `link` leads."""
    capability = picture.capability(place.capability)
    changes = len(trail.changes) if trail else None
    if capability is None:
        return Head("", place.capability, "", "", (), changes, "")
    if picture.single is None:
        return _several(picture, capability, changes, link=link)
    where = _where(picture, capability)
    if brief:
        where = question(picture.single.name)
    context = "Why, test and context" if brief else "Context"
    return Head(
        where,
        capability.name,
        capability.question,
        capability.why,
        find_tests(picture, place, capability),
        changes,
        context if link else "",
        brief=brief,
    )


def find_tests(
    picture: Picture, place: Place, capability: Capability
) -> tuple[tuple[str, str], ...]:
    """How to test the level: the general test, and what to ask for."""
    level = None
    if place.organisation is not None:
        gap = picture.gap(capability.id)
        pair = gap.pairs.get(place.organisation) if gap else None
        level = pair.level if pair else None
    own = ((ASK, capability.test),) if capability.test else ()
    return (test_words(picture, capability, level), *own)


def _several(picture: Picture, capability: Capability, changes: int | None, *, link: bool) -> Head:
    gap = picture.gap(capability.id)
    level = gap.partnership if gap else None
    known = level is not None and level.median is not None
    target = gap.target.level if gap and gap.target else 0
    return Head(
        _where(picture, capability),
        capability.name,
        "" if link else capability.question,
        "" if link else capability.why,
        (),
        changes,
        "Meaning, test and context" if link else "",
        levels=(level.low, level.high, target) if level and known else None,
        together=together_words(gap) if gap else "",
        spread=spread_words(gap) if gap else "",
    )


def _where(picture: Picture, capability: Capability) -> str:
    domain = picture.assessment.checklist.domain(capability.domain)
    left_out = ""
    if picture.single is None and picture.partners(capability.id):
        left_out = not_asked_words([o.name for o in picture.others(capability.id)])
    named = f"{capability.id} · {domain.name if domain else capability.domain}"
    return " · ".join(t for t in (named, join_comma(left_out)) if t)
