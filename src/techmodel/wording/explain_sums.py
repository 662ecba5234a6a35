"""Where attainment and completeness come from, in short sentences and lines of digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.trace_sums import trace_attainment, trace_completeness
from techmodel.wording.explain import Explanation, Line
from techmodel.wording.labels import STATE_WORDS
from techmodel.wording.numbers import level_range, percent, percent_range, short_number, sum_range

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import DomainId
    from techmodel.core.gaps import Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.trace_sums import AttainmentTrace, Part


def explain_attainment(
    assessment: Assessment,
    gaps: Gaps,
    domain: DomainId | None = None,
    organisation: OrganisationId | None = None,
) -> Explanation:
    """Why so much of the target is reached, in one domain or all, together or by one partner.

    One line for each capability of a domain, or for each domain of the whole.
    """
    trace = trace_attainment(gaps, domain, organisation)
    whole = percent_range(trace.result)
    lines = _domain_lines(assessment, trace) if domain is None else _part_lines(trace)
    totals = (
        Line("Reached, each up to its target", sum_range(trace.reached)),
        Line("Aimed for", f"÷ {short_number(trace.full)}"),
        Line(f"Share of the target{_where(assessment, domain, organisation)}", whole),
    )
    certain = trace.result is None or trace.result.certain
    note = "" if certain else "What is not known counts as 0 at the low end, 5 at the high end."
    return Explanation(f"Why {whole}?", (*lines, *totals), note)


def explain_completeness(
    assessment: Assessment,
    gaps: Gaps,
    domain: DomainId | None = None,
    organisation: OrganisationId | None = None,
) -> Explanation:
    """Why so much is known, in one domain or all, of all partners or one."""
    trace = trace_completeness(gaps, domain, organisation)
    words = {State.LEVEL: "Answered with a level"} | STATE_WORDS
    lines = [
        Line(words[state], f"{trace.states.get(state, 0):,}")
        for state in (State.LEVEL, State.NOT_APPLICABLE, State.DONT_KNOW, State.NOT_ANSWERED)
    ]
    share = percent(trace.result)
    lines.append(Line("Asked", f"÷ {trace.asked:,}"))
    lines.append(Line(f"Known{_where(assessment, domain, organisation)}", share))
    note = "Known are the first two: a level, and not applicable."
    return Explanation(f"Why {share} known?", tuple(lines), note)


def _part_lines(trace: AttainmentTrace) -> list[Line]:
    return [Line(_part_words(part), sum_range(part.reached)) for part in trace.parts]


def _part_words(part: Part) -> str:
    weight = short_number(part.weight)
    return f"{part.capability}: weight {weight} × {level_range(part.counted)} of {part.target}"


def _domain_lines(assessment: Assessment, trace: AttainmentTrace) -> list[Line]:
    lines = []
    for domain in assessment.checklist.domains:
        some = trace.of_domain(domain.id)
        if some.parts:
            text = f"{domain.name}: of {short_number(some.full)}"
            lines.append(Line(text, sum_range(some.reached)))
    return lines


def _where(
    assessment: Assessment, domain: DomainId | None, organisation: OrganisationId | None
) -> str:
    place = assessment.checklist.domain(domain) if domain else None
    partner = next((o for o in assessment.organisations if o.id == organisation), None)
    words = f", {place.name}" if place else ""
    return f"{words}, {partner.name}" if partner else words
