"""What the board is asked to decide, found in the data (design.md 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.wording.gaps_page import count_by, is_empty, open_pairs
from techmodel.wording.numbers import join_words, percent_range
from techmodel.wording.phrases import Strong
from techmodel.wording.report import in_words
from techmodel.wording.report_asks_plan import is_to_decide, plan_asks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.report import Report
    from techmodel.wording.phrases import Words

MOST = 5
"""A board is asked for at most so many decisions."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A decision asked for: in a sentence, and as it stands beside the boxes to tick."""

    sentence: Words
    decision: str


def asks(report: Report) -> tuple[Ask, ...]:
    """What to decide, the most telling first; never none."""
    gaps = report.gaps
    if not any(c.target and c.target.level for c in gaps.capabilities):
        first = Strong("Choose the care models")
        ask = "Choose the care models that this partnership works towards"
        return (Ask((first, " to work towards: they set the targets."), ask),)
    if not report.assessment.scope:
        first = Strong("Say who takes part")
        return (Ask((first, ": no partner is named yet."), "Say which partners take part"),)
    if is_empty(gaps):
        first = Strong("Give the review its time")
        ask = "Name who answers for each partner, and a date for the first workshop"
        return (Ask((first, ": nothing is answered yet."), ask),)
    found = tuple(_found(report))[:MOST]
    return found or (
        Ask(
            (Strong("Note that every target is met"), ", and set a date for the next review."),
            "Note that every target is met, and set a date for the next review",
        ),
    )


def asks_title(found: tuple[Ask, ...]) -> str:
    """The head over the decisions."""
    number = len(found)
    return f"We ask the board to decide {in_words(number)} thing{'' if number == 1 else 's'}"


def late_duties(gaps: Gaps, today: date) -> tuple[CapabilityGap, ...]:
    """The capabilities whose duty date has passed with a gap open, or perhaps open."""
    return tuple(
        c
        for c in gaps.capabilities
        if c.duty and c.duty.date and c.duty.date < today and c.gap and c.gap.high > 0
    )


def _found(report: Report) -> Iterator[Ask]:
    if report.plan and is_to_decide(report):
        yield from (Ask(*asked) for asked in plan_asks(report, report.plan))
    else:
        yield from _first(report.assessment, report.gaps)
        yield from _late(report)
    yield from _support(report.assessment, report.gaps)
    yield from _unknown(report.assessment, report.gaps)
    yield from _held(report.gaps)


def _first(assessment: Assessment, gaps: Gaps) -> Iterator[Ask]:
    """Where to start: what most others wait for, else the first in rank."""
    if not gaps.ranked:
        return
    best = max(gaps.ranked, key=lambda c: (len(c.blocked), -(c.rank or 0)))
    content = assessment.checklist.capability(best.id)
    name = content.name if content else best.id
    waiting = len(best.blocked)
    why = " It comes first in the order of work."
    if waiting:
        verb = "gap waits" if waiting == 1 else "gaps wait"
        why = f" {in_words(waiting).capitalize()} other {verb} for it."
    decision = f"Start with {best.id} {name}"
    yield Ask((Strong(f"Start with {_lower(name)}"), f".{why}"), decision)


def _late(report: Report) -> Iterator[Ask]:
    number = len(
        {(c.duty.name, c.duty.date) for c in late_duties(report.gaps, report.today) if c.duty}
    )
    if number:
        what = (
            "a date for one late duty"
            if number == 1
            else f"dates for {in_words(number)} late duties"
        )
        who = "" if number == 1 else " for each"
        decision = f"Set {what}, and name who answers{who}"
        yield Ask((Strong(f"Set {what}"), f", and name who answers{who}."), decision)


def _support(assessment: Assessment, gaps: Gaps) -> Iterator[Ask]:
    weakest = next((o for o in gaps.organisations if o.id == gaps.overall.weakest), None)
    if len(gaps.organisations) < 2 or not weakest or not weakest.attainment:
        return
    if weakest.attainment.low < 1:
        name = next(o.name for o in assessment.organisations if o.id == weakest.id)
        reach = percent_range(weakest.attainment)
        yield Ask(
            (Strong(f"Agree support for {name}"), f", furthest from target at {reach}."),
            f"Agree what support {name} needs, and who gives it",
        )


def _unknown(assessment: Assessment, gaps: Gaps) -> Iterator[Ask]:
    pairs = open_pairs(gaps)
    if not pairs:
        return
    names = {o.id: o.short_name or o.name for o in assessment.organisations}
    most = [names[o] for o, _ in count_by(p.settler for p in pairs)][:2]
    answers = (
        "one missing answer" if len(pairs) == 1 else f"{in_words(len(pairs))} missing answers"
    )
    partners = len({p.settler for p in pairs})
    who = f"from {join_words(most)}" if partners <= 2 else f"most of them from {join_words(most)}"
    yield Ask(
        (Strong(f"Ask for {answers}"), f", {who}."),
        f"Ask for {answers}, and set a date for them",
    )


def _held(gaps: Gaps) -> Iterator[Ask]:
    held, nobody = len(gaps.shortfalls), len(gaps.unprovided)
    if held:
        them = (
            "one capability that stays"
            if held == 1
            else f"{in_words(held)} capabilities that stay"
        )
        decision = f"Look again at {them} below what others need"
        yield Ask((Strong(f"Look again at {them}"), " below what others need."), decision)
    if nobody:
        them = "one capability" if nobody == 1 else f"{in_words(nobody)} capabilities"
        decision = f"Say who will provide {them} that nobody here provides"
        yield Ask(
            (Strong(f"Say who will provide {them}"), " that nobody here provides."), decision
        )


def _lower(name: str) -> str:
    """The name inside a sentence; one that begins with an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() or name[1:2].isdigit() else name[:1].lower() + name[1:]
