"""Why one organisation is where it is with one capability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.ranges import Range
from techmodel.wording.explain import Explanation, Line
from techmodel.wording.labels import STATE_WORDS
from techmodel.wording.numbers import gap_range

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps, Pair
    from techmodel.core.organisations import Organisation, OrganisationId

HIGHEST = 5


def explain_pair(
    assessment: Assessment, gaps: Gaps, capability: CapabilityId, organisation: OrganisationId
) -> Explanation:
    """The answer of a pair against the target, with the note on why; KeyError if out of scope."""
    found = gaps.of(capability)
    if found is None:
        raise KeyError(capability)
    partner = next(o for o in assessment.organisations if o.id == organisation)
    pair = found.pairs.get(organisation)
    if pair is None:
        return Explanation("Why not asked?", (Line(_not_asked(assessment, partner), ""),))
    answer = assessment.answers.get((capability, organisation))
    lines = [Line(*_answer_words(assessment, found, partner, pair)), *_against(found, pair)]
    title = f"Why level {pair.level}?" if pair.level is not None else "Why no level?"
    note = answer.note if answer else ""
    return Explanation(title, tuple(lines), note)


def _not_asked(assessment: Assessment, partner: Organisation) -> str:
    kinds = {k.id: k.name for k in assessment.checklist.kinds}
    return f"The checklist does not ask this of the kind “{kinds.get(partner.kind, partner.kind)}”"


def _answer_words(
    assessment: Assessment, found: CapabilityGap, partner: Organisation, pair: Pair
) -> tuple[str, str]:
    """Who said what, and the figure it comes to."""
    names = {o.id: o.name for o in assessment.organisations}
    level = str(pair.level) if pair.level is not None else ""
    if pair.provided_by:
        provider = names.get(pair.provided_by, pair.provided_by)  # a merge may have taken it away
        if pair.broken:
            return f"{provider} cannot provide it, so it counts as not answered", level
        return f"Provided by {provider}", level or STATE_WORDS[pair.state].lower()
    if pair.state is State.NOT_APPLICABLE:
        reason = assessment.value(found.id, partner.id).reason
        return f"Not applicable: {reason}", "n/a"
    if pair.level is None:
        return f"{partner.name}: {STATE_WORDS[pair.state].lower()}", "0 to 5"
    return f"{partner.name} answered", level


def _against(found: CapabilityGap, pair: Pair) -> list[Line]:
    """The target, and how many levels are missing."""
    if found.target is None:
        return [Line("Target", "none")]
    target = found.target.level
    if pair.state is State.NOT_APPLICABLE:
        return [Line("Target of the others", str(target))]
    low, high = (pair.level, pair.level) if pair.level is not None else (0, HIGHEST)
    short = Range(max(0, target - high), max(0, target - low))
    return [Line("Target", str(target)), Line("Levels short", gap_range(short))]
