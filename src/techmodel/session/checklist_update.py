"""Taking another version of the checklist into an open assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.checklist_catch_up import catch_up
from techmodel.core.checklist_checks import check
from techmodel.core.checklist_update import (
    answers_of,
    compare_checklists,
    stray_answers,
    update_edits,
)
from techmodel.core.errors import BadInput, Refused
from techmodel.core.journal import BatchKind
from techmodel.session.content import pack
from techmodel.wording import checklist_update as wording

if TYPE_CHECKING:
    from collections import Counter

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_catch_up import CaughtUp
    from techmodel.core.checklist_update import ChecklistUpdate
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking another version comes to: nothing is written yet.

    `answers` counts the answers by capability and by condition for change, also those kept from
    earlier versions; `strays` those that came under an earlier id and follow, by that id and the
    one of now.
    """

    old: Checklist
    new: Checklist
    update: ChecklistUpdate
    answers: Counter[str]
    strays: Counter[tuple[str, str]]

    @property
    def is_same(self) -> bool:
        """Whether there is nothing to take: the same version, and no answer to follow."""
        return self.old == self.new and not self.strays

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything it changes, a line for each thing."""
        lines = wording.update_lines(self.old, self.new, self.update, self.answers)
        return (*lines, *wording.stray_lines(self.strays))


def preview_update(session: Session, new: Checklist) -> Preview:
    """What taking another version of the checklist comes to.

    Args:
        session: the assessment.
        new: the other version, as `content.checklist_from` gives it.

    Raises:
        Refused: it does not know the kind of a partner, or none of the care models chosen.
    """
    assessment = session.assessment()
    kinds = {kind.id for kind in new.kinds}
    strangers = [o for o in assessment.organisations if o.kind not in kinds]
    if strangers:
        unknown = list(dict.fromkeys(str(o.kind) for o in strangers))
        raise Refused(wording.kinds_missing(unknown, [o.name for o in strangers]))
    if not {m.id for m in new.care_models} & set(assessment.care_models):
        raise Refused(wording.no_model_left())
    old, tables = assessment.checklist, session.tables()
    update = compare_checklists(old, new)
    return Preview(old, new, update, answers_of(tables), stray_answers(tables, update))


def caught_up(base: Checklist, own: Checklist, newer: Checklist) -> CaughtUp:
    """An own version brought up to a newer one, as `core.checklist_catch_up.catch_up` says.

    Raises:
        BadInput: the two do not fit together; a sentence for each problem.
    """
    found = catch_up(base, own, newer)
    problems = tuple(str(problem) for problem in check(found.checklist))
    if problems:
        raise BadInput("The two versions do not fit together; nothing was written.", problems)
    return found


def take_update(session: Session, new: Checklist) -> Touched:
    """Take another version of the checklist, as one batch that one undo takes back.

    Raises:
        Refused: as `preview_update`.
    """
    found = preview_update(session, new)
    edits = update_edits(session.tables(), found.update, pack(new))
    return session.apply(edits, wording.label(new), kind=BatchKind.UPDATE)
