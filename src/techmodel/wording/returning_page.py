"""What the page of a workbook that came back says: sections, verbs, why it cannot go on."""

from __future__ import annotations

from techmodel.wording.numbers import plural

MENU = "Bring back an edited workbook"
WORKBOOKS = "Excel workbooks (*.xlsx)"
READING = "Reading the workbook…"
SHOW = "Show"
SECTIONS = {
    "wrong": "To mend",
    "settle": "To settle",
    "gone": "Missing rows",
    "changed": "Changed",
    "added": "New rows",
    "notes": "Not looked at",
}
"""The word of each section."""
MEANS = {
    "wrong": "These cells cannot be taken. Mend them in the workbook and bring it back again, or "
    "leave their rows out.",
    "settle": "These were changed in the workbook and, otherwise, here since it was exported.",
    "gone": "These rows were exported and are not in the workbook any more. They stay here unless "
    "you take them away.",
    "changed": "These cells were changed in the workbook only; bringing it back takes them.",
    "added": "These rows have no id, so they are new; bringing it back adds them.",
    "notes": "This does not change anything here.",
}
"""What each section holds, in a sentence."""
KEEP_OURS, TAKE_THEIRS = "Keep what is here", "Take the workbook’s"
KEEP_ALL, TAKE_ALL = "Keep all", "Take all of the workbook’s"
KEEP_ROW, TAKE_AWAY = "Keep it", "Take it away here"
TAKE_ALL_AWAY, KEEP_ALL_ROWS = "Take all away", "Keep all of them"
LEAVE_OUT, LEAVE_ALL_OUT, LOOK_AGAIN = (
    "Leave the row out",
    "Leave all these rows out",
    "Look at the row again",
)
WRONG_HEADS = ("Where", "What", "What is wrong", "State")
GONE_HEADS = ("Sheet", "Row", "Here", "Decision")
ADDED_HEADS = ("Where", "What", "What it says")
NOTE_HEADS = ("What is not looked at",)
SETTLED = "Settled"
STAYS, GOES = "stays here", "is taken away"
STOPS, LEFT_OUT = "to mend", "row left out"
CANCEL, CLOSE = "Cancel, change nothing", "Close"
GO = "Bring it back"
LEAVE = "Leave without bringing anything back?"
LEAVE_DETAIL = "Nothing has been changed. The workbook stays as it is, so you can begin again."
READ_ONLY = "This assessment is open for reading: save a copy to bring a workbook back into."
NOTHING_TO_TAKE = "There is nothing to take."
MEND_FIRST = "Mend these cells, or leave their rows out."


def question(file: str) -> str:
    """The question of the page."""
    return f"What was changed in {file}?"


def open_words(count: int) -> str:
    """How many conflicts are open."""
    return f"{count:,} still to settle"


def said_words(label: str) -> str:
    """After bringing it back, with Undo beside it."""
    return f"{label}. The workbook was not changed."


def row_words(rows: int) -> str:
    """What a screen reader says after a decision on rows."""
    return f"{plural(rows, 'row')} decided."
