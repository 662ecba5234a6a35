"""The report's first pages in words: where we are, how it was done, how sure we are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from techmodel.wording.gaps_page import UNKNOWN, is_empty, is_or_are
from techmodel.wording.numbers import (
    british_date,
    join_words,
    percent,
    percent_range,
    plural,
    short_date,
)
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import CapabilityGap, DomainGap, Gaps
    from techmodel.core.report import Report
    from techmodel.wording.phrases import Words

SUBJECT = "Technology review for integrated care"

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A count up to ten as a word, above in digits."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def day_words(iso: str) -> str:
    """An ISO date or time as a British date: "14 Oct 2026"; what is no date stays as it is."""
    try:
        return short_date(date.fromisoformat(iso[:10]))
    except ValueError:
        return iso


def dateline(report: Report) -> str:
    """When the report was made, how far the answers go, and who leads the review."""
    words = [f"Report of {british_date(report.today)}."]
    if report.answers_to == report.today:
        words = [f"Report and answers of {british_date(report.today)}."]
    elif report.answers_to:
        words.append(f"Answers up to {british_date(report.answers_to)}.")
    if report.assessment.lead.strip():
        words.append(f"Led by {report.assessment.lead.strip()}.")
    return " ".join(words)


def standing(assessment: Assessment, gaps: Gaps) -> Words:
    """Where the partnership is, never without range and the weakest partner (design.md 4.5)."""
    if not any(c.target and c.target.level for c in gaps.capabilities):
        return "No targets are set yet, because no care model is chosen. So there are no gaps yet."
    if is_empty(gaps):
        return "Nothing is known yet: no answers are recorded. Every level could be 0 to 5."
    models = plural_words(len(assessment.care_models), "care model needs", "care models need")
    reach = percent_range(gaps.overall.attainment)
    below, maybe = below_and_maybe(gaps.capabilities)
    total = len(gaps.capabilities)
    are = "is" if below == 1 else "are"
    more = f", and {in_words(maybe)} more may be" if maybe else ""
    return (
        "The partnership reaches ",
        Strong(reach),
        f" of what its {models}. ",
        Strong(f"{below} of {total}"),
        f" capabilities {are} below target{more}. ",
        *_weakest(assessment, gaps),
    )


def below_and_maybe(capabilities: Sequence[CapabilityGap]) -> tuple[int, int]:
    """How many are below target for certain, and how many more may be."""
    below = sum(c.gap is not None and c.gap.low > 0 for c in capabilities)
    maybe = sum(c.gap is not None and c.gap.low == 0 < c.gap.high for c in capabilities)
    return below, maybe


def plural_words(number: int, one: str, many: str) -> str:
    """A count in words before its noun; one needs no count: "care model", "two care models"."""
    return one if number == 1 else f"{in_words(number)} {many}"


def _weakest(assessment: Assessment, gaps: Gaps) -> tuple[str, ...]:
    """The partner furthest from target, with its range; those hardly answered apart."""
    names = {o.id: o.name for o in assessment.organisations}
    words: list[str] = []
    weakest = next((o for o in gaps.organisations if o.id == gaps.overall.weakest), None)
    if len(gaps.organisations) > 1 and weakest and weakest.attainment:
        name = names[weakest.id]
        reach = percent_range(weakest.attainment)
        words += [Strong(f"{name} {is_or_are(name)} furthest from target, at {reach}"), ". "]
        words.append("No single figure is fair to every partner. ")
    if gaps.overall.below_half:
        few = join_words([names[o] for o in gaps.overall.below_half])
        words.append(
            f"Less than half is answered for {few}, so no figure is given for their place."
        )
    return tuple(words)


def how_done(report: Report) -> Words:
    """How the levels came about: who, how many questions, and when a level counts together."""
    scope = report.assessment.scope
    if not scope:
        return "No partner is named yet, so nobody is asked anything."
    partners = plural_words(len(scope), "One partner was", "partners were").capitalize()
    asked = plural(len(report.gaps.capabilities), "capability", "capabilities")
    share = percent(report.assessment.threshold)
    sittings = len({b.workshop for b in report.batches if b.workshop})
    workshops = f", in {plural_words(sittings, 'one workshop', 'workshops')}" if sittings else ""
    together = (
        f"A level counts for the partnership when partners holding {share} of the weight have"
        " reached it."
        if len(scope) > 1
        else ""
    )
    return (
        f"{partners} asked about {asked}{workshops}. A level, 0 to 5, counts only if everything"
        f" in it and below it is met. {together}"
    ).strip()


def how_sure(gaps: Gaps) -> Words:
    """How many answers are known, and what ranges mean."""
    pairs = [p for c in gaps.capabilities for p in c.pairs.values()]
    known = sum(p.state not in UNKNOWN for p in pairs)
    if not pairs:
        return "Nobody is asked anything yet."
    share = percent(gaps.overall.completeness)
    end = " Nothing is open." if known == len(pairs) else " Ranges show what is not."
    are = "is" if known == 1 else "are"
    return (Strong(f"{known} of {len(pairs)}"), f" answers {are} known ({share}).{end}")


def domain_sentence(domain: DomainGap, capabilities: Sequence[CapabilityGap]) -> Words:
    """How far a domain is, in a sentence or two."""
    aimed = [c for c in capabilities if c.target and c.target.level]
    if not aimed:
        return "Nothing in this domain has a target."
    if domain.attainment is None:
        return "Nobody here is asked about what this domain needs, so there is no level."
    below, maybe = below_and_maybe(aimed)
    more = f", and {in_words(maybe)} more may be" if maybe else ""
    return (
        "Together the partners reach ",
        Strong(percent_range(domain.attainment)),
        " of the target. ",
        Strong(f"{below} of {len(aimed)}"),
        f" capabilities with a target {'is' if below == 1 else 'are'} below it{more}. ",
        f"{percent(domain.completeness).capitalize()} of the answers are known.",
    )
