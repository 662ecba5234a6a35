"""The gap analysis as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.gaps import Range
from techmodel.wording.gaps_page import gaps_headline, shortfall_words
from techmodel.wording.numbers import (
    british_date,
    level_range,
    percent,
    percent_range,
    plural,
    priority,
)
from techmodel.wording.ready import GROUPS, check_detail, check_title, ready_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.report import Report


def gap_lines(assessment: Assessment, gaps: Gaps) -> Iterator[str]:
    """Headline, domains, ranked gaps, and what is missing."""
    overall = gaps.overall
    yield assessment.title
    yield gaps_headline(assessment, gaps)
    yield (
        f"Together: target reached {percent_range(overall.attainment)}, "
        f"answered {percent(overall.completeness)}."
    )
    yield ""
    yield from table_lines(["Domain", "Target reached", "Answered"], _domains(assessment, gaps))
    yield ""
    heads = ["Rank", "Id", "Capability", "Level", "Target", "Gap", "Weeks", "Priority", "Duty"]
    yield from table_lines(heads, [_ranked(assessment, c) for c in gaps.ranked])
    yield from _missing(assessment, gaps)


def check_lines(report: Report) -> Iterator[str]:
    """The ready-to-send list in its three groups."""
    yield f"Ready to send? {ready_headline(report.checks)}"
    for severity, head in GROUPS.items():
        checks = [c for c in report.checks if c.severity is severity]
        if checks:
            yield ""
            yield f"{head}: {len(checks)}"
        for check in checks:
            detail = check_detail(check, report.assessment, report.book)
            yield f"  {check_title(check)}" + (f": {detail}" if detail else "")


def _domains(assessment: Assessment, gaps: Gaps) -> list[list[str]]:
    names = {d.id: d.name for d in assessment.checklist.domains}
    return [
        [
            names[d.id],
            percent_range(d.attainment),
            percent(d.completeness),
        ]
        for d in gaps.domains
    ]


def _ranked(assessment: Assessment, found: CapabilityGap) -> list[str]:
    capability = assessment.checklist.capability(found.id)
    gap = found.gap or Range(0, 0)
    duty = ""
    if found.duty:
        duty = british_date(found.duty.date) if found.duty.date else "no date"
    return [
        str(found.rank),
        found.id,
        capability.name if capability else "",
        level_range(found.partnership),
        str(found.target.level) if found.target else "",
        level_range(gap),
        f"{found.weeks.low}–{found.weeks.high}",
        priority(found.priority),
        duty,
    ]


def _missing(assessment: Assessment, gaps: Gaps) -> Iterator[str]:
    if gaps.shortfalls:
        yield ""
        yield "Stays below what others need:"
        yield from (f"  {s.capability}: {shortfall_words(s)}" for s in gaps.shortfalls)
    if gaps.unprovided:
        yield ""
        yield f"Needed, but nobody here provides it: {', '.join(gaps.unprovided)}."
    unknown = sum(o.asked - o.known for o in gaps.organisations)
    yield ""
    yield f"{plural(unknown, 'answer')} not known."


def table_lines(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows under their heads, columns as wide as they need, digits right."""
    widths = [max(len(r[n]) for r in [heads, *rows]) for n in range(len(heads))]
    right = {n for n in range(len(heads)) if rows and all(_is_figure(r[n]) for r in rows)}
    for row in [heads, *rows]:
        cells = [
            c.rjust(w) if n in right else c.ljust(w)
            for n, (c, w) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _is_figure(text: str) -> bool:
    return not text or text[0].isdigit() or text[0] == "−" or text in "–-"
