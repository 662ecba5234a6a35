"""The method in plain words, the glossary and the small print of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import british_date, join_words, percent, short_number
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist
    from techmodel.core.report import Report
    from techmodel.wording.phrases import Words

SIGNS = (
    "? don’t know, – not answered, n/a not applicable, · not asked. A heavy edge: provided by"
    " another partner."
)
"""What the chips of the answers mean."""

SUBSTITUTE_NOTE = (
    "{} stands for a sign that this type family does not have. The assessment file keeps it as it"
    " was typed."
)
"""Says what the substitute for a missing character is; filled with the substitute."""

ORDER_OF_WORK = (
    "Duties with a gap come first, by date. Then comes what closes the widest gaps, its own and"
    " those that wait for it, for the fewest weeks of work. Weeks run from the low to the high"
    " end for all steps to the target; where a level is open they count from 0."
)
"""How the gaps are ranked (design.md 4.9)."""

GLOSSARY = (
    ("Attainment", "How much of the target is reached, as a share of all levels aimed for."),
    ("Capability", "One thing that partners must be able to do for care to join up."),
    ("Care model", "A way of joining up care. It asks for a level of each capability."),
    ("Completeness", "The share of the questions asked that are answered."),
    ("Domain", "A group of capabilities."),
    ("Gap", "The levels missing between where partners are and the target."),
    ("Level", "How far a capability has come, 0 to 5. Whole numbers only."),
    ("Open", "Not answered, or answered with don’t know."),
    ("Outlier", "A partner below the partnership level, or two or more below the middle."),
    ("Partner", "An organisation that takes part in this review."),
    ("Partnership level", "The level that enough partners have reached together."),
    ("Prerequisite", "A capability that another one builds on."),
    ("Range", "What a figure can be, from the low to the high end, while answers are open."),
    ("Service", "A national service, standard or project that partners can connect to."),
    ("Step", "One level of one capability, from the level below."),
    ("Target", "The level to reach, by a care model, a decision or a prerequisite."),
    ("Threshold", "The share of weight that must have reached a level for it to count."),
    ("Weight", "How much a partner or a capability counts; 1 unless somebody changed it."),
)
"""The words of the report, one meaning each (design.md 3)."""

PROGRESS_WORDS = (
    ("Progress", "How much of the way to the target was gone since a round; it may be negative."),
    ("Round", "A named moment of this review to compare with."),
)
"""The words that a report needs where it compares with a round."""

PROGRESS_METHOD = (
    Strong("Progress. "),
    (
        "The levels won since the round, less those that fell, divided by the levels that were"
        " missing then: each by weight, up to today’s target, and only where the level was known"
        " then and is known now. What is newly known, or known no more, is counted apart. Where"
        " nothing was missing, progress is 100% if nothing fell; else there is no figure."
    ),
)
"""How progress is worked out (design.md 4.6)."""


_FIXED = {
    "Level of a partner": (
        "The highest level of which everything is met, and everything of the levels below."
    ),
    "Partnership level": "",
    "Target": (
        "The highest level that the chosen care models ask for, unless a decision sets another."
        " A prerequisite is raised to one level below what builds on it, to at most 3; a target"
        " set by decision is never raised."
    ),
    "Gap": (
        "Target less partnership level. More than the target in one place never hides a gap in"
        " another."
    ),
    "Share of the target reached": (
        "The levels reached, each counted up to its target at most, divided by all levels aimed"
        " for. The same for one partner over what it was asked."
    ),
    "Furthest from target": (
        "The partner with the lowest low end over all. A partner with less than half of its"
        " answers is named apart and never called furthest."
    ),
    "Weeks of work": "",
    "Order of work": "",
    "Rounding": (
        "Once, when a figure is printed; a half goes up. The assessment file keeps full"
        " precision, so printed parts may not add up to a printed whole."
    ),
}
"""The arithmetic in order; what is empty here holds figures of the assessment."""


def made_with(report: Report) -> str:
    """Which program and checklist made the report, and what it is not."""
    return (
        f"Made with techmodel {report.version}, an independent tool, and its checklist version"
        f" {report.assessment.checklist.version}. Not an NHS product."
    )


def identity(report: Report) -> str:
    """Which state of which assessment the report shows, so that it can be made again."""
    return (
        f"Made on {british_date(report.today)} with techmodel {report.version} from revision"
        f" {report.revision} of the assessment {report.assessment.id}."
    )


def disclaimer(checklist: Checklist) -> tuple[Words, ...]:
    """What the report is not, and what stands behind its content."""
    return (
        (
            "This report was made by the partners themselves with techmodel, an independent"
            " program. It is not an NHS product, and no body named in it has approved it. It is a"
            " review to plan by, and neither an audit nor proof that a duty is met."
        ),
        (Strong(f"{checklist.title}, version {checklist.version}. "), checklist.notice),
    )


def scope_items(assessment: Assessment) -> tuple[Words, ...]:
    """What was looked at: care models, partners with their weights, domains left out."""
    names = {m.id: m.name for m in assessment.checklist.care_models}
    models = join_words([names.get(m, m) for m in assessment.care_models]) or "none chosen"
    kinds = {k.id: k.name for k in assessment.checklist.kinds}
    partners = [
        f"{o.name} ({kinds.get(o.kind, o.kind)}, weight {short_number(o.weight)})"
        for o in assessment.scope
    ]
    left = [o.name for o in assessment.organisations if not o.in_scope]
    out = [d.name for d in assessment.checklist.domains if d.id in assessment.domains_out]
    items: list[Words] = [
        (Strong("Care models: "), f"{models}."),
        (Strong("Partners: "), f"{join_words(partners) or 'none'}."),
    ]
    if left:
        items.append((Strong("Left, kept but not counted: "), f"{join_words(left)}."))
    if out:
        items.append((Strong("Domains left out: "), f"{join_words(out)}."))
    return tuple(items)


def method_items(assessment: Assessment) -> tuple[Words, ...]:
    """The arithmetic in plain words, with the figures of this assessment (design.md 4)."""
    return tuple((Strong(f"{name}. "), words) for name, words in _method(assessment).items())


def _method(assessment: Assessment) -> Mapping[str, str]:
    share = percent(assessment.threshold)
    scoring = assessment.checklist.scoring
    bands = join_words([f"{e} {b.low}, {b.likely} or {b.high}" for e, b in scoring.bands.items()])
    return _FIXED | {
        "Partnership level": (
            f"The highest level that partners holding at least {share} of the weight have"
            " reached. An open answer makes it a range: it counts as 0 for the low end and as 5"
            " for the high end."
        ),
        "Weeks of work": (
            f"Every missing level is a step of a size, with low, likely and high weeks: {bands}."
            " The weeks of a gap are those of its steps, one after the other."
        ),
        "Order of work": (
            f"Weight times gap, plus {short_number(scoring.blocked_share)} times that of every"
            " gap that waits for it, divided by the likely weeks. Duties with a gap stand before"
            " all others, by date."
        ),
    }


def levels_rule() -> str:
    """How to read a level."""
    return (
        "Every capability has its own wording of the six levels. They follow one scale, and a"
        " level counts only if everything in it and below it is met."
    )


def source_lead(report: Report) -> str:
    """What the list of sources holds."""
    return (
        "Where the checklist has what it says about the services and duties in this report, each"
        f" with its own date. Nothing was looked up when this report was made on"
        f" {british_date(report.today)}."
    )
