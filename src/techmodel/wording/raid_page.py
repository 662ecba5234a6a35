"""What the risks view of the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.raid import band, find_lacks, is_overdue, score
from techmodel.wording.numbers import join_words, plural, short_date
from techmodel.wording.raid import (
    BAND_MEANINGS,
    BANDS,
    IMPACT,
    LACKS,
    LIKELIHOOD,
    score_trace,
    step_name,
)

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.plan_parts import PlanBook, RaidItem

QUESTION = "What could go wrong, and what do we do about it?"
TABLE = "Risks, assumptions, issues and dependencies"
FORM = "One risk"
SEARCH = "Search risks"
ADD = "Add a risk…"
NEW = "A new risk"
KIND = "Kind"
EVERY_KIND = "All kinds"
CLOSED, OVERDUE = "Closed", "Overdue"
OPEN_STATE, CLOSED_STATE = "Open", "Closed"
NOBODY, NO_RESPONSE, NO_DAY = "No owner", "No response yet", "No date"
NOT_SAID = "Not said"
NO_TEXT = "Say what it is, such as “The supplier delivers late”."
MATRIX = "Open risks by likelihood and impact"
MATRIX_HINT = "Arrows move, Enter shows only the risks of a field, and again all of them."
CORNER = "Likelihood"
AXIS = "Impact"
EMPTY_TITLE = "Write down what could go wrong"
EMPTY_TEXT = (
    "Begin with what would harm the plan most, and say who deals with it. Assumptions, issues and "
    "dependencies stand in the same list."
)
EXAMPLE_TITLE = "Begin with an example"
EXAMPLE_TEXT = "A risk filled in for you, with its cause and a response: change it, then add it."
EXAMPLE_VERB = "Fill in an example"
OWN_TITLE = "Write your first risk"
OWN_TEXT = "An empty form; one sentence is enough."
OWN_VERB = "Add a risk…"
EXAMPLE = {
    "text": "The supplier of the shared record delivers late",
    "cause": "One supplier serves several regions at once.",
    "consequence": "Projects that need the record wait.",
    "likelihood": "3",
    "impact": "4",
    "response": "Agree dates with a break clause; review every month.",
}


def lacks(item: RaidItem, book: PlanBook, today: date) -> str:
    """What is wrong with an entry, in sentences; "" for nothing."""
    words = join_words([LACKS[lack] for lack in find_lacks(item, today)])
    said = [f"{words[:1].upper()}{words[1:]}."] if words else []
    if item.project and all(p.id != item.project for p in book.projects):
        said.append("Its project is not in the plan any more.")
    return " ".join(said)


def due_words(item: RaidItem, today: date) -> str:
    """When it is due: "1 Oct 2026, passed"."""
    if item.due is None:
        return NO_DAY
    return f"{short_date(item.due)}, passed" if is_overdue(item, today) else short_date(item.due)


def trace(item: RaidItem) -> str:
    """How the score comes about, and what the words and the band mean."""
    number = score(item)
    steps = [
        f"{words[step][0]}: {words[step][1]}"
        for words, step in ((LIKELIHOOD, item.likelihood), (IMPACT, item.impact))
        if step
    ]
    if number is None:
        return " ".join(steps)
    return " ".join([f"{score_trace(item)}. {BAND_MEANINGS[band(number)]}", *steps])


def cell_words(likelihood: int, impact: int, count: int) -> str:
    """A field of the picture for a screen reader."""
    number = likelihood * impact
    steps = f"{step_name(LIKELIHOOD, likelihood)}, {step_name(IMPACT, impact)}"
    many = plural(count, "risk") if count else "no risk"
    return f"{steps}: score {number} {BANDS[band(number)].lower()}, {many}"
