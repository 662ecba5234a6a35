"""What is said while organisations of another assessment are brought in as new ones."""

from __future__ import annotations

from techmodel.wording.numbers import plural, short_number
from techmodel.wording.rounds import moment_words

WHY = (
    "The other file is another assessment, not a copy of this one, so the two are not merged. Its "
    "organisations can come in as new ones, each with its answers, its evidence and how far it is "
    "with services; the flows between those that come in come along."
)
LEFT_BEHIND = (
    "Not brought in: title, targets, care models, scope, rounds, the history, and what the "
    "checklist of this assessment does not ask. The other file is not changed."
)
NOBODY = "The other file has no organisations."
CHOOSE_ONE = "Choose at least one organisation."
ALL, NONE = "Choose all", "Choose none"
CANCEL = "Cancel, change nothing"
LEAVE = "Leave without bringing anything in?"
LEAVE_DETAIL = "Nothing has been changed in either file."


def question(title: str) -> str:
    """The question of the page; `title` is that of the other assessment."""
    return f"“{title}” is another assessment: what can come in?"


def headline(organisations: int) -> str:
    """How many organisations there are to choose from."""
    if not organisations:
        return NOBODY
    verb = "can come in as a new one" if organisations == 1 else "can come in as new ones"
    return f"{plural(organisations, 'organisation')} {verb}."


def about_words(kind: str, weight: float, answers: int, evidence: int, services: int = 0) -> str:
    """What an organisation brings: "GP practice · weight 1 · 34 answers, 2 pieces of evidence"."""
    said = plural(answers, "answer") if answers else "no answers"
    if evidence:
        said += f", {plural(evidence, 'piece')} of evidence"
    if services:
        said += f", {plural(services, 'service')}"
    return f"{kind} · weight {short_number(weight)} · {said}"


def notes_words(name: str, new_name: str, left: int, came: str = "") -> str:
    """What is different here: another name, and answers that stay behind; "" for nothing.

    `came` is when it came in from this file before, as UTC ISO time; "" for never.
    """
    notes: list[str] = []
    if came:
        notes.append(f"{name} came in already from this file on {moment_words(came)}.")
    if new_name != name:
        notes.append(f"Comes in as “{new_name}”: there is one called {name} already.")
    if left:
        said = plural(left, "answer stays", "answers stay")
        notes.append(f"{said} behind: the checklist here does not ask that.")
    return " ".join(notes)


def verb_words(chosen: int) -> str:
    """The words on the button."""
    return f"Bring in {plural(chosen, 'organisation')}" if chosen else "Bring in"


def brought_words(label: str) -> str:
    """After it was done, with Undo beside it; `label` is that of the batch."""
    return f"{label}. The other file was not changed."
