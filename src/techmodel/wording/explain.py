"""Where a capability's numbers come from, in short sentences and lines of digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.trace import (
    trace_gap,
    trace_level,
    trace_priority,
    trace_target,
    trace_waiting,
    trace_weeks,
)
from techmodel.core.trace_sums import trace_rank
from techmodel.wording.numbers import (
    gap_range,
    join_words,
    level_range,
    percent,
    percent_beside,
    plural,
    priority,
    short_date,
    short_number,
    sum_number,
    weeks_range,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, Duty
    from techmodel.core.gaps import Gaps
    from techmodel.core.ranges import Range
    from techmodel.core.steps import Step
    from techmodel.core.trace import LevelTrace, PriorityTrace, TargetTrace

SHOWN = 5
"""How many ids a note names before it says how many more there are."""


def explain_rank(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> Explanation:
    """Why a gap has its rank. KeyError for a capability that is not in scope, as in all here."""
    found = gaps.of(capability)
    trace = trace_priority(assessment, gaps, capability)
    if found is None or not found.rank:
        return Explanation("Why no rank?", _no_gap(trace_gap(assessment, gaps, capability).result))
    lines = [*_duty_lines(found.duty), *_priority_lines(trace)]
    notes = [_waiting_note([gap.capability for gap in trace.blocked])]
    duties = sum(place.duty is not None for place in trace_rank(gaps, capability).ahead)
    if duties and found.duty is None:
        come = "duty comes" if duties == 1 else "duties come"
        notes.append(f"{duties} statutory {come} before it.")
    if found.gap and not found.gap.certain:
        notes.append("What is not known counts as level 0 here.")
    return Explanation(f"Why rank {found.rank}?", tuple(lines), " ".join(filter(None, notes)))


def explain_level(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> Explanation:
    """Why the partnership is at its level: the share of partners at each level or above."""
    trace = trace_level(assessment, gaps, capability)
    level = trace.result
    if level is None:
        return Explanation("Why no level?", (Line("Partners to whom it applies", "0"),))
    alike = len({voice.weight for voice in trace.voices}) == 1
    of = "Partners" if alike else "Weight of partners"
    shares = [
        Line(f"{of} at level {n} or above", _share_words(trace.share(n), trace.threshold))
        for n in range(5, 0, -1)
    ]
    return Explanation(
        f"Why level {level_range(level)}?",
        (
            *shares,
            Line("Needed for a level to count", percent(trace.threshold)),
            Line("Partnership level", level_range(level)),
        ),
        _unknown_note(assessment, trace),
    )


def explain_target(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> Explanation:
    """Why a capability has its target: care models, a decision, and what builds on it."""
    trace = trace_target(assessment, gaps, capability)
    names = {m.id: m.name for m in assessment.checklist.care_models}
    lines = [Line(f"{names.get(m, m)} asks for", str(level)) for m, level in trace.models]
    lines += [
        Line(f"{d.capability} at {d.target} builds on it", str(d.needs)) for d in trace.demands
    ]
    if trace.override:
        lines.append(Line(f"Decided: {trace.override.reason}", str(trace.override.level)))
    if trace.result is None:
        return Explanation("Why no target?", (*lines, Line("Target", "none")))
    return Explanation(
        f"Why target {trace.result}?",
        (*lines, Line("Target", str(trace.result))),
        _target_note(trace),
    )


def explain_gap(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> Explanation:
    """Why the gap is what it is, and the weeks it takes."""
    trace = trace_gap(assessment, gaps, capability)
    lines = [
        Line("Target", "none" if trace.target is None else str(trace.target)),
        Line("Partnership level", level_range(trace.level)),
        Line("Gap, at least 0", gap_range(trace.result)),
    ]
    weeks = trace_weeks(assessment, gaps, capability)
    lines += [_step_line(step) for step in weeks.steps]
    if weeks.steps:
        lines.append(Line("All steps, one after the other", weeks_range(weeks.result)))
    note = "" if trace.level is None or trace.level.certain else "Weeks count from the low end."
    return Explanation(f"Why gap {gap_range(trace.result)}?", tuple(lines), note)


def explain_waiting(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> Explanation:
    """What a gap waits for, and what waits for it."""
    found = gaps.of(capability)
    trace = trace_waiting(assessment, gaps, capability)
    lines = [
        Line(
            f"{p.capability} has no level, so nothing waits for it"
            if p.low is None
            else f"{p.capability} is at {p.low}, needed at {p.needs}",
            "waits" if p.capability in trace.result else "",
        )
        for p in trace.prerequisites
    ]
    lines.append(Line("Waits for", str(len(trace.result))))
    note = _waiting_note(found.blocked if found else ())
    return Explanation(f"What does {capability} wait for?", tuple(lines), note)


def _no_gap(gap: Range | None) -> tuple[Line, ...]:
    return (Line("Gap to the target", gap_range(gap)),)


def _duty_lines(duty: Duty | None) -> tuple[Line, ...]:
    if duty is None:
        return ()
    when = short_date(duty.date) if duty.date else "no date"
    return (Line("Statutory duty: first, by date", when),)


def _priority_lines(trace: PriorityTrace) -> list[Line]:
    weight, levels = short_number(trace.own.weight), plural(trace.own.gap, "level")
    lines = [Line(f"Its own gap: weight {weight} × {levels}", sum_number(trace.own.worth))]
    if trace.blocked:
        count = len(trace.blocked)
        gaps = "1 gap that waits" if count == 1 else f"{count} gaps that wait"
        some, times = (
            ("Half", "½") if trace.share == 0.5 else (percent(trace.share), str(trace.share))
        )
        text = f"{some} of the {gaps} for it: {times} × {short_number(trace.waiting)}"
        lines.append(Line(text, sum_number(trace.share * trace.waiting)))
    steps = ", ".join(f"step {step.level} is {step.weeks.likely}" for step in trace.steps)
    likely = sum(step.weeks.likely for step in trace.steps)
    lines.append(Line(f"Likely weeks: {steps}", f"÷ {likely}"))
    lines.append(Line("Priority", priority(trace.result)))
    return lines


def _step_line(step: Step) -> Line:
    own = "" if not step.generic else ", the usual action" if step.action else ", no action yet"
    return Line(f"Step to level {step.level}: size {step.effort}{own}", weeks_range(step.weeks))


def _share_words(share: Range, threshold: float) -> str:
    low, high = percent_beside(share.low, threshold), percent_beside(share.high, threshold)
    return low if low == high else f"{low.removesuffix('%')} to {high}"


def _unknown_note(assessment: Assessment, trace: LevelTrace) -> str:
    names = {o.id: o.name for o in assessment.organisations}
    unknown = [names[voice.organisation] for voice in trace.voices if voice.level is None]
    if not unknown:
        return ""
    return f"Not known: {join_words(unknown)}. That counts as 0 at the low end, 5 at the high end."


def _target_note(trace: TargetTrace) -> str:
    needs = max((demand.needs for demand in trace.demands), default=0)
    if trace.result is None or needs <= trace.result:
        return ""
    if trace.override:
        return "A target set by decision is never raised."
    return "Nobody here is asked about it, so it is not raised."


def _waiting_note(ids: Sequence[CapabilityId]) -> str:
    if not ids:
        return ""
    more = len(ids) - SHOWN
    named = ", ".join(ids[:SHOWN])
    return f"Waiting: {named} and {more} more." if more > 0 else f"Waiting: {join_words(ids)}."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation: what, and the figure it comes to."""

    text: str
    figure: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where a number comes from: a question, lines that lead to the number, a note or "".

    The figures of the lines are rounded as on any screen; `core.trace` holds them in full.
    """

    title: str
    lines: tuple[Line, ...]
    note: str = ""
