"""What the checklist says: headlines, filters, targets, levels held together, typed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.next_step import Readiness
from techmodel.core.outline import Filter
from techmodel.core.ranges import Range
from techmodel.core.targets import Source
from techmodel.core.typed_row import RowFault
from techmodel.wording.labels import STATE_WORDS
from techmodel.wording.numbers import half_up, join_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.answers import Value
    from techmodel.core.checklist import Action, CapabilityId, Checklist, Service
    from techmodel.core.gaps import CapabilityGap
    from techmodel.core.outline import Item, Outline
    from techmodel.core.targets import Target
    from techmodel.core.typed_row import Fault, TypedRow

FILTER_WORDS = {
    Filter.ALL: "All",
    Filter.NOT_ANSWERED: "Not answered",
    Filter.DONT_KNOW: "Don’t know",
    Filter.PARKED: "Parked",
    Filter.DISAGREE: "Disagree",
    Filter.BELOW_TARGET: "Below target",
}
"""The words on the filters."""

FILTER_MEANS = {
    Filter.ALL: "Every capability that is asked",
    Filter.NOT_ANSWERED: "Somebody has not answered yet",
    Filter.DONT_KNOW: "Somebody answered “don’t know”",
    Filter.PARKED: "Set aside to come back to",
    Filter.DISAGREE: "Another view is noted, or a level stands apart from the others",
    Filter.BELOW_TARGET: "The level is below the target for certain",
}
"""What each filter looks for."""

_NOTHING_LEFT = {
    Filter.ALL: "Nothing is asked here.",
    Filter.NOT_ANSWERED: "Every question has an answer.",
    Filter.DONT_KNOW: "No answer is “don’t know”.",
    Filter.PARKED: "Nothing is parked.",
    Filter.DISAGREE: "Nobody disagrees.",
    Filter.BELOW_TARGET: "Nothing is below target.",
}

READINESS_WORDS = {
    Readiness.READY: "Ready",
    Readiness.NOT_YET: "Not yet",
    Readiness.NOT_KNOWN: "Not known",
    Readiness.NOT_ASKED: "Not asked",
}
"""How far a prerequisite is, in a word or two."""

NOTHING_ASKED = (
    "Nothing is asked here",
    (
        "No organisation shown is asked about a domain in scope. Set-up says which domains count "
        "and what kind each organisation is."
    ),
)
"""Title and text of the place where no question is asked."""

NO_PARTNERS = (
    "No organisations yet",
    "Add the organisations of the partnership in Set-up; each is asked what suits its kind.",
)
"""Title and text of the place where there is nobody to ask."""

STALE_MONTHS = 12
"""A service status older than this many months is said to be old (design.md 6.7)."""


def question(name: str = "") -> str:
    """The question of the place, for one organisation by name or for all."""
    return f"{name}: what level are we at today?" if name else "What level are we at today?"


def headline(outline: Outline) -> str:
    """How far the answers are (design.md 6.3)."""
    total, settled = len(outline.items), outline.settled
    if not total:
        return "Nothing is asked here."
    if outline.organisation is None:
        return _several_headline(outline, total, settled)
    below = outline.counts[Filter.BELOW_TARGET]
    if not settled:
        return f"None of {total} answered yet."
    first = f"All {total} answered." if settled == total else f"{settled} of {total} answered."
    so_far = "" if settled == total else " so far"
    number = "None" if not below else str(below)
    return f"{first} {number} {'are' if below > 1 else 'is'} below target{so_far}."


def _several_headline(outline: Outline, total: int, settled: int) -> str:
    waiting, apart = total - settled, outline.disputed
    agreement = f"{apart} for agreement" if apart else ""
    if not waiting:
        rest = f" {apart} {'wait' if apart > 1 else 'waits'} for agreement." if apart else ""
        return f"All {total} are settled.{rest}"
    verb = "wait" if waiting > 1 else "waits"
    rest = join_comma(f"{waiting} {verb} for an answer", agreement)
    first = "None of" if not settled else f"{settled} of"
    return f"{first} {total} {'is' if settled < 2 else 'are'} settled. {rest}."


def progress_words(outline: Outline) -> str:
    """The button that opens the list: "All items 22 of 68"."""
    return f"All items {outline.settled} of {len(outline.items)}"


def join_comma(*parts: str) -> str:
    """The parts that say something, with commas between."""
    return ", ".join(p for p in parts if p)


def nothing_left(filter_: Filter) -> str:
    """What a filter that leaves nothing says."""
    return _NOTHING_LEFT[filter_]


def nothing_to_answer(outline: Outline) -> str:
    """What stands where "Next not answered" was, when no answer is missing."""
    unsure = outline.counts[Filter.DONT_KNOW]
    verb = "is" if unsure == 1 else "are"
    unsure_words = f"{unsure} {verb} “don’t know”" if unsure else ""
    return join_comma("Every question has an answer", unsure_words)


def item_words(name: str, item: Item, words: Sequence[str] = ()) -> str:
    """A line of the tree for a screen reader; `words` are said at the end."""
    said = [name, state_words(item)]
    if item.gap is not None and item.gap.high > 0:
        said.append(f"{or_range(item.gap)} below target")
    if Filter.PARKED in item.filters:
        said.append("parked")
    if Filter.DISAGREE in item.filters:
        said.append("not agreed")
    return ", ".join([*said, *words])


def state_words(item: Item) -> str:
    """What an item's chip says: "level 0 or 1", "don’t know"."""
    if item.level is not None:
        return f"level {or_range(item.level)}"
    return STATE_WORDS[item.state].lower()


def or_range(range_: Range) -> str:
    """Whole levels in a sentence: "2", "0 or 1", "0 to 3"."""
    low, high = int(range_.low), int(range_.high)
    if low == high:
        return str(low)
    return f"{low} or {high}" if high == low + 1 else f"{low} to {high}"


def together_words(gap: CapabilityGap) -> str:
    """The level held together: "Partnership level 0 or 1"."""
    level = gap.partnership
    if level is None:
        return "No partnership level: applicable to nobody"
    if level.median is None:
        return "Partnership level not known yet"
    return f"Partnership level {or_range(Range(level.low, level.high))}"


def spread_words(gap: CapabilityGap) -> str:
    """Gap, spread and median beside the partnership level; "" where nothing is known."""
    level = gap.partnership
    if level is None or level.median is None or level.min is None or level.max is None:
        return ""
    gap_words = f"gap {or_range(gap.gap)}" if gap.target and gap.gap else "no target"
    spread = "no spread" if level.min == level.max else f"spread {level.min} to {level.max}"
    median = half_up(level.median, 0 if level.median == int(level.median) else 1)
    return f"{gap_words}, {spread}, median {median}"


def not_asked_words(names: Sequence[str]) -> str:
    """Whom a capability does not apply to; more than three are counted."""
    if not names:
        return ""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} others"]
    return f"does not apply to {join_words(shown)}"


def target_title(target: Target | None) -> str:
    """The target in two words: "Target 3"."""
    return f"Target {target.level}" if target else "No target"


def target_words(target: Target | None, checklist: Checklist) -> str:
    """Where a target comes from (design.md 4.3)."""
    if target is None:
        return "No chosen care model asks for this."
    if target.source is Source.OVERRIDE:
        held = "Not pursued" if target.level == 0 else f"Held at {target.level}"
        owner = f" ({target.owner})" if target.owner else ""
        return f"{held} by decision: {target.reason}{owner}"
    if target.source is Source.PREREQUISITE:
        asked = f", asked {target.asked}" if target.asked is not None else ""
        return f"Raised by {join_words(target.by)}{asked}"
    names: dict[str, str] = {m.id: m.name for m in checklist.care_models}
    models = [names.get(m, m) for m in target.models]
    return f"{join_words(models)} {'asks' if len(models) == 1 else 'ask'} {target.asked}"


def service_age(service: Service, today: date) -> tuple[str, bool]:
    """How old what is said of a service is, and whether that is too old to rely on."""
    when = service.status_date
    if when is None:
        return "status date not given", True
    months = (today.year - when.year) * 12 + today.month - when.month - (today.day < when.day)
    if months < 1:
        return "status of this month", False
    return f"{plural(months, 'month')} old", months >= STALE_MONTHS


def service_words(service: Service, today: date) -> str:
    """A service's status and its age: "Live · 28 months old"."""
    return f"{service.status.value.capitalize()} · {service_age(service, today)[0]}"


def capability_words(checklist: Checklist, capability: CapabilityId) -> str:
    """A capability by its name, or its id where the checklist does not know it."""
    found = checklist.capability(capability)
    return found.name if found else capability


def action_words(action: Action) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heads and lines of what an action says beyond itself; empty parts are left out."""
    tasks = tuple(f"{number}. {task}" for number, task in enumerate(action.tasks, 1))
    parts = (
        ("First tasks", tasks),
        ("What often goes wrong", (action.risk,) if action.risk else ()),
        ("What will show that it helped", (action.benefit,) if action.benefit else ()),
    )
    return tuple((head, lines) for head, lines in parts if lines)


def row_preview(row: TypedRow, names: Sequence[str]) -> str:
    """What a typed row would do, partner by partner."""
    said = [f"{n} {_typed(v)}" for n, v in zip(names, row.values, strict=False) if v is not None]
    left = len(names) - len(said)
    if not said:
        return ""
    stay = f"; {plural(left, 'other stays as it is', 'others stay as they are')}" if left else ""
    return ", ".join(said) + stay


def _typed(value: Value) -> str:
    return str(value.level) if value.level is not None else STATE_WORDS[value.state].lower()


def fault_words(fault: Fault, partners: int) -> str:
    """What is wrong at one place of a typed row, and what may stand there."""
    if fault.fault is RowFault.TOO_MANY:
        verb = "is" if partners == 1 else "are"
        return f"Place {fault.place}: there {verb} only {plural(partners, 'partner')}."
    return (
        f"Place {fault.place}: “{fault.text}” is no answer. "
        "Type 0 to 5, d, n, or - to leave one as it is."
    )
