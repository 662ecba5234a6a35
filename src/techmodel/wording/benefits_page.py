"""What the benefits view of the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.benefits import ONE, STAGES, element_name, measure_words
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.plan_parts import Benefit

QUESTION = "What is it good for, and how will we see it?"
TABLE = "Logic model"
FORM = "One element"
SEARCH = "Search elements"
ADD = "Add an element…"
NEW = "A new element"
VIEWS = "Show the logic model as"
DRAWING, AS_TABLE = "Drawing", "Table"
MISSING = "Missing"
NO_NAME = "Say what it is, such as “Fewer repeated tests”."
LEADS_HINT = "Elements further right, or in the same column."
HINT = (
    "Drag from one to another to join them, or press L, move, and press Enter. "
    "The same again takes the link away."
)
JOINING = "{} leads to which? Move to it and press Enter; Esc stops."
STOPPED = "Nothing was joined."
EMPTY_TITLE = "Say what the plan is good for"
EMPTY_TEXT = (
    "A logic model leads from what is put in, over what is done, to what changes for residents. "
    "Begin at the right: which outcome does the board want to see, and how will it be measured?"
)
EXAMPLE_TITLE = "Begin with an example"
EXAMPLE_TEXT = "An outcome filled in for you, with a measure and a target: change it, then add it."
EXAMPLE_VERB = "Fill in an example"
OWN_TITLE = "Write your first outcome"
OWN_TEXT = "An empty form; only its name is needed."
OWN_VERB = "Add an element…"
EXAMPLE = {
    "name": "Fewer repeated tests",
    "measure": "Repeated tests a month",
    "baseline": "310",
    "target": "200",
    "owner": "Clinical lead",
}


def joining(benefit: Benefit) -> str:
    """That another element is to be chosen."""
    return JOINING.format(element_name(benefit))


def leads_words(benefit: Benefit, names: Mapping[str, str]) -> str:
    """What an element leads to, in a cell."""
    return ", ".join(names[t] for t in benefit.leads_to if t in names)


def card_words(
    benefit: Benefit, benefits: Sequence[Benefit], place: tuple[int, int], lacks: str
) -> str:
    """A card for a screen reader; `place` is which of how many of its column it is."""
    names = {b.id: b.name for b in benefits}
    targets = join_words([f"“{names[t]}”" for t in benefit.leads_to if t in names])
    sources = join_words([f"“{b.name}”" for b in benefits if benefit.id in b.leads_to])
    said = [f"{element_name(benefit)}, {place[0]} of {place[1]} in {STAGES[benefit.stage]}"]
    said += [measure_words(benefit)] if measure_words(benefit) else []
    said += [f"Leads to {targets}"] if targets else []
    said += [f"Reached from {sources}"] if sources else []
    said += [lacks] if lacks else []
    return f"{'. '.join(said)}."


def target_words(benefit: Benefit) -> str:
    """An element to lead to, in a list: "Outcome: Fewer repeated tests"."""
    return f"{ONE[benefit.stage]}: {benefit.name}"
