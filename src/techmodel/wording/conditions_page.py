"""What the page of the conditions for change says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.conditions import WEAK
from techmodel.wording.conditions import APART, NOT_ANSWERED

if TYPE_CHECKING:
    from techmodel.core.conditions import Condition, Conditions, Factor, Standing

MENU = "Conditions for change"
QUESTION = "What helps this change to spread, and what is missing?"
LIST = "Conditions"
WHY = "Why it matters"
NOTE = "Why this level"
SOURCE, SOURCE_PAGE = "Source", "Web page"
LEVELS = "Levels"
BEFORE, AFTER = "Previous", "Next"
NEXT_OPEN = "Next not answered"
CLEAR = "Take the answer back"
NEEDS_LEVEL = "Choose a level first; then say why."
ALL_ANSWERED = "All are answered"
EMPTY_TITLE = "No conditions for change here"
EMPTY_TEXT = (
    "The checklist of this assessment does not ask for conditions for change. A checklist that"
    " does can be taken with Tools, Checklist, Update this assessment’s checklist."
)


def notice(conditions: Conditions) -> str:
    """What stands above the questions: that they are optional, and whose they are."""
    return conditions.notice or APART


def place_words(place: int, count: int) -> str:
    """Where one is: "Condition 3 of 10"; `place` counts from 0."""
    return f"Condition {place + 1} of {count}"


def item_words(factor: Factor, level: int | None) -> str:
    """A line of the list for a screen reader: "Time and money, level 2, weak"."""
    if level is None:
        return f"{factor.name}, {NOT_ANSWERED.lower()}"
    return f"{factor.name}, level {level}{', weak' if level <= WEAK else ''}"


def box_words(factor: Factor, given: Condition | None) -> str:
    """A line of the box to choose from: "Time and money (level 2)"."""
    return f"{factor.name} ({f'level {given.level}' if given else NOT_ANSWERED.lower()})"


def answered_words(level: int, standing: Standing) -> str:
    """What is said aloud after an answer: "Level 3. 4 of 10 answered."."""
    return f"Level {level}. {len(standing.answered)} of {standing.count} answered."
