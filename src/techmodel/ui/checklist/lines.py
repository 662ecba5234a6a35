"""The rows of the card for one organisation, and what stands over them, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.checklist import LEVELS
from techmodel.ui.checklist.details import Detail
from techmodel.ui.checklist.level_row import SAVED, WAITING, Line
from techmodel.ui.widgets.mark import Kind, Mark, level_mark, pair_mark
from techmodel.wording.labels import STATE_WORDS, level_name

if TYPE_CHECKING:
    from techmodel.core.answers import Value
    from techmodel.core.checklist import Capability
    from techmodel.core.gaps import Pair
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.checklist.trail import Trail

DONT_KNOW, NOT_APPLICABLE, PROVIDED = "d", "n", "p"
"""The keys of the row that stands for an answer without a level."""

HOW_TO_CHOOSE = "Choose the highest level of which every word is true."
"""How levels that build on each other are told apart, said until one is chosen."""


def find_lines(
    picture: Picture, capability: Capability, organisation: OrganisationId, *, saved: bool
) -> tuple[Line, ...]:
    """Six levels, and a seventh row where the answer is none of them."""
    gap = picture.gap(capability.id)
    target = gap.target.level if gap and gap.target else None
    value = picture.assessment.value(capability.id, organisation)
    waits = (capability.id, organisation) in picture.waiting
    told = WAITING if waits else SAVED if saved else ""
    names = picture.assessment.checklist.levels
    levels = [
        Line(
            str(n),
            level_mark(n, target=n == target),
            names[n].name,
            capability.levels[n],
            chosen=value.level == n,
            told=told if value.level == n else "",
        )
        for n in LEVELS
    ]
    pair = gap.pairs.get(organisation) if gap else None
    other = _other(picture, value, pair, told)
    return (*levels, other) if other else tuple(levels)


def find_detail(
    picture: Picture, place: Place, organisation: OrganisationId, trail: Trail
) -> Detail:
    """What stands under the levels for the organisation in hand."""
    answer = picture.answer(place.capability, organisation)
    gap = picture.gap(place.capability)
    pair = gap.pairs.get(organisation) if gap else None
    found = picture.organisation(organisation)
    several = picture.single is None
    return Detail(
        (place.capability, organisation),
        answer.note,
        answer.dissent,
        picture.evidence(place.capability, organisation),
        trail.last,
        name=found.name if found and several else "",
        mark=pair_mark(pair),
        said=_said(picture, place, pair) if several else "",
        read_only=picture.read_only,
    )


def test_words(picture: Picture, capability: Capability, level: int | None) -> tuple[str, str]:
    """The test for the level in question: its lead ("Test for level 2.") and its words."""
    gap = picture.gap(capability.id)
    target = gap.target.level if gap and gap.target else 0
    shown = target if level is None else level
    words = picture.assessment.checklist.levels[shown].test
    return f"Test for level {shown}.", f"{words} {HOW_TO_CHOOSE}" if level is None else words


def _other(picture: Picture, value: Value, pair: Pair | None, told: str) -> Line | None:
    match value.state:
        case State.DONT_KNOW:
            words = STATE_WORDS[State.DONT_KNOW]
            mark = Mark(Kind.DONT_KNOW)
            return Line(DONT_KNOW, mark, words, "", chosen=True, told=told)
        case State.NOT_APPLICABLE:
            words = STATE_WORDS[State.NOT_APPLICABLE]
            mark = Mark(Kind.NOT_APPLICABLE)
            return Line(NOT_APPLICABLE, mark, words, value.reason, chosen=True, told=told)
        case State.PROVIDED_BY:
            said = _provided(picture, value, pair)
            return Line(PROVIDED, pair_mark(pair), "Provided", said, chosen=True, told=told)
        case _:
            return None


def _provided(picture: Picture, value: Value, pair: Pair | None) -> str:
    provider = picture.organisation(value.provider) if value.provider else None
    name = provider.name if provider else "another organisation"
    if pair is None or pair.broken:
        return f"By {name}, which cannot provide it now; this counts as not answered."
    if pair.level is None:
        return f"By {name}, which does not know its level."
    return f"By {name}, at level {level_name(picture.assessment.checklist, pair.level)}."


def _said(picture: Picture, place: Place, pair: Pair | None) -> str:
    """Beside the name of the organisation in hand, where there are several."""
    others = len(place.organisations) - 1
    if others > 0:
        return f"and {others} more chosen: a level answers for all of them"
    value = picture.assessment.value(place.capability, place.organisations[0])
    if value.state is State.PROVIDED_BY:
        return f"Provided b{_provided(picture, value, pair)[1:]}"
    if pair is None or pair.level is None:
        return STATE_WORDS.get(pair.state, "") if pair else ""
    return picture.assessment.checklist.levels[pair.level].name
