"""The logic model in words: its columns, what elements lack, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.benefits import MEASURED, Lack, find_lacks, in_order
from techmodel.core.plan_parts import Stage
from techmodel.wording.numbers import join_words, plural, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from techmodel.core.plan_parts import Benefit

STAGES = {
    Stage.INPUT: "Inputs",
    Stage.ACTIVITY: "Activities",
    Stage.OUTPUT: "Outputs",
    Stage.OUTCOME: "Outcomes",
    Stage.IMPACT: "Impact",
}
"""The heads of the columns."""
ONE = {
    Stage.INPUT: "Input",
    Stage.ACTIVITY: "Activity",
    Stage.OUTPUT: "Output",
    Stage.OUTCOME: "Outcome",
    Stage.IMPACT: "Impact",
}
"""One element of each column."""
MEANINGS = {
    Stage.INPUT: "What is put in: money, people, systems, agreements.",
    Stage.ACTIVITY: "What is done with it: the projects of the plan.",
    Stage.OUTPUT: "What there is afterwards: records joined, staff trained.",
    Stage.OUTCOME: "What changes for residents and staff; it can be measured.",
    Stage.IMPACT: "What it is all for: longer, healthier, more independent lives.",
}
LACKS = {
    Lack.LEADS_NOWHERE: "leads nowhere",
    Lack.NOTHING_LEADS_HERE: "nothing leads to it",
    Lack.NO_MEASURE: "no measure",
    Lack.NO_BASELINE: "no baseline",
    Lack.NO_TARGET: "no target",
    Lack.NO_OWNER: "no owner",
    Lack.NO_REVIEW: "no review date",
    Lack.REVIEW_PASSED: "its review date has passed",
}
NOTHING_YET = "Nothing here yet"
NO_MEASURE = "No measure yet"
FIELDS = {
    "name": "name",
    "stage": "column",
    "leads_to": "links",
    "projects": "projects",
    "measure": "measure",
    "baseline": "baseline",
    "target": "target",
    "owner": "owner",
    "review": "review date",
    "note": "note",
}
"""What the fields of an element are called in a sentence."""


def element_name(benefit: Benefit) -> str:
    """An element in a label: "Outcome “Fewer repeated tests”"."""
    return f"{ONE[benefit.stage]} “{benefit.name}”"


def lacks_words(lacks: Sequence[Lack]) -> str:
    """What an element still needs: "No baseline and no owner"; "" for nothing."""
    said = join_words([LACKS[lack] for lack in lacks])
    return said[:1].upper() + said[1:]


def measure_words(benefit: Benefit) -> str:
    """How one will see it: "Calls saved a week: 12 → 40"; what is known of it, "" for nothing."""
    way = " → ".join(t for t in (benefit.baseline, benefit.target) if t)
    return ": ".join(t for t in (benefit.measure, way) if t)


def model_words(benefits: Sequence[Benefit]) -> tuple[str, ...]:
    """The drawing in words, one sentence an element, in the order of the columns."""
    names = {b.id: b.name for b in benefits}
    said = []
    for benefit in in_order(benefits):
        targets = join_words([f"“{names[t]}”" for t in benefit.leads_to if t in names])
        measure = measure_words(benefit)
        seen = f" ({measure})" if measure else ""
        leads = f" leads to {targets}" if targets else ""
        said.append(f"{element_name(benefit)}{seen}{leads}.")
    return tuple(said)


def benefits_headline(benefits: Sequence[Benefit], today: date) -> str:
    """The answer to "What is it good for, and how will we see it?" in one or two sentences."""
    if not benefits:
        return "No benefits are written down yet."
    measured = [b for b in benefits if b.stage in MEASURED]
    if not measured:
        return "No outcome or impact is written down yet, so nothing can be measured."
    lacks = find_lacks(benefits, today)
    bare = [b for b in measured if any(lack in _UNMEASURED for lack in lacks.get(b.id, ()))]
    counted, can = _measured_words(measured), len(measured) - len(bare)
    said = (
        f"{counted}, {can or 'none'} can be measured."
        if bare
        else f"{counted}{', each' if len(measured) > 1 else ''} with a measure and an owner."
    )
    late = sum(Lack.REVIEW_PASSED in some for some in lacks.values())
    loose = sum(bool(_UNLINKED.intersection(some)) for some in lacks.values())
    more = [plural(late, "review is overdue", "reviews are overdue")] if late else []
    more += [plural(loose, "element is", "elements are") + " not joined to the rest"] * bool(loose)
    return f"{said} {join_words(more)}." if more else said


def benefit_change(old: Benefit, new: Benefit, names: Mapping[str, str]) -> str:
    """What changed about an element, for history and undo; the two differ.

    `names` are those of the elements, by id.
    """
    changed = [f for f in FIELDS if getattr(old, f) != getattr(new, f)]
    about = element_name(old)
    if changed == ["name"]:
        return f"{about} is now “{new.name}”"
    if changed == ["stage"]:
        return f"{about} moved to {STAGES[new.stage]}"
    if changed == ["owner"]:
        return f"{about}: owner {new.owner or 'nobody'}"
    if changed == ["review"]:
        return f"{about}: review {short_date(new.review)}" if new.review else f"{about}: no review"
    if changed == ["leads_to"]:
        return f"{about}: {_links(old, new, names)}"
    return f"{about}: {join_words([FIELDS[f] for f in changed])} changed"


_UNMEASURED = {Lack.NO_MEASURE, Lack.NO_BASELINE, Lack.NO_TARGET, Lack.NO_OWNER, Lack.NO_REVIEW}
_UNLINKED = {Lack.LEADS_NOWHERE, Lack.NOTHING_LEADS_HERE}


def _measured_words(measured: Sequence[Benefit]) -> str:
    """What can be measured, each under its name: "5 outcomes and 2 impacts"."""
    impacts = sum(b.stage is Stage.IMPACT for b in measured)
    counts = (len(measured) - impacts, "outcome"), (impacts, "impact")
    return join_words([plural(number, name) for number, name in counts if number])


def _links(old: Benefit, new: Benefit, names: Mapping[str, str]) -> str:
    """What an element leads to now, and no longer."""
    said = []
    for verb, ids, others in (
        ("leads to", new.leads_to, old.leads_to),
        ("no longer leads to", old.leads_to, new.leads_to),
    ):
        some = [f"“{names.get(i, i)}”" for i in ids if i not in others]
        said += [f"{verb} {join_words(some)}"] if some else []
    return "; ".join(said) or "links in another order"
