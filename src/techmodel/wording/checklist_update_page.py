"""What the page of another version of the checklist says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.checklist_update import changes_words, summary
from techmodel.wording.conditions import factor_name
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_update import ChecklistUpdate
    from techmodel.core.condition_update import FactorsUpdate

MENU = "Update the checklist"
QUESTION = "What would another version of the checklist change?"
SOURCES = "Checklists (*.xlsx checklist.toml)"
READING = "Reading the checklist…"
OTHER = "Choose another version…"
TAKE, CANCEL, CLOSE = "Take this version", "Cancel", "Close"
TABLE = "What changes"
HEADS = ("Change", "Id", "Capability", "What changes", "Answers")
SAME = "This assessment has this version already."
READ_ONLY = "This assessment was opened for reading."

Line = tuple[str, str, str, str, int]
"""A row of the table; the last is how many answers there are."""


def headline(new: Checklist, update: ChecklistUpdate) -> str:
    """The answer: "Version 9 of 3 March 2027: 71 kept, 1 reworded, ..."."""
    return f"Version {new.version} of {short_date(new.date)}: {summary(update)}."


def rows(
    old: Checklist, new: Checklist, update: ChecklistUpdate, answers: Counter[str]
) -> Iterator[Line]:
    """What changes, a row for each capability that is not just kept, and for what else goes."""
    before = {str(c.id): c.name for c in old.capabilities}
    after = {str(c.id): c.name for c in new.capabilities}
    for moved in update.renamed:
        what = f"Was {moved.old}; its answers follow"
        if moved.keys:
            what += f". Also changed: {changes_words(moved.keys)}"
        yield "Renamed", moved.id, after[moved.id], what, answers[moved.old]
    for told in update.reworded:
        what = f"Changed: {changes_words(told.keys)}"
        if told.asks_otherwise and answers[told.id]:
            what += ". Look at its answers again"
        yield "Reworded", told.id, after[told.id], what, answers[told.id]
    for id_ in update.added:
        what = "Answers from before count again" if answers[id_] else "Not answered yet"
        yield "New", id_, after[id_], what, answers[id_]
    for id_ in update.gone:
        what = "Its answers are kept, not counted" if answers[id_] else "Not asked any more"
        yield "Gone", id_, before[id_], what, answers[id_]
    yield from _others(old, update)
    yield from _factors(old, new, update.factors, answers)


def stray_rows(new: Checklist, strays: Counter[tuple[str, str]]) -> Iterator[Line]:
    """Answers that came under an earlier id, a row for each id."""
    names = {str(c.id): c.name for c in new.capabilities}
    for (old, id_), count in strays.items():
        yield "Moved", id_, names[id_], f"Answers under its earlier id {old} follow", count


def _others(old: Checklist, update: ChecklistUpdate) -> Iterator[Line]:
    models = {m.id: m.name for m in old.care_models}
    for model in update.models_gone:
        yield "Gone", model, models[model], "A care model; it is not chosen any more", 0
    domains = {d.id: d.name for d in old.domains}
    for domain in update.domains_gone:
        yield "Gone", domain, domains[domain], "A domain", 0


def _factors(
    old: Checklist, new: Checklist, update: FactorsUpdate, answers: Counter[str]
) -> Iterator[Line]:
    for told in update.reworded:
        what = f"{_FACTOR}. Changed: {changes_words(told.keys)}"
        if answers[told.id]:
            what += ". Look at its answer again"
        yield "Reworded", told.id, factor_name(new, told.id), what, answers[told.id]
    for id_ in update.added:
        what = "Its answer from before counts again" if answers[id_] else "Not answered yet"
        yield "New", id_, factor_name(new, id_), f"{_FACTOR}. {what}", answers[id_]
    for id_ in update.gone:
        what = "Its answer is kept, not shown" if answers[id_] else "Not asked any more"
        yield "Gone", id_, factor_name(old, id_), f"{_FACTOR}. {what}", answers[id_]


_FACTOR = "A condition for change"


def said(label: str) -> str:
    """What a notice says afterwards."""
    return f"{label}. No answer was lost."
