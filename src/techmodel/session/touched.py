"""What a verb changed, so that screens know whether to look again."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING

from techmodel.core.plan_names import CLOSED_DAYS, TERMS

if TYPE_CHECKING:
    from techmodel.core.journal import Edit


class Touched(Flag):
    """Flags a verb returns; NONE when nothing changed and no batch was written."""

    NONE = 0
    ANSWERS = auto()
    EVIDENCE = auto()
    TARGETS = auto()
    ORGANISATIONS = auto()
    SETTINGS = auto()
    CHECKLIST = auto()
    ROUNDS = auto()
    PLAN = auto()
    FLOWS = auto()
    SERVICES = auto()
    CONDITIONS = auto()
    HISTORY = auto()
    ALL = (
        ANSWERS
        | EVIDENCE
        | TARGETS
        | ORGANISATIONS
        | SETTINGS
        | CHECKLIST
        | ROUNDS
        | PLAN
        | FLOWS
        | SERVICES
        | CONDITIONS
        | HISTORY
    )


BY_TABLE = {
    "answer": Touched.ANSWERS,
    "evidence": Touched.EVIDENCE,
    "override": Touched.TARGETS,
    "organisation": Touched.ORGANISATIONS,
    "setting": Touched.SETTINGS,
    "checklist": Touched.CHECKLIST,
    "round": Touched.ROUNDS,
    "project": Touched.PLAN,
    "link": Touched.PLAN,
    "cost": Touched.PLAN,
    "benefit": Touched.PLAN,
    "raid": Touched.PLAN,
    "scenario": Touched.PLAN,
    "flow": Touched.FLOWS,
    "onboarding": Touched.SERVICES,
    "condition": Touched.CONDITIONS,
}
"""The flag of each journalled table."""


def touched_by(edit: Edit) -> Touched:
    """The flag of what an edit changes; the settings of the plan belong to the plan."""
    if edit.table == "setting" and edit.key[0] in {TERMS, CLOSED_DAYS}:
        return Touched.PLAN
    return BY_TABLE[edit.table]
