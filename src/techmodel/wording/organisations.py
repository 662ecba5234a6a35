"""What is said about organisations as they are typed and pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.typed_organisations import MAX_NAME, MAX_SHORT_NAME, Fault
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

ADD = "Add an organisation"
CHOOSE_KIND = "Choose a kind"
HOW_TO_ADD = "Type a name in the last row, or copy a list in a spreadsheet and paste it here."
NOTHING_PASTED = (
    "There is no list to paste. Copy the rows in a spreadsheet first: name, kind, weight and "
    "short name, in this order."
)
LISTED = 4
"""So many row numbers are named; of more, only how many there are."""

FAULT_WORDS = {
    Fault.NO_NAME: "Give it a name.",
    Fault.NAME_LONG: f"A name has at most {MAX_NAME} characters.",
    Fault.NAME_TWICE: "Another organisation has this name.",
    Fault.NO_KIND: "Choose a kind: it decides what is asked.",
    Fault.SHORT_NAME_LONG: f"A short name has at most {MAX_SHORT_NAME} characters.",
    Fault.WEIGHT: "A weight is a number above 0 and at most 1000.",
}
"""What is wrong with a cell."""

_NEEDS = {
    Fault.NO_NAME: ("needs a name", "need a name"),
    Fault.NAME_LONG: ("has too long a name", "have too long a name"),
    Fault.NAME_TWICE: ("has a name used twice", "have a name used twice"),
    Fault.NO_KIND: ("needs a kind", "need a kind"),
    Fault.SHORT_NAME_LONG: ("has too long a short name", "have too long a short name"),
    Fault.WEIGHT: ("needs a weight", "need a weight"),
}
_SETTLE = {
    Fault.NO_NAME: "Name {rows}",
    Fault.NAME_LONG: "Shorten the name of {rows}",
    Fault.NAME_TWICE: "Change a name used twice in {rows}",
    Fault.NO_KIND: "Choose a kind for {rows}",
    Fault.SHORT_NAME_LONG: "Shorten the short name of {rows}",
    Fault.WEIGHT: "Type a weight from above 0 to 1000 in {rows}",
}


def pasted_note(faults: Sequence[Sequence[Fault]], first: int) -> str:
    """What came of a pasted list, as in "7 rows pasted. 6 are ready; row 7 needs a kind".

    `faults` are those of the pasted rows, `first` the number of the first of them.
    """
    count = len(faults)
    ready = sum(not f for f in faults)
    said = f"{plural(count, 'row')} pasted."
    if ready == count:
        return f"{said} {'It is' if count == 1 else 'All are'} ready."
    parts = [f"{ready or 'None'} {'is' if ready == 1 else 'are'} ready"] if count > 1 else []
    for fault, rows in _by_fault(faults, first).items():
        one, many = _NEEDS[fault]
        parts.append(f"{_rows(rows)} {one if len(rows) == 1 else many}")
    words = "; ".join(parts)
    return f"{said} {words[0].upper()}{words[1:]}."


def settle_words(faults: Sequence[Sequence[Fault]], then: str) -> str:
    """What to do first about the faults of all rows, as in "Choose a kind for row 7 to go on".

    `then` says what is waiting ("to go on"). Empty when there is no fault.
    """
    found = _by_fault(faults, 1)
    for fault in Fault:
        if fault in found:
            return f"{_SETTLE[fault].format(rows=_rows(found[fault]))} {then}."
    return ""


def removed_note(name: str) -> str:
    """After a row was removed."""
    return f"{name or 'The row'} was removed. Ctrl+Z brings it back."


def _by_fault(faults: Sequence[Sequence[Fault]], first: int) -> dict[Fault, list[int]]:
    """The rows by the first fault each has."""
    found: dict[Fault, list[int]] = {}
    for number, of_row in enumerate(faults, start=first):
        if of_row:
            found.setdefault(of_row[0], []).append(number)
    return found


def _rows(numbers: Sequence[int]) -> str:
    if len(numbers) > LISTED:
        return f"{len(numbers)} rows"
    return f"{'row' if len(numbers) == 1 else 'rows'} {join_words([str(n) for n in numbers])}"


def too_many_words(most: int, over: int) -> str:
    """When there are more organisations than a file can hold."""
    return f"An assessment can hold {most} organisations: remove {over}."
