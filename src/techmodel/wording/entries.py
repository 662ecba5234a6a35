"""What tables of costs, benefits and risks say alike."""

from __future__ import annotations

SHOW_ALL = "Show all"
NOTHING_LEFT = "None of them matches. “Show all” brings every one back."
NO_PROJECT = "The plan as a whole"


def read_only(things: str) -> str:
    """Why nothing can be changed here: "Opened for reading, so costs cannot be changed here."."""
    return f"Opened for reading, so {things} cannot be changed here."


def undo_told(label: str) -> str:
    """What was done and how to take it back: "Cost “Training” added. Ctrl+Z takes it back."."""
    return f"{label}. Ctrl+Z takes it back."
