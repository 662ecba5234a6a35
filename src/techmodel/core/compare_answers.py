"""The answers that are not what they were at an earlier moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.answers import Evidence
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import Gaps, Pair
    from techmodel.core.journal import Batch
    from techmodel.core.organisations import OrganisationId

    PairId = tuple[CapabilityId, OrganisationId]
    Seen = tuple[Assessment, Gaps]


class Turn(StrEnum):
    """Which way an answer went."""

    RAISED = "raised"
    LOWERED = "lowered"
    NEWLY_KNOWN = "newly known"
    NO_LONGER_KNOWN = "no longer known"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer, then and now.

    `fields` are those that differ: value, note, dissent, parked, evidence; `turn` follows the
    level that counts, also of an answer that another organisation provides; `batch` is the newest
    that changed it, None where none is known.
    """

    capability: CapabilityId
    organisation: OrganisationId
    then: Answer
    now: Answer
    fields: tuple[str, ...]
    turn: Turn
    batch: Batch | None


def find_answer_changes(
    then: Seen, now: Seen, last: Mapping[tuple[str, str], Batch]
) -> tuple[AnswerChange, ...]:
    """The answers asked then or now of which something differs, in the order of the checklist.

    Args:
        then: the assessment at the earlier moment, with its gap analysis.
        now: the same at the later one.
        last: who decided what in between, as `core.deciding.Deciders` tells it.
    """
    before, after = _pairs(then[1]), _pairs(now[1])
    held = _evidence(then[0]), _evidence(now[0])
    found = []
    for pair in _in_order(now[0], then[0]):
        if pair not in before and pair not in after:
            continue
        old, new = _answer(then[0], pair), _answer(now[0], pair)
        fields = tuple(_differing(old, new))
        if held[0].get(pair) != held[1].get(pair):
            fields = (*fields, "evidence")
        if fields:
            turn = _turn(before.get(pair), after.get(pair)) if "value" in fields else None
            found.append(
                AnswerChange(*pair, old, new, fields, turn or Turn.OTHERWISE, last.get(pair))
            )
    return tuple(found)


def _pairs(gaps: Gaps) -> dict[PairId, Pair]:
    return {(c.id, o): pair for c in gaps.capabilities for o, pair in c.pairs.items()}


def _evidence(assessment: Assessment) -> dict[PairId, frozenset[Evidence]]:
    found: dict[PairId, set[Evidence]] = {}
    for piece in assessment.evidence:
        found.setdefault((piece.capability, piece.organisation), set()).add(piece)
    return {pair: frozenset(pieces) for pair, pieces in found.items()}


def _in_order(*assessments: Assessment) -> Iterator[PairId]:
    """Every pair there could be, in the order of the first assessment, then what is only later."""
    capabilities = dict.fromkeys(c.id for a in assessments for c in a.checklist.capabilities)
    organisations = dict.fromkeys(o.id for a in assessments for o in a.organisations)
    for capability in capabilities:
        for organisation in organisations:
            yield capability, organisation


def _answer(assessment: Assessment, pair: PairId) -> Answer:
    return assessment.answers.get(pair) or Answer(*pair)


def _differing(old: Answer, new: Answer) -> Iterator[str]:
    for field in ("value", "note", "dissent", "parked"):
        if getattr(old, field) != getattr(new, field):
            yield field


def _turn(before: Pair | None, after: Pair | None) -> Turn:
    """Which way a pair went; one that is not asked is not known."""
    levels = before.level if before else None, after.level if after else None
    return turn_between((_is_known(before), _is_known(after)), levels)


def turn_between(known: tuple[bool, bool], levels: tuple[int | None, int | None]) -> Turn:
    """Which way something went: whether it was and is known, and its levels."""
    if known == (False, True):
        return Turn.NEWLY_KNOWN
    if known == (True, False):
        return Turn.NO_LONGER_KNOWN
    old, new = levels
    if old is None or new is None or old == new:
        return Turn.OTHERWISE
    return Turn.RAISED if new > old else Turn.LOWERED


def _is_known(pair: Pair | None) -> bool:
    return pair is not None and pair.state in {State.LEVEL, State.NOT_APPLICABLE}
