"""What the merge page says: headlines, states, counts, rules, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Choice, Conflict, Same, SameName
from techmodel.core.tables import value_of
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.journal import Json

THIS_FILE, OTHER_FILE = "This file", "The other file"
CHOOSE, CHOSEN = "Choose", "Chosen"
CANCEL = "Cancel, change nothing"
CLOSE, BACK, NEXT, FINISH, MERGE = "Close", "Back", "Next to settle", "Finish merge", "Merge"
ANOTHER_LEVEL, PARK, KEEP_BOTH = (
    "Set another level",
    "Park it for the next workshop",
    "Keep both, one below the other",
)
OPEN_AGAIN = "Settle it later"
STAYS = "What is not chosen stays in the history."
KEYS = "← → choose · Enter next · 0–5 another level · P park"
ONE_OR_TWO = "One organisation or two?"
ONE, TWO = "They are one organisation", "They are two organisations"
ONE_MEANS = (
    "Its answers are put together. What the two files answered differently is settled next."
)
TWO_MEANS = "Both stay, each with its answers. One of them gets a number after its name."
ONLY_HISTORY = (
    "What the other file changed is the same here already, so nothing changes. Merging takes over "
    "who changed what there, and when."
)
NOTHING_NEW = "There is nothing to merge. Both files stay as they are."
UNTOUCHED = "Nothing has been changed in either file."
LEAVE = "Leave the merge? What you settled so far goes."
LEAVE_DETAIL = f"{UNTOUCHED} You can begin again at any time."
READ_ONLY = "This assessment is open for reading: save a copy to merge into."
RULE = "Settle the rest by a rule"
RULE_BACK = "Open again what the rule settled"
TAKEN = "Taken without asking"
ONLY_THEIRS, ONLY_OURS, BOTH_ALIKE = (
    "Changed only there",
    "Changed only here",
    "Changed alike in both",
)

LIST_MEANS = (
    "The other file changed these and this file did not. They are taken as they are there.",
    "This file changed these and the other did not. They stay as they are here.",
    "Both files changed these to the same.",
)
"""What the three counts count, in their order."""


def question(file: str) -> str:
    """The question of the page; `file` is the name of the other file."""
    return f"This file and {file}: where do they differ?"


def headline(things: int, taken: int, *, new: bool) -> str:
    """What merging comes to.

    Args:
        things: how many things a person settles.
        taken: how many things are taken without asking.
        new: whether the other file has any change that this one does not know.
    """
    if things:
        verb = "thing was" if things == 1 else "things were"
        return f"{things} {verb} changed in both files. The rest merge by themselves."
    if not new:
        return "The other file has nothing that is not here already."
    if not taken:
        return "Both files say the same. Only the history of the other file is new."
    verb = "change is" if taken == 1 else "changes are"
    return f"Nothing was changed in both files. {taken:,} {verb} taken from the other."


def list_title(items: Sequence[SameName | Conflict]) -> str:
    """What stands over the list: "5 both changed"."""
    return f"{len(items)} both changed" if items else "Nothing to settle"


def left_words(left: int) -> str:
    """How much is open: "4 still to settle"."""
    return f"{left} still to settle" if left else "All settled"


def place_words(number: int, total: int) -> str:
    """Which of all is shown, from 0: "1 of 5"."""
    return f"{number + 1} of {total}"


def show_words(count: int) -> str:
    """The words on the way to a list: "Show the 61"."""
    return f"Show the {count:,}" if count > 1 else "Show it"


def choice_words(chosen: Choice | Mapping[str, Json] | None) -> str:
    """How a conflict is settled: "theirs", "level 3", "parked"; "" while it is not."""
    if chosen is None:
        return ""
    if isinstance(chosen, Choice):
        return chosen.value
    if "value" in chosen:
        return f"level {value_of(chosen['value']).level}"
    return "parked" if "parked" in chosen else "both"


def same_words(same: Same | None) -> str:
    """How an organisation of one name is settled: "one", "two"; "" while it is not."""
    return same.value if same else ""


def state_words(settled: str) -> str:
    """The state of a thing in the list: "Settled: theirs", "Choose"."""
    return f"Settled: {settled}" if settled else CHOOSE


def settled_words(settled: str, left: int) -> str:
    """What a screen reader says after a choice: "Settled: theirs. 4 still to settle."."""
    first = f"Settled: {settled}" if settled else "Open again"
    return f"{first}. {left_words(left)}."


def same_question(name: str) -> str:
    """What is asked about an organisation that both files added."""
    return f"Both files added “{name}”. One organisation or two?"


def dropped_words(count: int) -> str:
    """After the assessment changed under choices that no longer fit."""
    said = plural(count, "choice no longer fits", "choices no longer fit")
    return f"This file has changed: {said} and {'is' if count == 1 else 'are'} open again."


def rounds_words(names: Sequence[str]) -> str:
    """Which rounds of the other file are not carried over; "" for none."""
    if not names:
        return ""
    said = join_words([f"“{n}”" for n in names])
    return f"Rounds of the other file are not carried over: {said}."


def rule_title(count: int) -> str:
    """What stands over what a rule would settle."""
    return f"{plural(count, 'thing')} that a rule can settle"


def rule_about(names: int) -> str:
    """What a rule does and what it leaves; `names` is how many names wait to be settled."""
    said = (
        "Choose a column: it then holds for every row below. "
        "You can still settle each of them otherwise before you finish."
    )
    if names:
        waits = "Whether an organisation is one or two is not settled by a rule."
        return f"{said} {waits}"
    return said


def rule_verb(choice: Choice, count: int) -> str:
    """The words on the buttons of the rule."""
    all_ = f"all {count}" if count > 1 else "it"
    return f"Keep ours for {all_}" if choice is Choice.OURS else f"Take theirs for {all_}"


def saved_by_others(name: str) -> str:
    """The name of our own document, as somebody else has saved it meanwhile."""
    return f"{name} as somebody else has saved it"


def merged_words(label: str, *, untouched: bool) -> str:
    """After the merge, with Undo beside it.

    Args:
        label: that of its batch.
        untouched: whether the other file stays as it is; what was saved over ours does not.
    """
    return f"{label}. The other file was not changed." if untouched else f"{label}."
