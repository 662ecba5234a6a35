"""What another version of a checklist changes, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import LOCAL
from techmodel.wording.conditions import factor_name
from techmodel.wording.numbers import british_date, join_words, plural

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_catch_up import Clash
    from techmodel.core.checklist_update import ChecklistUpdate, Reworded
    from techmodel.core.condition_update import FactorsUpdate

_KEYS = {
    "domain": "its domain",
    "name": "its name",
    "question": "the question",
    "test": "the test question",
    "why": "why it matters",
    "weight": "its weight",
    "profile": "its profile",
    "applies_to": "who is asked",
    "levels": "the levels",
    "evidence": "the evidence",
    "actions": "the actions",
    "prerequisites": "its prerequisites",
    "services": "its services",
    "targets": "its targets",
    "duty": "its duty",
    "proof": "the proof",
    "hidden": "whether it is asked",
}
NOTHING_LOST = "No answer is lost; one undo brings the earlier version back."


def label(new: Checklist) -> str:
    """What the batch is called."""
    return f"Checklist updated to version {new.version} of {british_date(new.date)}"


def summary(update: ChecklistUpdate) -> str:
    """The five groups in one sentence: "57 kept, 5 reworded, 6 new, 1 gone, 4 renamed"."""
    counts = (
        (update.kept, "kept"),
        (update.reworded, "reworded"),
        (update.added, "new"),
        (update.gone, "gone"),
        (update.renamed, "renamed"),
    )
    return ", ".join(f"{len(group)} {word}" for group, word in counts)


def update_lines(
    old: Checklist, new: Checklist, update: ChecklistUpdate, answers: Counter[str]
) -> Iterator[str]:
    """Everything the update changes, a line for each thing.

    Args:
        old: the version there is.
        new: the one to come.
        update: what becomes of every capability.
        answers: how many answers there are, by capability and by condition for change.
    """
    yield f"From version {old.version} to version {new.version}: {summary(update)}."
    for renamed in update.renamed:
        yield (
            f"renamed   {renamed.old} is now {_named(new, renamed.id)}"
            f"{_answered(answers[renamed.old], 'follow', 'follows')}{_also(renamed.keys)}"
        )
    for reworded in update.reworded:
        look = _look(reworded, answers)
        yield f"reworded  {_named(new, reworded.id)}: {changes_words(reworded.keys)}{look}"
    for id_ in update.added:
        back = _answered(answers[id_], "are there from before", "is there from before")
        yield f"new       {_named(new, id_)}{back}"
    for id_ in update.gone:
        kept = _answered(answers[id_], "are kept, not counted", "is kept, not counted")
        yield f"gone      {_named(old, id_)}{kept}"
    for what, gone in (("care model", update.models_gone), ("domain", update.domains_gone)):
        yield from (f"gone      {what} {id_}" for id_ in gone)
    yield from _factor_lines(old, new, update.factors, answers)


def _factor_lines(
    old: Checklist, new: Checklist, update: FactorsUpdate, answers: Counter[str]
) -> Iterator[str]:
    """What becomes of the conditions for change, a line for each that is not just kept."""
    for told in update.reworded:
        look = "; look at its answer again" if answers[told.id] else ""
        said = changes_words(told.keys)
        yield f"reworded  {factor_words(new, told.id)}: {said}{look}"
    for id_ in update.added:
        back = "; its answer is there from before" if answers[id_] else ""
        yield f"new       {factor_words(new, id_)}{back}"
    for id_ in update.gone:
        kept = "; its answer is kept, not shown" if answers[id_] else ""
        yield f"gone      {factor_words(old, id_)}{kept}"


def factor_words(checklist: Checklist, id_: str) -> str:
    """A condition for change in a list of other things."""
    return f"condition for change “{factor_name(checklist, id_)}”"


def own_gone(update: ChecklistUpdate) -> str:
    """What to know where capabilities of one's own would go; "" where none would."""
    own = [id_ for id_ in update.gone if id_.startswith(LOCAL)]
    if not own:
        return ""
    many = plural(len(own), "capability", "capabilities")
    return (
        f"{many} of your own ({LOCAL}) would go, with their answers kept. To keep them, first "
        "bring your own version up to the newer one: Tools, Checklist, Bring in a workbook, or "
        "checklist catch-up."
    )


def stray_lines(strays: Counter[tuple[str, str]]) -> Iterator[str]:
    """Answers that came under an earlier id, a line for each id."""
    for (old, new), count in strays.items():
        verb = "follows" if count == 1 else "follow"
        yield f"moved     {plural(count, 'answer')} under the earlier id {old} {verb} to {new}"


def clash_lines(clashes: Iterable[Clash]) -> Iterator[str]:
    """What both an own version and a newer one changed, a line for each."""
    for clash in clashes:
        yield (
            f"both      {clash.sheet}, {clash.row}, {clash.column}: yours was kept "
            f"({_shown(clash.own)}); the newer one says: {_shown(clash.newer)}"
        )


def _shown(value: object) -> str:
    """A value of a cell on one line."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    return str(value) if value or value == 0 else "nothing"


def _named(checklist: Checklist, id_: str) -> str:
    found = next((c for c in checklist.capabilities if c.id == id_), None)
    return f"{id_} {found.name}" if found else id_


def _answered(count: int, many: str, one: str) -> str:
    return f"; {plural(count, 'answer')} {one if count == 1 else many}" if count else ""


def changes_words(keys: Sequence[str]) -> str:
    """Which fields of a capability changed, in words."""
    return join_words([_KEYS[key] for key in keys])


def _also(keys: Sequence[str]) -> str:
    return f"; also changed: {changes_words(keys)}" if keys else ""


def _look(reworded: Reworded, answers: Counter[str]) -> str:
    count = answers[reworded.id]
    if not count or not reworded.asks_otherwise:
        return ""
    return f"; look at its {plural(count, 'answer')} again"


def kinds_missing(kinds: Sequence[str], organisations: Sequence[str]) -> str:
    """Why a checklist without the kinds of some partners cannot be taken."""
    return (
        f"The other version does not know the kind {join_words(kinds)} of "
        f"{join_words(organisations)}. Add it there, or change the kind here first. Nothing was "
        "changed."
    )


def no_model_left() -> str:
    """Why a checklist that has none of the chosen care models cannot be taken."""
    return (
        "The other version has none of the care models that are chosen here, so there would be no "
        "targets. Choose one that it has first. Nothing was changed."
    )
